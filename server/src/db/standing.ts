// As whom, and with what settings, the application speaks to the database: by connection, or through a pooler in
// transaction mode by transaction, where nothing may outlive one.
import { sql } from 'kysely'
import type { Writer } from './client.ts'

// Statements are written so that one plan is right for all values (where it is not, there are two statements); planning
// for the values at hand costs 0.2 ms each time and misjudges what a word matches by up to 60 times.
const settings = {
  role: 'clientele_app',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  random_page_cost: '1.1',
  timezone: 'UTC',
  plan_cache_mode: 'force_generic_plan',
  // New entries of the trigram index are laid down and sorted in later (customers/many/pending-list.ts), never by whoever
  // saves: a list of 4 MB, as it would be otherwise, takes one of them a quarter of a second.
  gin_pending_list_limit: '64MB',
}
const entries = Object.entries(settings)

/** As the `options` of a connection string. */
export const sessionSettings = entries.map(([name, value]) => `-c ${name}=${value}`).join(' ')

const local = sql.join(
  entries.map(([name, value]) => sql`set_config(${sql.lit(name)}, ${sql.lit(value)}, true)`),
)

export async function standIn(tx: Writer, merchantId: string): Promise<void> {
  await sql`select ${local}, set_config('app.merchant_id', ${merchantId}, true)`.execute(tx)
}
