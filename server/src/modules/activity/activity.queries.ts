import { sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import { encodeCursor } from '../../kernel/cursor.ts'
import { idPlace } from '../../kernel/places.ts'
import { type Subject, subjects } from './activity.schemas.ts'

export type ActivityPageOptions = {
  readonly limit: number
  readonly cursor?: string | undefined
  /** Only what is about this. */
  readonly about?: Subject | undefined
}

/** What happened to a customer, latest first, as JSON text; that the caller may see the customer is theirs to check. */
export async function listActivities(
  reader: Reader,
  merchantId: string,
  customerId: string,
  { limit, cursor, about }: ActivityPageOptions,
): Promise<string> {
  const { rows } = await sql<{ id: string; text: string }>`
    select a.id, json_build_object('id', a.id, 'kind', a.kind,
           'at', to_char(a.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'actor', json_build_object('kind', a.actor_kind, 'id', a.actor_id, 'name', a.actor_name),
           'before', a.before, 'after', a.after, 'parentId', a.parent_id)::text as text
      from activities a
     where a.merchant_id = ${merchantId} and a.customer_id = ${customerId} and a.id < ${endOf(cursor)}::uuid
           ${about === undefined ? sql`` : sql`and split_part(a.kind, '.', 1) = any(${[...subjects[about]]}::text[])`}
     order by a.id desc limit ${limit + 1}`.execute(reader)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  const nextCursor = last === undefined ? null : encodeCursor([last.id], 'activities')
  return `{"items":[${page.map((row) => row.text).join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`
}

const AFTER_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const endOf = (cursor: string | undefined): string =>
  cursor === undefined ? AFTER_ALL : idPlace(cursor, 'activities')
