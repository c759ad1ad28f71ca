import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../http/context.ts'

/** Over `c`, a row of customers: whether this caller's stores let them see it. The one place that knows how stores limit. */
export function visibleTo({ storeIds }: Scope): RawBuilder<boolean> {
  if (storeIds === null) return sql<boolean>`true`
  return sql<boolean>`exists (select from customer_stores v where v.merchant_id = c.merchant_id and v.customer_id = c.id
    and v.store_id = any(${[...storeIds]}::uuid[]))`
}
