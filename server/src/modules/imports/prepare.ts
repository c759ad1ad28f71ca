// How a transaction of an import is planned and committed.
import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import { runAll } from '../../db/statements.ts'

/**
 * Plans are for any merchant: one made for a merchant whom the statistics do not know yet expects no rows, takes any index,
 * and walks through all that the import has brought. A batch that a crash takes away goes with its checkpoint, and the commit
 * that ends or pauses the import waits for all before it.
 */
export function prepare(tx: Writer): Promise<void> {
  return runAll(tx, [
    sql`select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('synchronous_commit', 'off', true)`,
  ])
}
