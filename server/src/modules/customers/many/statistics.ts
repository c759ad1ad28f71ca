import type { Pool } from 'pg'

const tables =
  'customers, customer_search, customer_keys, customer_addresses, external_ids, affiliations, customer_tags'

/**
 * For tables that have just grown much. Of a merchant that the statistics do not know the planner thinks that it has no
 * rows, and reads all of them where one look into an index would do. `rough`: from a tenth of the sample, while more come.
 */
export async function analyzeCustomers(owner: Pool, { rough = false } = {}): Promise<void> {
  const sample = rough ? 'set local default_statistics_target = 10;' : ''
  await owner.query(`begin; ${sample} analyze ${tables}; commit`)
}
