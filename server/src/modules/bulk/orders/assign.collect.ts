// Which orders a job is about, written down before anything is done to them.
import { type RawBuilder, sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import { guestOrders, type OrderFilter } from '../../orders/index.ts'
import { atFilter, scopeOf } from '../bulk.collect.ts'
import type { Job } from '../bulk.queries.ts'
import { AT_ONCE } from '../bulk.rules.ts'

/** How many are meant; null when a filter means so many that the worker has to go on collecting them. */
export async function collectOrders(
  tx: Writer,
  job: Job,
  ids: readonly string[] | undefined,
): Promise<number | null> {
  const scope = scopeOf(job)
  if (ids !== undefined)
    return insert(
      tx,
      job,
      sql`o.merchant_id = ${job.merchantId} and o.id = any(${[...ids]}::uuid[])
          and (${scope.storeIds}::uuid[] is null or o.store_id = any(${scope.storeIds}::uuid[]))`,
      null,
    )
  try {
    const count = await insert(tx, job, matching(job), AT_ONCE + 1)
    return count > AT_ONCE ? null : count
  } catch (error) {
    throw atFilter(error)
  }
}

/** The rest of them, in one statement; answers how many they are in all. */
export async function collectRestOfOrders(tx: Writer, job: Job): Promise<number> {
  await insert(tx, job, matching(job), null)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from bulk_job_orders where merchant_id = ${job.merchantId} and job_id = ${job.id}`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

const matching = (job: Job) => guestOrders(scopeOf(job), (job.filter ?? {}) as OrderFilter)

async function insert(
  tx: Writer,
  job: Job,
  condition: RawBuilder<unknown>,
  limit: number | null,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into bulk_job_orders (merchant_id, job_id, order_id)
    select o.merchant_id, ${job.id}::uuid, o.id from orders o where ${condition}
     ${limit === null ? sql`` : sql`limit ${limit}`}
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
