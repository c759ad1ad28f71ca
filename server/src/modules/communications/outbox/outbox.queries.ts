import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../db/client.ts'
import type { Actor, Ctx, Scope } from '../../../http/context.ts'
import { encodeCursor } from '../../../kernel/cursor.ts'
import { idPlace } from '../../../kernel/places.ts'
import { notFound } from '../../../kernel/problem.ts'
import { visibleTo } from '../../customers/index.ts'
import { enhancedOf, type OutboxState, type Template } from './outbox.rules.ts'
import type { OutboxItem, OutboxListQuery } from './outbox.schemas.ts'

export type OutboxRow = {
  readonly id: string
  readonly merchantId: string
  readonly template: Template
  readonly recipient: string
  readonly subject: string
  readonly orderId: string | null
  readonly orderNumber: string | null
  readonly customerId: string | null
  /** Null also for who is out of the caller's sight. */
  readonly customerName: string | null
  readonly state: OutboxState
  readonly attempts: number
  readonly tries: number
  readonly nextTryAt: Date | null
  readonly answerCode: number | null
  readonly answer: string | null
  readonly error: string | null
  readonly messageId: string | null
  readonly actorKind: Actor['kind']
  readonly actorId: string | null
  readonly actorName: string
  readonly createdAt: Date
  readonly sentAt: Date | null
  /** Of who asked for it: whom it may name. */
  readonly storeScope: readonly string[] | null
}

const columns = sql`b.id, b.merchant_id as "merchantId", b.template, b.recipient, b.subject, b.order_id as "orderId",
  coalesce(o.receipt_number, o.number, o.external_id) as "orderNumber", b.customer_id as "customerId", c.display_name as "customerName",
  b.state, b.attempts, b.tries, b.next_try_at as "nextTryAt", b.answer_code as "answerCode", b.answer, b.error, b.message_id as "messageId",
  b.actor_kind as "actorKind", b.actor_id as "actorId", b.actor_name as "actorName", b.created_at as "createdAt", b.sent_at as "sentAt",
  b.store_scope as "storeScope"`

const from = (scope: Scope) => sql`outbox b
  left join orders o on o.merchant_id = b.merchant_id and o.id = b.order_id
  left join customers c on c.merchant_id = b.merchant_id and c.id = b.customer_id and ${visibleTo(scope, 'c.id')}`

/** Whoever is limited to stores sees what is about their orders. */
const inSight = ({ storeIds }: Scope): RawBuilder<unknown> =>
  storeIds === null ? sql`true` : sql`o.store_id = any(${[...storeIds]}::uuid[])`

export async function findOutboxRow(reader: Reader, scope: Scope, id: string): Promise<OutboxRow | null> {
  const { rows } = await sql<OutboxRow>`
    select ${columns} from ${from(scope)}
     where b.merchant_id = ${scope.merchantId} and b.id = ${id} and ${inSight(scope)}`.execute(reader)
  return rows[0] ?? null
}

export async function getOutboxRow(reader: Reader, scope: Scope, id: string): Promise<OutboxRow> {
  const row = await findOutboxRow(reader, scope, id)
  if (row === null) throw notFound('outbox')
  return row
}

export const getOutboxItem = (ctx: Ctx, id: string): Promise<OutboxItem> =>
  ctx.db.read(ctx.scope.merchantId, async (reader) => onWire(await getOutboxRow(reader, ctx.scope, id)))

const TAG = 'outbox'

/** Newest first. */
export function listOutbox(ctx: Ctx, { state, limit = 50, cursor }: OutboxListQuery) {
  const { merchantId } = ctx.scope
  const before = cursor === undefined ? null : idPlace(cursor, TAG)
  return ctx.db.read(merchantId, async (reader) => {
    const { rows } = await sql<OutboxRow>`
      select ${columns} from ${from(ctx.scope)}
       where b.merchant_id = ${merchantId} and ${inSight(ctx.scope)}
         and ${before === null ? sql`true` : sql`b.id < ${before}::uuid`}
         and ${state === undefined ? sql`true` : sql`b.state = any(${[...state]}::text[])`}
       order by b.id desc limit ${limit + 1}`.execute(reader)
    const page = rows.slice(0, limit)
    const last = rows.length > limit ? page.at(-1) : undefined
    return {
      items: page.map(onWire),
      nextCursor: last === undefined ? null : encodeCursor([last.id], TAG),
    }
  })
}

const messages: Readonly<Record<string, string>> = {
  'smtp.unreachable': 'The mail server could not be reached',
  'smtp.later': 'The mail server asks to try again later',
  'smtp.sign_in': 'The mail server does not accept our user and password',
  'outbox.too_old': 'It waited for more than a week, and is not sent any more',
  'outbox.restored': 'It waited when this backup was made',
  'outbox.broken': 'It could not be written',
}

export function onWire(row: OutboxRow): OutboxItem {
  const { orderId, customerId, customerName, answer, error } = row
  return {
    id: row.id,
    kind: 'email',
    template: row.template,
    to: row.recipient,
    subject: row.subject,
    order: orderId === null ? null : { id: orderId, number: row.orderNumber ?? '' },
    customer: customerId === null || customerName === null ? null : { id: customerId, name: customerName },
    state: row.state,
    attempts: row.attempts,
    nextTryAt: row.nextTryAt?.toISOString() ?? null,
    answer: answer === null ? null : { code: row.answerCode, enhanced: enhancedOf(answer), text: answer },
    error: error === null ? null : { code: error, message: messages[error] ?? error },
    messageId: row.messageId,
    by: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  }
}
