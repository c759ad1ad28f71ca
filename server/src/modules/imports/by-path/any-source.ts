// Ids of files that do not say which system they are of: where only one order has such an id, it is meant; customers are
// looked up under the sources that were judged to be meant (whose-ids.rules.ts).
import { sql } from 'kysely'
import type { Reader } from '../../../db/client.ts'

type SoleOrder = { readonly id: string; readonly source: string }

/** By their ids of any system. */
export async function soleOrders(
  reader: Reader,
  merchantId: string,
  ids: readonly string[],
): Promise<Map<string, SoleOrder>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<SoleOrder & { key: string }>`
    select k.id as key, min(o.source) as source, min(o.id::text) as id
      from unnest(${[...new Set(ids)]}::text[]) k(id) join orders o on o.merchant_id = ${merchantId} and o.external_id = k.id
     group by k.id having count(*) = 1`.execute(reader)
  return new Map(rows.map(({ key, ...order }) => [key, order]))
}

type Held = { readonly id: string; readonly source: string; readonly customer: string }

/** Whoever has one of these ids, under whichever source. */
export async function holdersOf(
  reader: Reader,
  merchantId: string,
  ids: readonly string[],
): Promise<Map<string, Held[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Held>`
    with sources as materialized (select distinct source from external_ids where merchant_id = ${merchantId})
    select k.id, s.source, e.customer_id as customer
      from unnest(${[...new Set(ids)]}::text[]) k(id) cross join sources s
      join external_ids e on e.merchant_id = ${merchantId} and e.source = s.source and e.external_id = k.id`.execute(
    reader,
  )
  return Map.groupBy(rows, ({ id }) => id)
}

/** Whom an id means, or why it does not say. */
export type Meant = { readonly customer: string } | Unsaid
type Unsaid = {
  readonly why: 'several' | 'elsewhere'
  /** What stands with one of these stays so: a file that came in later does not take it away. */
  readonly keeps: readonly string[]
}
/** Those whose ids the customers' are, and whether somebody said so. */
export type CustomersFrom = { readonly sources: readonly string[]; readonly isChosen: boolean }

/** `from` is null when the file said it itself. */
export async function customersMeant(
  reader: Reader,
  merchantId: string,
  { ids, from }: { readonly ids: readonly string[]; readonly from: CustomersFrom | null },
): Promise<Map<string, Meant>> {
  if (from === null) return new Map()
  const holders = [...(await holdersOf(reader, merchantId, ids))]
  return new Map(holders.map(([id, held]) => [id, meantBy(held, from)]))
}

function meantBy(held: readonly Held[], { sources, isChosen }: CustomersFrom): Meant {
  const customersOf = (some: readonly Held[]) => [...new Set(some.map(({ customer }) => customer))]
  const meant = customersOf(held.filter(({ source }) => sources.includes(source)))
  const [customer] = meant
  if (customer !== undefined && meant.length === 1) return { customer }
  // What somebody said is how a wrong customer is mended: then no other stays.
  const keeps = isChosen ? meant : customersOf(held)
  return { why: customer === undefined ? 'elsewhere' : 'several', keeps }
}

/** Of whoever something stands with: them, where they have the id that does not say whom it means. */
export const keptWith = (standing: string | null | undefined, meant: Meant | undefined): string | null =>
  standing != null && meant !== undefined && 'why' in meant && meant.keeps.includes(standing)
    ? standing
    : null
