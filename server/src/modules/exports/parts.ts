/**
 * An export is read part by part, in the order of ids, all parts of one moment: a first small one, so that whoever waits
 * gets the first bytes at once, then large ones. Everybody is cut into ranges of ids, which the indexes of all tables
 * have in this order; a filter's customers are taken from a cursor.
 */
import { sql } from 'kysely'
import type { Reader, Snapshot } from '../../db/client.ts'
import type { Merchant, Scope } from '../../http/context.ts'
import { filterOf, matchingCustomers, params, visibleTo } from '../customers/index.ts'
import { inlined, literal } from './literals.ts'

export type Asker = { readonly scope: Scope; readonly merchant: Merchant }

export type Selection = {
  readonly filter: Readonly<Record<string, unknown>>
  readonly ids: readonly string[] | null
}

export type Part = {
  /** To be done first, on the connection that reads this part. */
  prepare?(reader: Reader): Promise<void>
  within(column: string): string
  /** A further condition on `c`. */
  readonly and: string
}

const FIRST = 500
export type Cut = { readonly asker: Asker; readonly selection: Selection; readonly size: number }

export function partsOf(snapshot: Snapshot, cut: Cut): AsyncGenerator<Part> {
  const { asker, selection } = cut
  const { ids, filter } = selection
  const isEverybody =
    ids === null &&
    asker.scope.storeIds === null &&
    Object.keys(filter).every((name) => name === 'status' || filter[name] === undefined)
  return isEverybody ? ranges(snapshot, cut) : chosen(snapshot, cut)
}

async function* ranges(
  { reader }: Snapshot,
  { asker: { scope }, selection, size }: Cut,
): AsyncGenerator<Part> {
  const { status = 'active' } = selection.filter
  const and = status === 'all' ? '' : ` and c.status = ${literal(status)}`
  let after = '00000000-0000-0000-0000-000000000000'
  for (let most = FIRST; ; most = size) {
    const { rows } = await sql<{ id: string }>`
      select id from customers where merchant_id = ${scope.merchantId} and id > ${after} order by id offset ${most - 1} limit 1`.execute(
      reader,
    )
    const last = rows[0]?.id
    const [from, to] = [literal(after), last === undefined ? null : literal(last)]
    yield {
      within: (column) => `${column} > ${from}${to === null ? '' : ` and ${column} <= ${to}`}`,
      and,
    }
    if (last === undefined) return
    after = last
  }
}

async function* chosen(snapshot: Snapshot, { asker, selection, size }: Cut): AsyncGenerator<Part> {
  const query = await matching(snapshot, asker, selection)
  if (query === null) return
  const { reader } = snapshot
  await sql.raw(`declare chosen no scroll cursor for ${query} order by customer_id`).execute(reader)
  for (let most = FIRST; ; most = size) {
    const { rows } = await sql.raw<{ customer_id: string }>(`fetch ${most} from chosen`).execute(reader)
    if (rows.length > 0) {
      const ids = literal(rows.map((row) => row.customer_id))
      // A setting, and not the ids themselves at each of the seven places: reading so much text took as long as the rest.
      yield {
        prepare: async (on) =>
          void (await sql.raw(`select set_config('app.chosen', ${ids}, true)`).execute(on)),
        within: (column) => `${column} = any(current_setting('app.chosen')::uuid[])`,
        and: '',
      }
    }
    if (rows.length < most) return
  }
}

/** COPY and cursors take no parameters. */
async function matching(
  { reader }: Snapshot,
  asker: Asker,
  { ids, filter }: Selection,
): Promise<string | null> {
  if (ids === null) {
    const p = params()
    const text = await matchingCustomers(reader, asker, filterOf(filter, asker.merchant.timeZone), p)
    return text === null ? null : `select customer_id from (${inlined(text, p.values)}) m`
  }
  const { sql: text, parameters } = sql`
    select c.id as customer_id from customers c
     where c.merchant_id = ${asker.scope.merchantId} and c.id = any(${[...ids]}::uuid[]) and ${visibleTo(asker.scope)}`.compile(
    reader,
  )
  return inlined(text, parameters)
}
