// The HTTP server with its database. Ready while jobs are done and the database answers.
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { buildApp } from '../app.ts'
import type { Config } from '../config.ts'
import type { Db } from '../db/client.ts'
import { openDb } from '../db/replica.ts'
import { requireSafeDatabase } from '../db/self-check.ts'
import { openStorage } from '../modules/files/index.ts'
import { requireUsable } from './database.ts'
import { type Pulse, takePulse } from './pulse.ts'
import type { RoleSettings, RunningRole } from './roles.ts'
import { webFolder } from './web-build.ts'

/** Answers that take longer than this at a stop are cut off (event streams never end by themselves). */
const DRAIN_MS = 3000

export async function startWeb({ config, database, secret }: RoleSettings): Promise<RunningRole> {
  const logger = pino({ level: config.logLevel, name: 'web' })
  let pulse: Pulse | undefined
  let isWorkerUp = false
  const onError = (error: Error) => {
    logger.warn({ err: error }, 'a connection to the database was lost')
    pulse?.doubt()
  }
  const db = openDb(
    { url: database.url, ownerUrl: database.directUrl, pooling: config.databasePool, onError },
    { readUrl: database.readUrl, log: (level, message, err) => logger[level]({ err }, message) },
  )
  const [storage] = await Promise.all([
    openStorage(config.files),
    requireUsable(database.url, () => requireSafeDatabase(db)),
  ])
  pulse = takePulse(() => db.owner.query('select 1', []))
  const app = await buildApp({
    db,
    logger,
    storage,
    listenUrl: database.directUrl,
    setupCode: setupCodeOf(secret),
    publicUrl: config.publicUrl,
    sendsMail: config.smtpUrl !== null,
    trustProxy: config.trustProxy,
    webFolder,
    ready: () => isWorkerUp && pulse.beats(),
    version: versionOf(),
  })
  const address = await app.listen({ port: config.port, host: config.host }).catch((error) => {
    throw new Error(listenLine(error, config))
  })
  return {
    address: config.publicUrl ?? forPeople(address, config.host),
    setupCode: (await needsSetup(db)) ? setupCodeOf(secret) : null,
    noteWorker: (up) => {
      isWorkerUp = up
    },
    broken: new Promise(() => undefined),
    stop: async () => {
      pulse.stop()
      const cut = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS)
      await app.close()
      clearTimeout(cut)
      await db.close()
    },
  }
}

/** The same in every process of an installation, and after a restart. */
function setupCodeOf(secret: string): string {
  // Without letters and digits that are taken for one another.
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
  const bytes = createHmac('sha256', secret).update('first start').digest().subarray(0, 8)
  const letters = Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

async function needsSetup(db: Db): Promise<boolean> {
  const found = await db.global((reader) =>
    sql<{ owned: boolean }>`select has_owner() as owned`.execute(reader),
  )
  return found.rows[0]?.owned === false
}

function listenLine(error: NodeJS.ErrnoException, { port, host }: Config): string {
  if (error.code === 'EADDRINUSE')
    return `port ${port} of ${host} is taken by another program: set PORT to a free one`
  if (error.code === 'EACCES')
    return `port ${port} may not be opened by this user: set PORT to one above 1023`
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST ${host} is no address of this machine`
  return error.message
}

const everywhere = new Set(['0.0.0.0', '::', '127.0.0.1', '::1', 'localhost'])

function forPeople(address: string, host: string): string {
  return everywhere.has(host) ? `http://localhost:${new URL(address).port || 80}` : address
}

function versionOf(): string {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
