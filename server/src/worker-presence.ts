// A worker that is killed leaves its jobs locked, and graphile-worker frees them after four hours. Each worker therefore
// holds an advisory lock for as long as it lives; whoever finds jobs of one whose lock is free gives them back at once.
import type { Pool, PoolClient } from 'pg'

export type Presence = { end(): Promise<void> }

const FIRST_LOOKS_MS = [0, 4000]
const LOOK_EVERY_MS = 30_000
/** A worker takes its lock right after its start; until then its first jobs are no sign of its death. */
const GRACE = '3 seconds'

export function keepPresence(owner: Pool, poolId: string, onError: (error: unknown) => void): Presence {
  let client: PoolClient | null = null
  let last: Promise<void> = Promise.resolve()

  const look = async () => {
    client ??= await claim(owner, poolId, () => {
      client = null
    })
    await freeJobsOfTheDead(client, poolId)
  }
  const lookInTurn = () => {
    last = last.then(look).catch(onError)
  }
  const timers = FIRST_LOOKS_MS.map((ms) => setTimeout(lookInTurn, ms))
  const interval = setInterval(lookInTurn, LOOK_EVERY_MS)
  return {
    end: async () => {
      for (const timer of timers) clearTimeout(timer)
      clearInterval(interval)
      await last
      // The connection goes, and the lock with it.
      client?.release(true)
    },
  }
}

async function claim(owner: Pool, poolId: string, onLost: () => void): Promise<PoolClient> {
  const client = await owner.connect()
  client.once('end', onLost)
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [poolId])
  return client
}

async function freeJobsOfTheDead(client: PoolClient, poolId: string): Promise<void> {
  const { rows } = await client.query<{ locked_by: string }>(
    `select distinct locked_by from graphile_worker.jobs
      where locked_by <> $1 and locked_at < now() - interval '${GRACE}'`,
    [poolId],
  )
  for (const { locked_by } of rows) {
    const { rows: tried } = await client.query(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as free',
      [locked_by],
    )
    if (!tried[0].free) continue
    await client.query('select graphile_worker.force_unlock_workers(array[$1])', [locked_by])
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [locked_by])
  }
  // A step that was killed after its commit: the next step took its key, and it is not tried again.
  await client.query(
    `select graphile_worker.complete_jobs(array(
       select id from graphile_worker.jobs
        where key is null and attempts >= max_attempts and last_error is null and locked_at is null))`,
    [],
  )
}
