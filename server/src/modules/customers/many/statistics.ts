import type { Pool } from 'pg'

const tables =
  'customers, customer_search, customer_keys, customer_addresses, external_ids, affiliations, customer_tags'

/**
 * For tables that have just grown much. Of a merchant that the statistics do not know the planner thinks that it has no
 * rows, and reads all of them where one look into an index would do.
 */
export async function analyzeCustomers(owner: Pool): Promise<void> {
  await owner.query(`analyze ${tables}`)
}
