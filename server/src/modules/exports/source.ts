// The rows of an export as PostgreSQL writes them, whatever the format makes of them.
import { availableParallelism } from 'node:os'
import { sql } from 'kysely'
import type { Snapshot } from '../../db/client.ts'
import type { Batch, RowReader } from '../../db/copy-out.ts'
import { customerColumns } from '../customers/index.ts'
import { joinList, type ListName, type Shape } from './lists.ts'
import { literal } from './literals.ts'
import { type Asker, type Part, partsOf, type Selection } from './parts.ts'

export type Selected = {
  /** SQL of what is selected, over `c`, the lists and `w`. */
  readonly select: string
  readonly lists: readonly ListName[]
  readonly shape: Shape
  /** Fields of the wire that `w` has. */
  readonly wire: readonly string[]
}

export type Source = {
  readonly snapshot: Snapshot
  readonly asker: Asker
  readonly selection: Selection
  /** Called between batches with the number of rows so far; may throw to stop. */
  progress(rows: number): Promise<void>
}

export type CopyFormat = 'csv' | 'text' | 'raw'

/**
 * `raw` is for one column of JSON: its text has no control characters, so that with these for delimiter and quote it
 * comes out as it is.
 */
const options: Readonly<Record<CopyFormat, string>> = {
  csv: 'format csv',
  text: 'format text',
  raw: `format csv, delimiter E'\\x02', quote E'\\x01'`,
}

export type Reading<T> = {
  readonly selected: Selected
  readonly format: CopyFormat
  /** How many rows are read at once. */
  readonly atOnce: number
  readonly reader: () => RowReader<T>
}

/** Planned in a twentieth of the time that it takes to read; three such parts are in memory. */
const LARGE = 5000
/** Whole records are five times as long; and where Node makes something of each row, it holds more than their bytes. */
const SMALL = 1000

export async function* rowsOf<T>(source: Source, reading: Reading<T>): AsyncGenerator<readonly T[]> {
  const { snapshot, asker, selection } = source
  const { selected, format, reader } = reading
  let count = 0
  const copy: Copy<T> = async function* (on, part, whole) {
    // Ranges of ids are taken for a row or two, by which loops within loops look cheap: 5,000 rows took a minute.
    await sql`set local enable_nestloop = off`.execute(on.reader)
    await part.prepare?.(on.reader)
    const statement = `copy (${queryOf(part, asker, selected)}) to stdout (${options[format]})`
    yield* on.copy({ statement, reader: reader(), whole })
  }
  for await (const batch of inOrder(
    snapshot,
    partsOf(snapshot, { asker, selection, size: reading.atOnce }),
    copy,
  )) {
    count += batch.count
    yield batch.items
    await source.progress(count)
  }
}

/** Rows passed on as they are. */
export const passedOn = <T>(reader: () => RowReader<T>, format: CopyFormat) => ({
  reader,
  format,
  atOnce: format === 'raw' ? SMALL : LARGE,
})

/** One thing is made of each row. */
export function eachRow<T>(read: (bytes: Buffer, from: number, to: number) => T) {
  const reader = (): RowReader<T> => {
    let items: T[] = []
    return {
      row: (bytes, from, to) => {
        items.push(read(bytes, from, to))
      },
      take: () => {
        const taken = items
        items = []
        return taken
      },
    }
  }
  return { reader, atOnce: SMALL }
}

type Copy<T> = (on: Snapshot, part: Part, whole: boolean) => AsyncIterable<Batch<T>>

/** One processor at least is left to those who look at lists meanwhile. */
const LANES = Math.min(2, Math.max(1, availableParallelism() - 1))

/** The first part as its rows come; then one or two at a time, each on a connection of its own, handed on in their order. */
async function* inOrder<T>(
  snapshot: Snapshot,
  parts: AsyncGenerator<Part>,
  copy: Copy<T>,
): AsyncGenerator<Batch<T>> {
  const first = await parts.next()
  if (first.done === true) return
  yield* copy(snapshot, first.value, false)
  const begin = async (lane: Snapshot) => {
    const part = await parts.next()
    if (part.done === true) return null
    const batches: Batch<T>[] = []
    for await (const batch of copy(lane, part.value, true)) batches.push(batch)
    return { lane, batches }
  }
  const begun = (lane: Snapshot) => {
    const reading = begin(lane)
    // One may fail while another is waited for; it is heard of in its turn.
    reading.catch(() => undefined)
    return reading
  }
  const running: ReturnType<typeof begun>[] = []
  for (let lane = 0; lane < LANES; lane++) running.push(begun(await snapshot.beside()))
  for (let next = running.shift(); next !== undefined; next = running.shift()) {
    const read = await next
    if (read === null) continue
    running.push(begun(read.lane))
    yield* read.batches
  }
}

function queryOf(part: Part, { merchant }: Asker, { select, lists, shape, wire }: Selected): string {
  const gathering = { shape, merchant: literal(merchant.id), within: part.within }
  const joins = [
    ...lists.map((list) => joinList(list, gathering)),
    ...(wire.length === 0
      ? []
      : [`cross join lateral (select ${customerColumns(wire, merchant)} offset 0) w`]),
  ]
  return `select ${select} from customers c ${joins.join(' ')}
    where c.merchant_id = ${gathering.merchant} and ${part.within('c.id')}${part.and} order by c.id`
}
