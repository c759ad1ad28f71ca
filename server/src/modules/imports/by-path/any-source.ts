// Ids of files that do not say which system they are of: where only one order or customer has such an id, it is meant.
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

export async function soleCustomers(
  reader: Reader,
  merchantId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; customer: string }>`
    with sources as materialized (select distinct source from external_ids where merchant_id = ${merchantId})
    select k.id, min(e.customer_id::text) as customer
      from unnest(${[...new Set(ids)]}::text[]) k(id) cross join sources s
      join external_ids e on e.merchant_id = ${merchantId} and e.source = s.source and e.external_id = k.id
     group by k.id having count(distinct e.customer_id) = 1`.execute(reader)
  return new Map(rows.map(({ id, customer }) => [id, customer]))
}
