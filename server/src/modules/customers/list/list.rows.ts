// The ids of a page, in order: along the sort's index, or led by a filter that few customers meet.
import { hasOrdered } from './list.activity.rules.ts'
import { shownOf } from './list.items.ts'
import type { Resolved, Test } from './list.resolve.ts'
import { after, orderBy, type Place, type Position, type Sort } from './list.sorts.ts'
import type { Params } from './params.ts'

// A limit stands in the text as a number: as a parameter it would be taken for a tenth of all rows, and tables be read
// whole for the sake of fifty.
export type Rows = {
  readonly resolved: Resolved
  readonly sort: Sort
  readonly position: Position | null
  readonly limit: number
  /** The sort is turned round, so that those without a value, who stand last both ways, come first. */
  readonly isBackwards?: boolean
}

/** SQL of (customer_id, key), in order, at most `limit`. `$1` is the merchant. */
export function pageOfIds(rows: Rows, p: Params): string {
  const { sort, position } = rows
  if (!sort.nullable) return segment(rows, 'all', position, p)
  if (rows.isBackwards) return backwards(rows, p)
  const present = position?.key === null ? null : segment(rows, 'present', position, p)
  const absent = segment(rows, 'absent', position?.key === null ? position : null, p)
  return present === null ? absent : both(present, absent, rows.limit)
}

function backwards(rows: Rows, p: Params): string {
  const { position } = rows
  const inPresent = position !== null && position.key !== null
  const absent = inPresent ? null : segment(rows, 'absent', position, p)
  const present = segment(rows, 'present', inPresent ? position : null, p)
  return absent === null ? present : both(absent, present, rows.limit)
}

/** The second is not begun where the first fills the page: a filter that nobody there meets would have it read to its end. */
const both = (first: string, second: string, limit: number): string =>
  `select customer_id, key from (
      with a as materialized (${first})
      select customer_id, key, 0 as part, row_number() over () as n from a
      union all select customer_id, key, 1, row_number() over () from (${second}) b
       where (select count(*) from a) < ${limit}) parts
    order by part, n limit ${limit}`

function segment(
  { resolved: all, sort, limit }: Rows,
  part: 'all' | 'present' | 'absent',
  position: Position | null,
  p: Params,
): string {
  const place = (at: Place) => (position === null ? [] : [after(sort, position, at, p)])
  const isWithoutFigures = sort.over === 'f' && part === 'absent'
  const resolved = isWithoutFigures ? absentOf(all, sort.has ?? hasOrdered) : all
  const over = isWithoutFigures ? 'c' : sort.over
  // Several conditions on search rows are taken for so rare that the planner would read and sort all of them.
  const isFenced = over === 's' && resolved.lead === null && resolved.tests.length > 1
  const [start] = isFenced ? place({ key: sort.column, id: idOf.s }) : []
  const fence = { descending: sort.descending, ...(start !== undefined && { after: start }) }
  const { from, where, isLed } = matching(
    resolved,
    { over, ...(isFenced && { fence }), ...(over === 'f' && sort.has && { has: sort.has }) },
    p,
  )
  const column = isLed ? 'l.sort_name' : sort.column
  const key = isWithoutFigures ? 'null' : column
  const id = isLed ? 'l.customer_id' : idOf[over]
  const conditions = [
    ...where,
    ...(part === 'all' || over === 'f' || isWithoutFigures
      ? []
      : [`${key} is ${part === 'present' ? 'not ' : ''}null`]),
    ...(isFenced ? [] : place({ key, id })),
  ]
  const order = part === 'absent' ? `${id}${sort.descending ? ' desc' : ''}` : orderBy(sort, key, id)
  const keyText = sort.type === 'text' ? key : `${key}::text`
  const shown = over === 's' ? `, ${shownOf('s')}` : ''
  return `select ${id} as customer_id, ${keyText} as key${shown} from ${from}
    where ${conditions.join(' and ')} order by ${order} limit ${limit}`
}

/** Those without a value to sort by. */
function absentOf(resolved: Resolved, has: string): Resolved {
  if (has === hasOrdered) return withoutOrders(resolved)
  const test: Test = { over: 'c', sql: () => noFigures(has) }
  return { ...resolved, tests: [...resolved.tests, test] }
}

const noFigures = (has: string) =>
  `not exists (select from customer_stats f where ${has} and f.customer_id = c.id offset 0)`

/** Of whoever never ordered no figure is tested. */
function withoutOrders({ tests, ...rest }: Resolved): Resolved {
  const figures = tests.filter((test) => test.over === 'f')
  const never: Test = {
    over: 'c',
    sql: () => (figures.every((test) => test.ifAbsent) ? noFigures(hasOrdered) : 'false'),
  }
  return { ...rest, tests: [...tests.filter((test) => test.over !== 'f'), never] }
}

export type Walk = {
  /** `s` search rows, `c` customers, `f` figures: what is walked; others are looked up row by row. */
  readonly over: 's' | 'c' | 'f'
  /** Whose figures; left out, of those who ordered. */
  readonly has?: string
  /** Further conditions. */
  readonly tests?: readonly Test[]
  /** Search rows in the order of names and no index but that one; `after` a place in it, at most `limit` of them. */
  readonly fence?: { readonly after?: string; readonly descending?: boolean; readonly limit?: number }
}

export type Matching = { readonly from: string; readonly where: readonly string[]; readonly isLed: boolean }

const idOf = { s: 's.customer_id', c: 'c.id', f: 'f.customer_id' } as const
const tables = { s: 'search_customers s', c: 'customers c', f: 'customer_stats f' } as const

/** Tables and conditions of all that match; led when `l`, the link table of a rare tag or store, stands in front. */
export function matching(
  { tests, lead }: Resolved,
  { over, has = hasOrdered, fence, tests: more = [] }: Walk,
  p: Params,
): Matching {
  const given = [...tests.filter((test) => test !== lead?.proves), ...more]
  const hasCustomer = over === 'c' || (over === 'f' && given.some((test) => test.over === 'c'))
  const all = given.map((test) =>
    hasCustomer && test.onCustomer ? { over: 'c' as const, sql: test.onCustomer } : test,
  )
  const isOfOthers = has !== hasOrdered
  const sqlOf = (table: Walk['over']) =>
    all
      .filter((test) => test.over === table)
      .map((test) => (table === 'f' && isOfOthers ? ofRow(test, p) : test.sql(p)))
  const isLed = lead?.ordered === true && over === 's'
  const id = isLed ? 'l.customer_id' : idOf[over]
  const rows = fence === undefined ? tables[over] : fenced(fence, p)
  const lookUps = (['s', 'c'] as const).filter((table) => table !== over)
  return {
    from: isLed ? `(${lead.sql(p)}) l cross join lateral (${rowOfLink}) s` : rows,
    where: [
      over === 'f' ? has : `${over}.merchant_id = $1`,
      // An array of unknown length is taken for a short one, so that rows are looked up by key and never all read.
      ...(lead === null || isLed ? [] : [`${id} = any(array(select x.customer_id from (${lead.sql(p)}) x))`]),
      ...sqlOf(over),
      ...lookUps.flatMap((table) => lookedUp(table, sqlOf(table), id)),
      ...(over === 'f' ? [] : all.filter((test) => test.over === 'f').map((test) => ofFigures(test, id, p))),
    ],
    isLed,
  }
}

/** `offset 0` keeps this a look-up per row: joined, the planner may begin at the wrong end. */
function lookedUp(table: 's' | 'c', conditions: readonly string[], id: string): string[] {
  if (conditions.length === 0) return []
  const row = `${tables[table]} where ${table}.merchant_id = $1 and ${idOf[table]} = ${id}`
  return [`exists (select from ${row} and ${conditions.join(' and ')} offset 0)`]
}

/** Of a row of figures that may be of somebody who never ordered. */
const ofRow = (test: Test, p: Params): string =>
  `case when f.last_order_at is not null then ${test.sql(p)} else ${test.ifAbsent === true} end`

const ofFigures = (test: Test, id: string, p: Params): string =>
  `coalesce((select ${test.sql(p)} from customer_stats f where ${hasOrdered} and f.customer_id = ${id}), ${test.ifAbsent === true})`

const columns = `s.merchant_id, s.customer_id, s.sort_name, s.alt_name, s.haystack, s.business, s.inactive, ${shownOf('s')}`

/** `offset 0` again: one look-up for each link, in the order of the links. */
const rowOfLink = `select ${columns} from search_customers s where s.merchant_id = $1 and s.customer_id = l.customer_id offset 0`

function fenced({ after: place, descending, limit }: NonNullable<Walk['fence']>, p: Params): string {
  const direction = descending ? ' desc' : ''
  return `(select ${columns}
      from search_customers s where s.merchant_id = $1${place === undefined ? '' : ` and ${place}`}
     order by s.sort_name${direction}, s.customer_id${direction} limit ${p(limit ?? null, 'int')}) s`
}
