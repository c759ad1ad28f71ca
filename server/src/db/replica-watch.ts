/**
 * Whether the replica may be asked. It may while it holds all that the primary had a moment ago: once a second the primary
 * says where its log stands, and the replica how far it has replayed. The age of the newest of those places that it has
 * passed is how old an answer can be; it grows by itself when either falls silent, so that nothing has to be noticed in
 * time. (The time of the last replayed commit says less: with nobody writing it gets old as well.)
 */
import { sql } from 'kysely'
import type { Db } from './client.ts'

/** How old an answer may be. Whoever has just written or been told of a change reads from the primary for longer. */
export const MOST_BEHIND_MS = 4000
const LOOK_EVERY_MS = 1000
/** While nothing is wrong with it, but it has not come to where the primary was. */
const SOON_MS = 100
/** A replica that is silent for so long is cut off, or whoever waits for it would wait with it. */
const SILENCE_MS = 2000

export type ReplicaWatch = { isUsable(): boolean; stop(): void }

type Options = {
  readonly primary: Db
  readonly replica: Db
  /** Ends every connection to the replica. */
  readonly cut: () => void
  /** Told once when it cannot be used, with the reason, and with null when it can again. */
  readonly tell: (fault: string | null) => void
}

type Place = { readonly system: string; readonly name: string; readonly position: string }

const place = 'system_identifier::text as system, current_database()::text as name'
const askPrimary = `select ${place}, (pg_current_wal_lsn() - '0/0')::text as position from pg_control_system()`
const askReplica = sql<Place & { readonly isReplica: boolean }>`
  select ${sql.raw(place)}, (pg_last_wal_replay_lsn() - '0/0')::text as position, pg_is_in_recovery() as "isReplica"
    from pg_control_system()`

export function watchReplica({ primary, replica, cut, tell }: Options): ReplicaWatch {
  /** When the primary had what the replica has now, as far as that is known. */
  let freshAt = Number.NEGATIVE_INFINITY
  let marks: { readonly at: number; readonly position: bigint }[] = []
  let behindSince: number | null = null
  let isFaulty = false
  let isStopped = false
  let timer: NodeJS.Timeout | undefined

  const isUsable = () => performance.now() - freshAt < MOST_BEHIND_MS

  async function look(): Promise<string | null> {
    const at = performance.now()
    const here: Place = (await primary.owner.query(askPrimary, [])).rows[0]
    marks = [
      ...marks.filter((mark) => at - mark.at < MOST_BEHIND_MS),
      { at, position: BigInt(here.position) },
    ]
    const fault = await lookThere(here)
    if (fault !== null) freshAt = Number.NEGATIVE_INFINITY
    if (fault !== null || isUsable()) {
      behindSince = null
      return fault
    }
    // At the first look, or when this process stood still, it is not known how old what the replica has is.
    behindSince ??= at
    return at - behindSince < LOOK_EVERY_MS ? null : 'it is too far behind'
  }

  async function lookThere(here: Place): Promise<string | null> {
    const silence = setTimeout(cut, SILENCE_MS)
    try {
      const { rows } = await replica.global((reader) => askReplica.execute(reader))
      const there = rows[0]
      if (there?.isReplica !== true) return 'it is no replica'
      if (there.system !== here.system || there.name !== here.name) return 'it is one of another database'
      const passed = BigInt(there.position)
      freshAt = marks.findLast(({ position }) => position <= passed)?.at ?? freshAt
      return null
    } catch (error) {
      return (error as Error).message
    } finally {
      clearTimeout(silence)
    }
  }

  async function lookOn(): Promise<void> {
    // A primary that does not answer says nothing of the replica, and others tell of it.
    const fault = await look().catch(() => undefined)
    if (isStopped) return
    if (fault !== undefined && (fault !== null) !== isFaulty && (fault !== null || isUsable())) {
      isFaulty = fault !== null
      tell(fault)
    }
    timer = setTimeout(lookOn, fault === null && !isUsable() ? SOON_MS : LOOK_EVERY_MS).unref()
  }

  void lookOn()
  return {
    isUsable,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
