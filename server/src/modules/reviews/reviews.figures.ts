// What reviews change of the stored figures. The sums themselves are made in the database (migrations/0043).
import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import { NO_STORE } from '../orders/index.ts'
import { deltasOf } from './reviews.rules.ts'
import type { Counted } from './reviews.shapes.ts'

export async function addToReviewFigures(
  tx: Writer,
  merchantId: string,
  change: { readonly minus: readonly Counted[]; readonly plus: readonly Counted[] },
): Promise<void> {
  const deltas = deltasOf(change, NO_STORE)
  if (deltas.length === 0) return
  await sql`select add_to_review_figures(${merchantId}::uuid, ${JSON.stringify(deltas)}::jsonb)`.execute(tx)
}
