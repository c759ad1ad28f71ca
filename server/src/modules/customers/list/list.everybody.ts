import type { Reader } from '../../../db/client.ts'
import type { Asker } from './list.resolve.ts'
import type { CustomerFilterQuery } from './list.schemas.ts'
import { params, run } from './params.ts'

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
  const p = params()
  const text = `select coalesce(sum(n), 0)::int as count from customer_census
     where merchant_id = ${p(scope.merchantId, 'uuid')} and store_id = all_stores() and what = any(${p(kinds[affiliated ?? 'any'], 'text[]')})`
  const [row] = await run<{ count: number }>(reader, text, p)
  return row?.count ?? 0
}
