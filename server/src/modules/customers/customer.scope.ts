import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../http/context.ts'

/**
 * Over `c`, a row of customers: whether this caller's stores let them see it; or the customer that another row names.
 * The one place that knows how stores limit.
 */
export function visibleTo({ storeIds }: Scope, named = 'c.id'): RawBuilder<boolean> {
  if (storeIds === null) return sql<boolean>`true`
  const [alias] = named.split('.')
  return sql<boolean>`exists (select from customer_stores v where v.merchant_id = ${sql.ref(`${alias}.merchant_id`)}
    and v.customer_id = ${sql.ref(named)} and v.store_id = any(${[...storeIds]}::uuid[]))`
}
