// For tables that have just grown much: of a merchant that the statistics do not know the planner expects no rows.
import type { Pool } from 'pg'

const tables = 'reviews, review_days, customer_stats'

/** `rough`: from a tenth of the sample, while more come. */
export async function analyzeReviews(owner: Pool, { rough = false } = {}): Promise<void> {
  // One text is one transaction, to the end of which the setting lasts.
  await owner.query(`${rough ? 'set local default_statistics_target = 10; ' : ''}analyze ${tables}`)
}

export async function settleReviews(owner: Pool): Promise<void> {
  await owner.query(`vacuum (analyze) ${tables}`)
}
