import { parseArgs } from 'node:util'
import { withDatabase } from '../supervisor/lease.ts'
import type { CommandIo } from './dispatch.ts'

export async function migrateCommand(
  args: readonly string[],
  { config, out }: CommandIo,
): Promise<undefined> {
  parseArgs({ args: [...args], options: {} })
  // Whoever gets the database gets it migrated.
  await withDatabase(config, 'migrate', async () => out('The database is up to date.'))
}
