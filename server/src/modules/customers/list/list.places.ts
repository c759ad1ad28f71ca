/**
 * Pages that begin elsewhere than at the top or after another: before a row, or at a fraction of the whole list. Of ten
 * thousand the fraction is counted out; of more it is looked up among a sample of one in 512, put in order, so that it
 * takes a few milliseconds however far down it is. There the place is near to what was asked for and not exact; from it on,
 * rows follow each other without a gap in both directions, and 0 and 1 are the first and the last page.
 */
import type { Reader } from '../../../db/client.ts'
import { ONE_IN, sampled } from '../search/search.sample.ts'
import { hasOrdered } from './list.activity.rules.ts'
import { idOf, itemsOf, pageOf, type RowText, readRows } from './list.items.ts'
import type { Asker, Resolved, Test } from './list.resolve.ts'
import { matching, pageOfIds } from './list.rows.ts'
import { cursorOf, justBefore, type Position, reversed, type Sort } from './list.sorts.ts'
import { params, run } from './params.ts'

export const MOST_COUNTED = 10_000

export type ListRows = { readonly resolved: Resolved; readonly sort: Sort }
export type Shown = { readonly fields: readonly string[] | null; readonly limit: number }

type Ends = { readonly previous: string | null; readonly next: string | null }

const placedPage = (items: string, { previous, next }: Ends): string =>
  pageOf(items, { nextCursor: next, previousCursor: previous })

/** The rows above a position, or the last of all. */
export async function pageBefore(
  reader: Reader,
  asker: Asker,
  { resolved, sort }: ListRows,
  { fields, limit, before }: Shown & { readonly before: Position | null },
): Promise<string> {
  const rows = { resolved, sort: reversed(sort), position: before, limit: limit + 1, isBackwards: true }
  const { found, places, write } = await read(reader, asker, rows, fields)
  const isMore = found.length > limit
  const [first, last] = [places.slice(0, limit).at(-1), places[0]]
  return placedPage(await write(found.slice(0, limit).reverse()), {
    previous: isMore && first !== undefined ? cursorOf(justBefore(first, sort), sort) : null,
    next: before === null ? null : cursorOf(last ?? before, sort),
  })
}

/** The rows from a position on. */
async function pageFrom(
  reader: Reader,
  asker: Asker,
  { resolved, sort }: ListRows,
  { fields, limit, from }: Shown & { readonly from: Position | null },
): Promise<string> {
  const position = from === null ? null : justBefore(from, sort)
  const rows = { resolved, sort, position, limit: limit + 1 }
  const { found, places, write } = await read(reader, asker, rows, fields)
  const last = places[limit - 1]
  return placedPage(await write(found.slice(0, limit)), {
    previous: position === null ? null : cursorOf(position, sort),
    next: found.length > limit && last !== undefined ? cursorOf(last, sort) : null,
  })
}

/** `count` is asked for where the list may be short; null for more than are counted. */
export async function pageAt(
  reader: Reader,
  asker: Asker,
  list: ListRows,
  { at, count, ...shown }: Shown & { readonly at: number; count(): Promise<number | null> },
): Promise<string | null> {
  if (at === 0) return pageFrom(reader, asker, list, { ...shown, from: null })
  if (at === 1) return pageBefore(reader, asker, list, { ...shown, before: null })
  const from = await placeAt(reader, asker.scope.merchantId, list, { at, count })
  return from === 'unknown' ? null : pageFrom(reader, asker, list, { ...shown, from })
}

/** Unknown where the list is long, and what it is filtered by cannot be told of a sample. */
async function placeAt(
  reader: Reader,
  merchantId: string,
  list: ListRows,
  { at, count }: { readonly at: number; count(): Promise<number | null> },
): Promise<Position | null | 'unknown'> {
  const sample = await nearestSample(reader, merchantId, list, at)
  if (sample !== null && sample.size * ONE_IN > 2 * MOST_COUNTED) return sample.position
  const exact = await count()
  if (exact === 0) return null
  // A hair is added, since a place that was divided by their number may come back a hair short of itself.
  if (exact !== null)
    return rowNumber(reader, merchantId, list, Math.min(Math.floor(at * exact + 1e-9), exact - 1))
  return sample === null ? 'unknown' : sample.position
}

async function read(
  reader: Reader,
  asker: Asker,
  rows: Parameters<typeof pageOfIds>[0],
  fields: readonly string[] | null,
) {
  const p = params()
  p(asker.scope.merchantId, 'uuid')
  const items = itemsOf(fields, asker)
  const page = { ids: pageOfIds(rows, p), hasShown: rows.sort.over === 's', limit: rows.limit, fields }
  const { rows: found, keys, fingerprint } = await readRows(reader, items, page, p)
  return {
    found,
    places: found.map((row, at): Position => ({ key: keys[at] ?? null, id: idOf(row) })),
    write: (shown: readonly RowText[]) => items.write(reader, shown, fingerprint),
  }
}

type Place = { readonly key: string | null; readonly id: string }

/** Counted from the top, where 0 is the first row. */
async function rowNumber(
  reader: Reader,
  merchantId: string,
  list: ListRows,
  number: number,
): Promise<Position | null> {
  if (number === 0) return null
  const p = params()
  p(merchantId, 'uuid')
  const ids = pageOfIds({ ...list, position: null, limit: MOST_COUNTED + 1 }, p)
  const [row] = await run<Place>(
    reader,
    `select customer_id as id, key from (${ids}) x offset ${p(number, 'int')} limit 1`,
    p,
  )
  return row ?? null
}

const isSampled: Test = { over: 's', sql: () => sampled }

/** SQL of the customers of the sample that the filter matches; null when a test of it looks beyond the row. */
function sampleOf(resolved: Resolved, p: ReturnType<typeof params>): string | null {
  if (resolved.tests.some((test) => test.inSample === false)) return null
  const all = { ...resolved, lead: null, tests: [isSampled, ...resolved.tests] }
  const { from, where } = matching(all, { over: 's' }, p)
  return `select s.customer_id, s.sort_name from ${from} where ${where.join(' and ')} offset 0`
}

async function nearestSample(
  reader: Reader,
  merchantId: string,
  { resolved, sort }: ListRows,
  at: number,
): Promise<{ readonly position: Position; readonly size: number } | null> {
  const p = params()
  p(merchantId, 'uuid')
  const sample = sampleOf(resolved, p)
  if (sample === null) return null
  const column = sort.over === 's' ? 'x.sort_name' : sort.column
  const other = {
    s: '',
    c: 'join customers c on c.merchant_id = $1 and c.id = x.customer_id',
    f: `left join customer_stats f on ${sort.has ?? hasOrdered} and f.customer_id = x.customer_id`,
  }[sort.over]
  const direction = sort.descending ? ' desc' : ''
  const order = `${column} is null, ${column}${direction}, x.customer_id${direction}`
  const [row] = await run<Place & { readonly size: number }>(
    reader,
    `select key, id, size from (
        select ${column}::text as key, x.customer_id as id, row_number() over (order by ${order}) as n, count(*) over ()::int as size
          from (${sample}) x ${other}) ordered
      where n = 1 + floor(${p(at, 'float8')} * size)`,
    p,
  )
  return row === undefined ? null : { position: { key: row.key, id: row.id }, size: row.size }
}

/** About how many match; null when nobody can say. */
export async function estimateMatches(
  reader: Reader,
  merchantId: string,
  resolved: Resolved,
): Promise<number | null> {
  const p = params()
  p(merchantId, 'uuid')
  const sample = sampleOf(resolved, p)
  if (sample === null) return null
  const [row] = await run<{ size: number }>(reader, `select count(*)::int as size from (${sample}) x`, p)
  return (row?.size ?? 0) * ONE_IN
}
