// Getting a database ready for use, wherever it is: reach it, bring its schema up to date, say in one line what hinders.
import { setTimeout as sleep } from 'node:timers/promises'
import { databaseLine, isBusy, isUnreachable } from './one-line.ts'

export type DatabasePlace = {
  readonly url: string
  /** The same database without a pooler in between: for migrations, LISTEN, COPY and advisory locks. */
  readonly directUrl: string
  readonly readUrl: string | null
}

const POOLER_PATIENCE_MS = 5000

export async function prepareDatabase(
  place: DatabasePlace,
  options: { readonly migrate: boolean; readonly patienceMs: number },
): Promise<void> {
  const [{ createPool }, { migrate, requireMigrated }] = await Promise.all([
    import('../db/pool.ts'),
    import('../db/migrate.ts'),
  ])
  const pool = createPool(place.directUrl, {
    max: 2,
    settings: '-c timezone=UTC',
    onError: () => undefined,
  })
  try {
    await reach(() => pool.query('select 1'), options.patienceMs)
    await (options.migrate ? migrate(pool) : requireMigrated(pool))
  } catch (error) {
    throw new Error(databaseLine(error, placeOf(place.directUrl)), { cause: error })
  } finally {
    await pool.end()
  }
}

/** The application's own connections, which may go another way: through a pooler, which may be started just now as well. */
export async function requireUsable(url: string, require: () => Promise<void>): Promise<void> {
  try {
    await reach(require, POOLER_PATIENCE_MS)
  } catch (error) {
    throw new Error(databaseLine(error, placeOf(url)), { cause: error })
  }
}

/** Host and database as a person wrote them, without the password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return url.replace(/^.*@/, '')
  const { host, pathname, searchParams } = new URL(url)
  return `${searchParams.get('host') ?? host}${pathname}`
}

/** A database that is started at the same time as we are may need a moment. */
async function reach(ask: () => Promise<unknown>, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    try {
      await ask()
      return
    } catch (error) {
      if (!(isUnreachable(error) || isBusy(error)) || Date.now() >= deadline) throw error
      await sleep(300)
    }
  }
}
