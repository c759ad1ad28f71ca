// For tables that have just grown much: of a merchant that the statistics do not know the planner expects no rows.
import type { Pool } from 'pg'

const tables = 'orders, customer_days, customer_stats, customer_store_stats, daily_sales'

/** `rough`: from a tenth of the sample, while more come. */
export async function analyzeOrders(owner: Pool, { rough = false } = {}): Promise<void> {
  // One text is one transaction, to the end of which the setting lasts.
  await owner.query(`${rough ? 'set local default_statistics_target = 10; ' : ''}analyze ${tables}`)
}

/** Statistics, and visibility for index-only scans. */
export async function settleOrders(owner: Pool): Promise<void> {
  await owner.query(`vacuum (analyze) ${tables}`)
}
