// Reviews that count for another organization from now on, because those who left them have moved there.
import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import { addToReviewFigures } from './reviews.figures.ts'
import type { Counted } from './reviews.shapes.ts'

type Move = { readonly from: string; readonly to: string; readonly customers: readonly string[] }

/** Of the reviews that these customers left for one organization; answers how many. */
export async function moveReviews(
  tx: Writer,
  merchantId: string,
  { from, to, customers }: Move,
): Promise<number> {
  const { rows } = await sql<Omit<Counted, 'customerId' | 'organizationId'>>`
    update reviews r set organization_id = ${to}::uuid, version = r.version + 1, updated_at = now()
     where r.merchant_id = ${merchantId} and r.organization_id = ${from} and r.customer_id = any(${[...customers]}::uuid[])
    returning r.store_id as "storeId", r.local_day::text as "localDay", r.sentiment`.execute(tx)
  // To the customers themselves nothing changes.
  const countedFor = (organizationId: string) =>
    rows.map((row) => ({ ...row, customerId: null, organizationId }))
  await addToReviewFigures(tx, merchantId, { minus: countedFor(from), plus: countedFor(to) })
  return rows.length
}
