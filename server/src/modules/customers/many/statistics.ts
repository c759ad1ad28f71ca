// For tables that have just grown much.
import type { Pool } from 'pg'

const planned = [
  ...['customers', 'customer_search', 'customer_keys', 'customer_addresses'],
  ...['external_ids', 'affiliations', 'customer_tags'],
]
const all = [...planned, 'customer_stores', 'name_word_deletes']

/**
 * Of a merchant that the statistics do not know the planner thinks that it has no rows, and reads all of them where one
 * look into an index would do. `rough`: from a tenth of the sample, while more come.
 */
export async function analyzeCustomers(owner: Pool, { rough = false } = {}): Promise<void> {
  // One text is one transaction, to the end of which the setting lasts.
  const sample = rough ? 'set local default_statistics_target = 10; ' : ''
  await owner.query(`${sample}analyze ${planned.join(', ')}`)
}

/** Statistics, visibility for index-only scans, and the search index's pending list. */
export async function settleCustomers(owner: Pool): Promise<void> {
  await owner.query(`vacuum (analyze) ${all.join(', ')}`)
}
