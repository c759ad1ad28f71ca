/**
 * A read replica beside the primary (DATABASE_READ_URL, decision 0012). What may be a few seconds old is asked of it, while
 * it is known to be no older; whatever it does not answer well is asked of the primary. So a replica that is away,
 * overtaken by a migration, or that gave up a query for what it had to replay costs time and never an error.
 */
import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { Problem } from '../kernel/problem.ts'
import { createDb, type Db, type DbOptions, type Reader } from './client.ts'
import { type ReplicaWatch, watchReplica } from './replica-watch.ts'

export type ReplicaOptions = {
  /** Null: everything is read from the primary. */
  readonly readUrl: string | null
  readonly log: (level: 'info' | 'warn', message: string, error?: unknown) => void
}

/** A replica that takes longer than this to let us in is not worth the wait. */
const CONNECT_MS = 2000
/** Of refusals that are nobody's daily bread one line is enough for so long. */
const QUIET_MS = 60_000
const NOT_YET = Symbol('what the replica must hold has not come yet')

/** The database, and its replica when there is one. */
export function openDb(options: DbOptions, { readUrl, log }: ReplicaOptions): Db {
  const primary = createDb(options)
  if (readUrl === null) return primary
  const connected = new Set<pg.Client>()
  const behind = createDb({
    ...options,
    url: readUrl,
    ownerUrl: readUrl,
    lobbyMax: 1,
    connectMs: CONNECT_MS,
    attempts: 1,
    connected,
    // The watch tells of it, once.
    onError: () => undefined,
  })
  const watch = watchReplica({
    primary,
    replica: behind,
    cut: () => {
      for (const client of connected) client.connection.stream.destroy()
    },
    tell: (fault) =>
      fault === null
        ? log('info', 'the read replica is used')
        : log('warn', `the read replica is not used, all reads go to the primary: ${fault}`),
  })
  return {
    ...primary,
    replica: readingBehind(primary, behind, { watch, note: noteTo(log), pooling: options.pooling }),
    close: async () => {
      watch.stop()
      await Promise.all([primary.close(), behind.close()])
    },
  }
}

type How = {
  readonly watch: ReplicaWatch
  readonly note: (error: unknown) => void
  readonly pooling: DbOptions['pooling']
}

function readingBehind(primary: Db, behind: Db, { watch, note, pooling }: How): Db {
  const read = async <T>(merchantId: string, fn: (reader: Reader) => Promise<T>): Promise<T> => {
    if (!watch.isUsable()) return primary.read(merchantId, fn)
    try {
      return await behind.read(merchantId, fn)
    } catch (error) {
      note(error)
    }
    return primary.read(merchantId, fn)
  }
  return {
    ...primary,
    read,
    readWithAside: async (merchantId, aside, fn) => {
      if (!watch.isUsable()) return primary.readWithAside(merchantId, aside, fn)
      // Who may ask is the primary's to say: side by side, as one connection leads to one server.
      const asked = primary.global((reader) =>
        reader.executeQuery<{ answer: unknown }>(CompiledQuery.raw(aside.text, [...aside.values])),
      )
      const [{ rows }, [outcome]] = await Promise.all([asked, Promise.allSettled([read(merchantId, fn)])])
      return {
        aside: rows[0]?.answer,
        outcome: () => {
          if (outcome.status === 'rejected') throw outcome.reason
          return outcome.value
        },
      }
    },
    snapshot: async (merchantId, fn, holds) => {
      // A snapshot needs connections of its own, without a pooler in between.
      if (pooling === 'transaction' || !watch.isUsable()) return primary.snapshot(merchantId, fn)
      let isBegun = false
      try {
        const result = await behind.snapshot(merchantId, async (snapshot) => {
          if (holds !== undefined && !(await holds(snapshot.reader))) return NOT_YET
          isBegun = true
          return fn(snapshot)
        })
        if (result !== NOT_YET) return result
      } catch (error) {
        // What has been handed on cannot be taken back.
        if (isBegun) throw error
        note(error)
      }
      return primary.snapshot(merchantId, fn)
    },
  }
}

/**
 * A Problem, such as a customer that is not there yet, is no news. Conflicts with what is replayed (40001, 57014) and lost
 * connections come of themselves; anything else that only the replica refuses somebody should look at.
 */
function noteTo(log: ReplicaOptions['log']): (error: unknown) => void {
  let quietUntil = 0
  return (error) => {
    if (error instanceof Problem) return
    const isOdd = error instanceof pg.DatabaseError && !/^(08|40|57)/.test(error.code ?? '')
    const isLoud = isOdd && Date.now() >= quietUntil
    if (isLoud) quietUntil = Date.now() + QUIET_MS
    log(isLoud ? 'warn' : 'info', 'the read replica refused a read, the primary was asked instead', error)
  }
}
