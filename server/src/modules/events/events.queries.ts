import { sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import { LONGEST_LIST, type StoredEvent } from './events.rules.ts'

/** Beyond this a reader is told to read everything anew. */
export const LONGEST_GAP = 5000

/** Every transaction below it has ended: what it wrote is visible to whatever is read from now on. */
export async function settledUpTo(reader: Reader): Promise<string> {
  const { rows } = await sql<{
    horizon: string
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(reader)
  return rows[0]?.horizon ?? '0'
}

/** Those not yet `seen`, in the order of their ids. Long lists of ids are read only where somebody needs them, to count the visible ones. */
export async function eventsFrom(
  reader: Reader,
  input: {
    readonly merchantId: string
    readonly horizon: string
    readonly seen: readonly number[]
    readonly withLongLists: boolean
  },
): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredEvent>`
    select id, tx::text as tx, kind, count, case when count > ${LONGEST_LIST} and not ${input.withLongLists} then '{}' else ids end as ids
      from events
     where merchant_id = ${input.merchantId} and tx >= ${input.horizon}::xid8 and id <> all (${input.seen}::bigint[])
     order by id
     limit ${LONGEST_GAP + 1}`.execute(reader)
  return rows
}

/** Where to resume after this event; null when it is not kept any more, or never was. */
export async function findResumePoint(
  reader: Reader,
  merchantId: string,
  id: number,
): Promise<{ readonly horizon: string; readonly tx: string } | null> {
  const { rows } = await sql<{ horizon: string; tx: string }>`
    select horizon::text as horizon, tx::text as tx from events where merchant_id = ${merchantId} and id = ${id}`.execute(
    reader,
  )
  return rows[0] ?? null
}

/** Which of these customers somebody limited to these stores can see. */
export async function visibleCustomerIds(
  reader: Reader,
  input: {
    readonly merchantId: string
    readonly storeIds: readonly string[]
    readonly ids: readonly string[]
  },
): Promise<Set<string>> {
  if (input.ids.length === 0) return new Set()
  const rows = await reader
    .selectFrom('customer_stores')
    .select('customer_id')
    .distinct()
    .where('merchant_id', '=', input.merchantId)
    .where('customer_id', '=', sql<string>`any(${input.ids}::uuid[])`)
    .where('store_id', '=', sql<string>`any(${input.storeIds}::uuid[])`)
    .execute()
  return new Set(rows.map((row) => row.customer_id))
}
