// Into the outbox, and what people do there: put again, cancel.
import { sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import { enqueue } from '../../../db/jobs.ts'
import type { Ctx } from '../../../http/context.ts'
import type { Answer } from '../../../http/idempotency.ts'
import { inTransaction } from '../../../http/write.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, Problem } from '../../../kernel/problem.ts'
import { announce } from '../../events/index.ts'
import { getOutboxRow, type OutboxRow, onWire } from './outbox.queries.ts'
import { MOST_A_DAY, subjectOf, type Template } from './outbox.rules.ts'

export const SEND_TASK = 'outbox.send'

export type NewMail = {
  readonly template: Template
  /** One address, checked. */
  readonly to: string
  readonly subject: string
  readonly orderId: string | null
  readonly customerId: string | null
}

/** In the transaction of what it is about: nothing is sent of what was taken back. Answers its id. */
export async function queueMail(tx: Writer, ctx: Ctx, mail: NewMail): Promise<string> {
  const { merchantId, storeIds } = ctx.scope
  await requireRoom(tx, merchantId)
  const id = newId()
  await tx
    .insertInto('outbox')
    .values({
      merchant_id: merchantId,
      id,
      channel: 'email',
      template: mail.template,
      recipient: mail.to,
      subject: subjectOf(mail.subject),
      order_id: mail.orderId,
      customer_id: mail.customerId,
      actor_kind: ctx.actor.kind,
      actor_id: ctx.actor.id,
      actor_name: ctx.actor.name,
      store_scope: storeIds === null ? null : [...storeIds],
    })
    .execute()
  await enqueueSending(tx, id)
  await tellOutbox(tx, merchantId, id)
  return id
}

async function requireRoom(tx: Writer, merchantId: string): Promise<void> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select from outbox b where b.merchant_id = ${merchantId} and b.queued_at > now() - interval '24 hours' limit ${MOST_A_DAY}) x`.execute(
    tx,
  )
  if ((rows[0]?.n ?? 0) >= MOST_A_DAY)
    throw new Problem('outbox.full', 429, {
      detail: `No more than ${MOST_A_DAY} mails a day are sent for one business`,
      params: { most: MOST_A_DAY },
    })
}

export const enqueueSending = (tx: Writer, id: string, delaySeconds = 0) =>
  enqueue(tx, SEND_TASK, { outboxId: id }, `outbox:${id}`, delaySeconds)

export const tellOutbox = (tx: Writer, merchantId: string, id: string) =>
  announce(tx, merchantId, { kind: 'outbox.changed', ids: [id] })

/** False when somebody else is sending it just now. Whoever dies lets go of it. */
export async function takeHold(tx: Writer, id: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`outbox ${id}`}, 0)) as held`.execute(tx)
  return rows[0]?.held === true
}

/** One that has been sent stays so. Of one whose sending was interrupted nobody knows whether it went. */
export const cancelMail = (ctx: Ctx, id: string): Promise<Answer> =>
  change(ctx, id, async (tx, row) => {
    if (row.state === 'failed') throw conflict('outbox.failed')
    if (row.state === 'cancelled') return
    await sql`
      update outbox set state = 'cancelled', next_try_at = null where merchant_id = ${row.merchantId} and id = ${id}`.execute(
      tx,
    )
  })

/** At once, as if it were new. */
export const retryMail = (ctx: Ctx, id: string): Promise<Answer> =>
  change(ctx, id, async (tx, row) => {
    await requireRoom(tx, row.merchantId)
    await sql`
      update outbox set state = 'waiting', tries = 0, queued_at = now(), next_try_at = null, error = null
       where merchant_id = ${row.merchantId} and id = ${id}`.execute(tx)
    await enqueueSending(tx, id)
  })

function change(ctx: Ctx, id: string, how: (tx: Writer, row: OutboxRow) => Promise<void>): Promise<Answer> {
  const { scope } = ctx
  return inTransaction(ctx, async (tx) => {
    await getOutboxRow(tx, scope, id)
    if (!(await takeHold(tx, id))) throw conflict('outbox.sending')
    const row = await getOutboxRow(tx, scope, id)
    if (row.state === 'sent') throw conflict('outbox.sent')
    await how(tx, row)
    await tellOutbox(tx, scope.merchantId, id)
    return { status: 200, body: JSON.stringify(onWire(await getOutboxRow(tx, scope, id))) }
  })
}
