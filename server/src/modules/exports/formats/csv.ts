// RFC 4180 with a byte-order mark, by which Excel knows UTF-8. PostgreSQL writes the lines; only their ends are ours.
import type { RowReader } from '../../../db/copy-out.ts'
import { type Column, safe } from '../sheet-columns.ts'
import { rowsOf } from '../source.ts'
import type { Format } from './format.ts'
import { selectedColumns } from './sheet.ts'

export const csv: Format = {
  ending: 'csv',
  contentType: 'text/csv; charset=utf-8',
  write: async (source, { columns }, sink) => {
    await sink.write(Buffer.from(`\ufeff${columns.map((column) => quoted(column.path)).join(',')}\r\n`))
    const cell = columns.length === 1 ? aloneInItsLine : safe
    const pool = blockPool()
    const lines = rowsOf(source, selectedColumns(columns, cell), 'csv', () => linesReader(pool))
    for await (const handed of lines) {
      for (const { block, from, to, isFull } of handed) {
        await sink.write(block.subarray(from, to))
        if (isFull) pool.giveBack(block)
      }
    }
  },
}

/** A line with nothing in it is no row to most readers: "" is. */
const aloneInItsLine = (column: Column) => `coalesce((${safe(column)})::text, '')`

const quoted = (header: string) => (/[",\r\n]/.test(header) ? `"${header.replaceAll('"', '""')}"` : header)

const BLOCK = 256 * 1024
const CR = 13
const LF = 10

type Lines = { readonly block: Buffer; readonly from: number; readonly to: number; readonly isFull: boolean }

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

/** Lines end with LF as PostgreSQL writes them, with CRLF as spreadsheets expect. */
function linesReader(pool: ReturnType<typeof blockPool>): RowReader<Lines> {
  let handed: Lines[] = []
  let block = pool.take(BLOCK)
  let from = 0
  let size = 0
  const hand = (isFull: boolean) => {
    handed.push({ block, from, to: size, isFull })
    from = size
  }
  return {
    row: (bytes, start, end) => {
      const length = end - start + 1
      if (size + length > block.length) {
        hand(true)
        block = pool.take(length)
        size = 0
        from = 0
      }
      bytes.copy(block, size, start, end)
      size += length
      block[size - 2] = CR
      block[size - 1] = LF
    },
    take: (isOver) => {
      hand(isOver)
      const taken = handed
      handed = []
      return taken
    },
  }
}
