// Rows passed on as the bytes that they are, in large blocks.
import type { RowReader } from '../../../db/copy-out.ts'
import { type CopyFormat, passedOn, rowsOf, type Selected, type Source } from '../source.ts'
import type { Sink } from './format.ts'

const BLOCK = 256 * 1024

/** Around each row, in place of PostgreSQL's LF at its end. */
export type Frame = { readonly before: Buffer; readonly after: Buffer }

type Filled = { readonly block: Buffer; readonly from: number; readonly to: number; readonly isFull: boolean }

/** Answers whether there was a row; `skip`: so many bytes at the beginning are left out. */
export async function passOn(
  source: Source,
  selected: Selected,
  how: { readonly format: CopyFormat; readonly frame: Frame; readonly sink: Sink; readonly skip?: number },
): Promise<boolean> {
  const pool = blockPool()
  let skip = how.skip ?? 0
  let isEmpty = true
  const reading = { selected, ...passedOn(() => blockReader(pool, how.frame), how.format) }
  for await (const filled of rowsOf(source, reading)) {
    for (const { block, from, to, isFull } of filled) {
      if (to > from) {
        await how.sink.write(block.subarray(from + skip, to))
        skip = 0
        isEmpty = false
      }
      if (isFull) pool.giveBack(block)
    }
  }
  return !isEmpty
}

/** Written blocks are filled again: a new one each time kept the garbage collector busier than all the rest. */
function blockPool() {
  const free: Buffer[] = []
  return {
    take: (length: number) =>
      length <= BLOCK ? (free.pop() ?? Buffer.allocUnsafeSlow(BLOCK)) : Buffer.allocUnsafe(length),
    giveBack: (block: Buffer) => {
      if (block.length === BLOCK) free.push(block)
    },
  }
}

function blockReader(pool: ReturnType<typeof blockPool>, { before, after }: Frame): RowReader<Filled> {
  let handed: Filled[] = []
  let block = pool.take(BLOCK)
  let from = 0
  let size = 0
  const hand = (isFull: boolean) => {
    handed.push({ block, from, to: size, isFull })
    from = size
  }
  return {
    row: (bytes, start, end) => {
      const length = before.length + (end - start - 1) + after.length
      if (size + length > block.length) {
        hand(true)
        block = pool.take(length)
        size = 0
        from = 0
      }
      size += before.copy(block, size)
      size += bytes.copy(block, size, start, end - 1)
      size += after.copy(block, size)
    },
    take: (isOver) => {
      hand(isOver)
      const filled = handed
      handed = []
      return filled
    },
  }
}
