import { sql } from 'kysely'
import type { Reader } from '../../../db/client.ts'
import type { Asker } from './list.resolve.ts'
import type { CustomerFilterQuery } from './list.schemas.ts'

const kinds = {
  yes: ['contact'],
  no: ['organization', 'individual'],
  any: ['organization', 'contact', 'individual'],
} as const

/**
 * How many are active, or of these who belongs to an organization or to none, from the sums that the cards show: at once
 * and exactly, however many there are. Null where more is asked for, or not everybody may be seen.
 */
export async function countEverybody(
  reader: Reader,
  { scope }: Pick<Asker, 'scope'>,
  { affiliated, status = 'active', ...others }: CustomerFilterQuery,
): Promise<number | null> {
  const isMore = Object.values(others).some((value) => value !== undefined)
  if (scope.storeIds !== null || status !== 'active' || isMore) return null
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(n), 0)::int as count from customer_census
     where merchant_id = ${scope.merchantId} and store_id = all_stores() and what = any(${kinds[affiliated ?? 'any']})`.execute(
    reader,
  )
  return rows[0]?.count ?? 0
}
