// For tables that have just grown much: of a merchant whom the statistics do not know the planner expects no rows.
import type { Pool } from 'pg'

/** `rough`: from a tenth of the sample, while more come. */
export async function analyzeTables(
  owner: Pool,
  tables: readonly string[],
  { rough = false } = {},
): Promise<void> {
  // One text is one transaction, to the end of which the setting lasts.
  const sample = rough ? 'set local default_statistics_target = 10; ' : ''
  await owner.query(`${sample}analyze ${tables.join(', ')}`)
}

/**
 * Statistics, visibility for index-only scans, and what waits to be sorted into an index. It rests about as long as it works,
 * so that whoever asks for something meanwhile finds a processor.
 */
export async function settleTables(owner: Pool, tables: readonly string[]): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query("set vacuum_cost_delay = '2ms'; set vacuum_cost_limit = 1000")
    await client.query(`vacuum (analyze) ${tables.join(', ')}`)
  } finally {
    // The settings end with the connection.
    client.release(true)
  }
}
