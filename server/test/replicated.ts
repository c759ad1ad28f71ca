// A primary with a real streaming replica, and web processes over them as they are shipped: each with its own connections.
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, inject, onTestFinished } from 'vitest'
import { buildApp } from '../src/app.ts'
import type { Db } from '../src/db/client.ts'
import { migrate } from '../src/db/migrate.ts'
import { createPool } from '../src/db/pool.ts'
import { openDb } from '../src/db/replica.ts'
import { type Permission, permissions } from '../src/kernel/permissions.ts'
import { makeMerchant, newApiKey } from '../src/modules/auth/index.ts'
import { folderStorage } from '../src/modules/files/index.ts'
import { callerWith } from './harness.ts'
import { makeCluster, makeStandby, urlIn } from './postgres.ts'

/** A standby is sent what has been flushed; otherwise that takes its time here. */
const PRIMARY = ['synchronous_commit=on']
/** Conflicts are settled and a lost primary is found again without much waiting. */
const STANDBY = ['max_standby_streaming_delay=100ms', 'wal_retrieve_retry_interval=100ms']

export type Replicated = Awaited<ReturnType<typeof startReplicated>>

/** Ends with `stop`: it serves all tests of a file. */
export async function startReplicated() {
  const which = inject('databaseKind')
  const first = await makeCluster(which)
  const second = await makeStandby(which, first)
  const primary = await first.start(PRIMARY)
  let replica: { stop(): Promise<void> } | null = await second.start(STANDBY)
  const here = createPool(first.url, { max: 2, onError: () => undefined })
  await migrate(here)

  const there = async (text: string) => {
    const client = new pg.Client({ connectionString: second.url })
    await client.connect()
    return client.query(text).finally(() => client.end())
  }
  const position = async () => (await here.query('select pg_current_wal_lsn() as at', [])).rows[0].at
  return {
    url: first.url,
    replicaUrl: second.url,
    replicaFolder: second.folder,
    here,
    there,
    caughtUp: async () => {
      const at = await position()
      await expect
        .poll(async () => (await there(`select pg_last_wal_replay_lsn() >= '${at}' as yes`)).rows[0].yes, {
          interval: 10,
          timeout: 5000,
        })
        .toBe(true)
    },
    pause: () => there('select pg_wal_replay_pause()'),
    // What is replayed meanwhile may cancel even this.
    resume: () =>
      expect
        .poll(() =>
          there('select pg_wal_replay_resume()').then(
            () => true,
            () => false,
          ),
        )
        .toBe(true),
    stopReplica: async () => {
      await replica?.stop()
      replica = null
    },
    startReplica: async () => {
      replica ??= await second.start(STANDBY)
    },
    stop: async () => {
      await here.end()
      await replica?.stop()
      await primary.stop()
      await Promise.all([first.remove(), second.remove()])
    },
  }
}

export type Line = { readonly level: string; readonly message: string; readonly error: unknown }

/** A web process; ends with `close`. */
export async function webProcess(
  { url, replicaUrl }: Pick<Replicated, 'url' | 'replicaUrl'>,
  pooling: 'session' | 'transaction' = 'session',
) {
  const lines: Line[] = []
  const db = openDb(
    { url, pooling, max: 4, onError: () => undefined },
    { readUrl: replicaUrl, log: (level, message, error) => lines.push({ level, message, error }) },
  )
  const filesFolder = await mkdtemp(join(tmpdir(), 'clientele-files-'))
  const storage = folderStorage(filesFolder)
  const app = await buildApp({
    ...{ db, storage, listenUrl: url, ready: () => true, version: '0.0.0-test' },
    ...{
      logger: false,
      setupCode: null,
      publicUrl: null,
      sendsMail: false,
      trustProxy: false,
      webFolder: null,
    },
  })
  return {
    ...{ app, db, lines, storage },
    close: async () => {
      await app.close()
      await db.close()
      await rm(filesFolder, { recursive: true, force: true })
    },
    /** The answers as this key gets them. */
    as: (key: string) => callerWith(app, { authorization: `Bearer ${key}` }),
    /** Resolves when reads come from the replica. */
    usesReplica: async () => {
      await expect.poll(() => isBehind(db), { interval: 20, timeout: 8000 }).toBe(true)
    },
    usesPrimary: async () => {
      await expect.poll(() => isBehind(db), { interval: 20, timeout: 8000 }).toBe(false)
    },
  }
}

export type WebProcess = Awaited<ReturnType<typeof webProcess>>

async function isBehind({ replica }: Db): Promise<boolean> {
  if (replica === null) return false
  return replica.read(crypto.randomUUID(), async (reader) => {
    return (
      (await sql<{ yes: boolean }>`select pg_is_in_recovery() as yes`.execute(reader)).rows[0]?.yes === true
    )
  })
}

export async function merchantIn({ here }: Replicated, business = 'North Deli') {
  const { merchantId } = await makeMerchant(here, {
    ...{ business, country: 'US', currency: 'USD', timeZone: 'America/New_York', locale: 'en' },
  })
  const key = async (scopes: readonly Permission[] = permissions) => {
    const made = newApiKey('test', scopes)
    await here.query(
      'insert into api_keys (merchant_id, id, name, key_hash, scopes) values ($1, $2, $3, $4, $5)',
      [merchantId, made.row.id, made.row.name, made.row.key_hash, made.row.scopes],
    )
    return made.key
  }
  return { id: merchantId, key }
}

/** The cookies of one browser, whichever process it comes to: kept and forgotten as it is told. */
export function createBrowser() {
  const jar = new Map<string, { readonly value: string; readonly until: number }>()
  const headers = () => {
    const alive = [...jar].filter(([, { until }]) => until > Date.now())
    return { cookie: alive.map(([name, { value }]) => `${name}=${value}`).join('; ') }
  }
  return {
    through: ({ app }: WebProcess) => {
      const caller = callerWith(app, {})
      const call = async (
        method: Parameters<typeof caller.call>[0],
        url: string,
        body?: unknown,
        more = {},
      ) => {
        const reply = await caller.call(method, url, body, { ...headers(), ...more })
        for (const line of [reply.headers['set-cookie'] ?? []].flat()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          const seconds = Number(/Max-Age=(\d+)/.exec(line)?.[1] ?? 0)
          jar.set(name, { value, until: Date.now() + seconds * 1000 })
        }
        return reply
      }
      return call
    },
    forget: (name: string) => void jar.delete(name),
  }
}

/** In front of the replica, to fall silent without a word as a broken network does. */
export async function startRelay(folder: string) {
  const own = await mkdtemp(join(tmpdir(), 'clientele-relay-'))
  const sockets = new Set<Socket>()
  let isSilent = false
  const relay = createServer((incoming) => {
    const outgoing = connect(join(folder, '.s.PGSQL.5432'))
    for (const [from, to] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(from)
      from.on('data', (bytes) => void (isSilent || to.write(bytes)))
      from.on('close', () => void (isSilent || to.destroy()))
      from.on('error', () => undefined)
    }
  })
  await new Promise<void>((resolve) => relay.listen(join(own, '.s.PGSQL.5432'), resolve))
  onTestFinished(async () => {
    relay.close()
    for (const socket of sockets) socket.destroy()
    await rm(own, { recursive: true, force: true })
  })
  return {
    url: urlIn(own),
    hush: () => {
      isSilent = true
    },
    speak: () => {
      isSilent = false
      for (const socket of sockets) socket.destroy()
      sockets.clear()
    },
  }
}
