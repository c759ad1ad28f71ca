// Whom a job is about, written down before anything is done to them.
import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import type { Merchant, Scope } from '../../http/context.ts'
import { invalid, Problem } from '../../kernel/problem.ts'
import { filterOf, matchingCustomers, params, run, visibleTo } from '../customers/index.ts'
import { readMerchant } from '../merchants/index.ts'
import type { Job } from './bulk.queries.ts'
import { AT_ONCE } from './bulk.rules.ts'
import type { BulkRequest } from './bulk.schemas.ts'

/** What whoever began it may see. */
export const scopeOf = ({ merchantId, storeScope }: Pick<Job, 'merchantId' | 'storeScope'>): Scope => ({
  merchantId,
  storeIds: storeScope,
})

type Asker = { readonly scope: Scope; readonly merchant: Merchant }

/** How many are meant; null when a filter means so many that the worker has to go on collecting them. */
export async function collect(
  tx: Writer,
  asker: Asker,
  job: Job,
  request: BulkRequest,
): Promise<number | null> {
  if (request.ids !== undefined) return collectIds(tx, asker, job, request.ids)
  const count = await collectMatching(tx, asker, job, AT_ONCE + 1).catch((error: unknown) => {
    throw atFilter(error)
  })
  return count > AT_ONCE ? null : count
}

/** The rest of them, in one statement; answers how many they are in all. */
export async function collectRest(tx: Writer, job: Job): Promise<number> {
  await collectMatching(
    tx,
    { scope: scopeOf(job), merchant: await readMerchant(tx, job.merchantId) },
    job,
    null,
  )
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from bulk_job_customers where merchant_id = ${job.merchantId} and job_id = ${job.id}`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

async function collectIds(tx: Writer, { scope }: Asker, job: Job, ids: readonly string[]): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into bulk_job_customers (merchant_id, job_id, customer_id)
    select c.merchant_id, ${job.id}, c.id from customers c
     where c.merchant_id = ${job.merchantId} and c.id = any(${[...ids]}::uuid[]) and ${visibleTo(scope)}`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0)
}

async function collectMatching(tx: Writer, asker: Asker, job: Job, limit: number | null): Promise<number> {
  const p = params()
  const matching = await matchingCustomers(tx, asker, filterOf(job.filter ?? {}, asker.merchant.timeZone), p)
  if (matching === null) return 0
  const rows = await run<{ customer_id: string }>(
    tx,
    `insert into bulk_job_customers (merchant_id, job_id, customer_id)
     select $1, ${p(job.id, 'uuid')}, m.customer_id from (${matching}) m ${limit === null ? '' : `limit ${p(limit, 'int')}`}
     on conflict do nothing ${limit === null ? '' : 'returning customer_id'}`,
    p,
  )
  return rows.length
}

/** What is a bad query of the list is a field of this body. */
export function atFilter(error: unknown): unknown {
  if (!(error instanceof Problem) || error.status !== 400) return error
  return invalid(error.fields.map((fault) => ({ ...fault, path: `filter.${fault.path}` })))
}
