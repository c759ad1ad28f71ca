// The worker with its database.
import { pino } from 'pino'
import { openDb } from '../db/replica.ts'
import { requireSafeDatabase } from '../db/self-check.ts'
import { mailSettingsOf } from '../modules/communications/index.ts'
import { openStorage } from '../modules/files/index.ts'
import { runWorker } from '../worker.ts'
import { requireUsable } from './database.ts'
import type { RoleSettings, RunningRole } from './roles.ts'

/** Its jobs, the bell for new ones, the lock that shows it lives, and what a task asks as owner. */
const OWNER_CONNECTIONS = 6

export async function startWorker({ config, database }: RoleSettings): Promise<RunningRole> {
  const log = pino({ level: config.logLevel, name: 'worker' })
  const db = openDb(
    {
      url: database.url,
      ownerUrl: database.directUrl,
      ownerMax: OWNER_CONNECTIONS,
      pooling: config.databasePool,
      onError: (error) => log.warn({ err: error }, 'a connection to the database was lost'),
    },
    { readUrl: database.readUrl, log: (level, message, err) => log[level]({ err }, message) },
  )
  const [storage] = await Promise.all([
    openStorage(config.files),
    requireUsable(database.url, () => requireSafeDatabase(db)),
  ])
  const worker = await runWorker({ db, storage, log, mail: mailSettingsOf(config) })
  return {
    address: null,
    setupCode: null,
    noteWorker: () => undefined,
    broken: worker.broken,
    stop: async () => {
      await worker.stop()
      await db.close()
    },
  }
}
