import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { newId } from '../../kernel/ids.ts'

/** What it is about and what was done: `customer.edited`, `tag.created`. */
export type ActivityKind =
  `${'customer' | 'customers' | 'order' | 'orders' | 'receipt' | 'review' | 'reviews' | 'tag' | 'store' | 'attribute' | 'settings'}.${string}`

/** Only the fields that changed, as they are on the wire. */
type Changes = Readonly<Record<string, unknown>>

export type NewActivity = {
  readonly kind: ActivityKind
  readonly customerId: string | null
  readonly before?: Changes | null
  readonly after?: Changes | null
  /** The activity of the bulk action that this one is a part of. */
  readonly parentId?: string | null
  /** Given only when children must name it before it is written. */
  readonly id?: string
}

/** A job has no request, only who asked for it. */
export type Recorder = Pick<Ctx, 'scope' | 'actor'>

/** Writes what happened, in the transaction in which it happened; answers its id. */
export async function recordActivity(tx: Writer, recorder: Recorder, activity: NewActivity): Promise<string> {
  const [id] = await recordActivities(tx, recorder, [activity])
  return id as string
}

/** The same for many customers in one statement. */
export async function recordActivities(
  tx: Writer,
  { scope, actor }: Recorder,
  activities: readonly NewActivity[],
): Promise<string[]> {
  if (activities.length === 0) return []
  const rows = activities.map((activity) => ({
    id: activity.id ?? newId(),
    kind: activity.kind,
    customer_id: activity.customerId,
    parent_id: activity.parentId ?? null,
    before: activity.before ?? null,
    after: activity.after ?? null,
  }))
  // One text whatever the number of rows: it is planned once. A JSON null must become SQL's.
  await sql`
    insert into activities (merchant_id, id, customer_id, parent_id, kind, actor_kind, actor_id, actor_name, before, after)
    select ${scope.merchantId}::uuid, r.id, r.customer_id, r.parent_id, r.kind, ${actor.kind}, ${actor.id}::uuid, ${actor.name},
           nullif(r.before, 'null'), nullif(r.after, 'null')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, customer_id uuid, parent_id uuid, kind text, before jsonb, after jsonb)`.execute(tx)
  return rows.map((row) => row.id)
}
