// A data folder that is held: its lock, its control socket and its database. `serve` holds it for as long as it runs, a
// CLI command for its own time.
import { join } from 'node:path'
import { type Config, toolEnvironment } from '../config.ts'
import { type Postgres, runPostgres } from '../db/embedded/postgres.ts'
import { endLeftChildren } from './children.ts'
import { type Holder, openControl } from './control.ts'
import type { DataFolder } from './data-folder.ts'
import { type DatabasePlace, prepareDatabase } from './database.ts'
import type { Lock } from './lock.ts'
import { logTo } from './log.ts'

export type House = {
  /** The database, reached and migrated; rejects with one line. */
  readonly database: Promise<DatabasePlace>
  /** Tells the address to whoever asks who is here. */
  announce(address: string | null): void
  /** Resolves when no other command has the database. */
  idle(): Promise<void>
  /** From now on nobody gets the database any more. */
  beginToClose(): void
  close(): Promise<void>
}

type Opening = {
  readonly config: Config
  readonly folder: DataFolder
  readonly lock: Lock
  readonly kind: Holder['kind']
  readonly command: string
  readonly migrate: boolean
}

const REACH_PATIENCE_MS = 8000

export async function openHouse(opening: Opening): Promise<House> {
  const { config, folder } = opening
  const { kind, command } = opening
  let holder: Holder = {
    pid: process.pid,
    kind,
    command,
    since: new Date().toISOString(),
    address: null,
    stopping: false,
  }
  let postgres: Postgres | undefined

  async function prepare(): Promise<DatabasePlace> {
    await endLeftChildren(folder)
    if (holder.stopping) throw new Error('stopped')
    postgres = config.databaseUrl === null ? embedded(config, folder) : undefined
    const place = outsidePlace(config) ?? insidePlace(postgres as Postgres)
    await Promise.all([postgres?.ready, import('../db/migrate.ts')])
    await prepareDatabase(place, { migrate: opening.migrate, patienceMs: REACH_PATIENCE_MS })
    return place
  }

  const { promise: database, resolve, reject } = Promise.withResolvers<DatabasePlace>()
  database.catch(() => undefined)
  const control = await openControl(folder.control, { holder: () => holder, database: () => database })
  void prepare().then(resolve, reject)
  return {
    database,
    announce: (address) => {
      holder = { ...holder, address }
    },
    idle: () => control.idle(),
    beginToClose: () => {
      holder = { ...holder, stopping: true }
    },
    close: async () => {
      holder = { ...holder, stopping: true }
      await postgres?.stop()
      control.close()
      opening.lock.release()
    },
  }
}

export function outsidePlace(config: Config): DatabasePlace | null {
  const { databaseUrl: url, databaseDirectUrl, databaseReadUrl: readUrl } = config
  return url === null ? null : { url, directUrl: databaseDirectUrl ?? url, readUrl }
}

const insidePlace = ({ url }: Postgres): DatabasePlace => ({ url, directUrl: url, readUrl: null })

function embedded(config: Config, folder: DataFolder): Postgres {
  const log = logTo(config)
  return runPostgres({
    folder: folder.postgres,
    sockets: folder.sockets,
    log: join(folder.run, 'postgres.log'),
    env: toolEnvironment(),
    onDown: (reason) => log('warn', reason),
  })
}
