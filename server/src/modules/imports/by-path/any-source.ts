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
export type Meant = { readonly customer: string } | { readonly why: 'several' | 'elsewhere' }

/** `sources`: those whose ids these are; null when the file said it itself. */
export async function customersMeant(
  reader: Reader,
  merchantId: string,
  { ids, sources }: { readonly ids: readonly string[]; readonly sources: readonly string[] | null },
): Promise<Map<string, Meant>> {
  const holders = sources === null ? [] : [...(await holdersOf(reader, merchantId, ids))]
  return new Map(
    holders.map(([id, held]): [string, Meant] => {
      const meant = new Set(
        held.filter(({ source }) => sources?.includes(source)).map(({ customer }) => customer),
      )
      const [customer] = meant
      if (customer === undefined) return [id, { why: 'elsewhere' }]
      return [id, meant.size === 1 ? { customer } : { why: 'several' }]
    }),
  )
}
