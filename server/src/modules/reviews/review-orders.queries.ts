// Which orders reviews are about: by id, external id of the same source, or number; of no store out of sight.
import { sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { Scope } from '../../http/context.ts'
import { isId } from '../../kernel/ids.ts'
import { numberKey } from '../orders/index.ts'
import type { OrderReference } from './reviews.schemas.ts'

export type KnownOrder = {
  readonly id: string
  readonly storeId: string | null
  readonly customerId: string | null
  readonly organizationId: string | null
}
type Naming = { readonly source: string; readonly order: OrderReference | null }
type Found = KnownOrder & { readonly n: number; readonly rank: number }

/** In the order of those that ask; null when none is meant, none is known by it, or more than one. */
export async function findOrders(
  reader: Reader,
  { merchantId, storeIds }: Scope,
  named: readonly Naming[],
): Promise<(KnownOrder | null)[]> {
  const asked = named.flatMap(({ source, order }, n) =>
    order === null ? [] : [questionOf(n, source, order)],
  )
  if (asked.length === 0) return named.map(() => null)
  const inSight = storeIds === null ? sql`true` : sql`o.store_id = any(${[...storeIds]}::uuid[])`
  const { rows } = await sql<Found>`
    select r.n, f.rank, o.id, o.store_id as "storeId", o.customer_id as "customerId", o.organization_id as "organizationId"
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as r(n int, id uuid, source text, external text, key text)
      cross join lateral (
        (select 1 as rank, o.id from orders o where r.id is not null and o.merchant_id = ${merchantId} and o.id = r.id limit 1)
        union all
        (select 2, o.id from orders o
          where r.external is not null and o.merchant_id = ${merchantId} and o.external_id = r.external and o.source = r.source limit 1)
        union all
        (select 3, o.id from orders o where r.key is not null and o.merchant_id = ${merchantId} and o.number_key = r.key limit 2)
        union all
        (select 4, o.id from orders o where r.key is not null and o.merchant_id = ${merchantId} and o.receipt_key = r.key limit 2)) f
      join orders o on o.merchant_id = ${merchantId} and o.id = f.id and ${inSight}`.execute(reader)
  return named.map((_, n) => {
    const own = rows.filter((row) => row.n === n)
    const rank = Math.min(...own.map((row) => row.rank))
    const best = own.filter((row) => row.rank === rank)
    return best.length === 1 ? (best[0] as KnownOrder) : null
  })
}

function questionOf(n: number, source: string, { id, externalId, number }: OrderReference) {
  const key = number == null ? '' : numberKey(number)
  return {
    n,
    id: id != null && isId(id) ? id : null,
    source,
    external: externalId ?? null,
    key: key === '' ? null : key,
  }
}
