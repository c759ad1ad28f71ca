// One attempt to send, as it is recorded: begun before the mail server hears of it, settled by what it answered.
import { sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import { recordActivity } from '../../activity/index.ts'
import { announce } from '../../events/index.ts'
import { enqueueSending, tellOutbox } from './outbox.commands.ts'
import { findOutboxRow, type OutboxRow } from './outbox.queries.ts'
import { type Answer, LONGEST_WAIT_DAYS, type Outcome, pauseAfter } from './outbox.rules.ts'

/** Null when there is nothing to do, or nothing any more. The message id is given once. */
export async function beginAttempt(
  tx: Writer,
  merchantId: string,
  id: string,
  messageId: string,
): Promise<OutboxRow | null> {
  const { rows } = await sql<{ isDue: boolean; isOld: boolean }>`
    select state in ('waiting', 'sending') and coalesce(next_try_at <= now(), true) as "isDue",
           queued_at < now() - make_interval(days => ${LONGEST_WAIT_DAYS}) as "isOld"
      from outbox where merchant_id = ${merchantId} and id = ${id} for no key update`.execute(tx)
  if (rows[0]?.isDue !== true) return null
  if (rows[0].isOld) {
    const row = await rowOf(tx, merchantId, id)
    await fail(tx, row, { answer: null, error: 'outbox.too_old' })
    return null
  }
  await sql`
    update outbox set state = 'sending', attempts = attempts + 1, tries = tries + 1, next_try_at = null,
           message_id = coalesce(message_id, ${messageId})
     where merchant_id = ${merchantId} and id = ${id}`.execute(tx)
  await tellOutbox(tx, merchantId, id)
  return rowOf(tx, merchantId, id)
}

export async function settle(tx: Writer, row: OutboxRow, outcome: Outcome): Promise<void> {
  if (outcome.kind === 'sent') return succeed(tx, row, outcome.answer)
  if (outcome.kind === 'refused') return fail(tx, row, { answer: outcome.answer, error: null })
  const pause = pauseAfter(row.tries)
  if (pause === null) return fail(tx, row, outcome)
  const { answer, error } = outcome
  await sql`
    update outbox set state = 'waiting', next_try_at = now() + make_interval(secs => ${pause}), error = ${error},
           answer_code = ${answer?.code ?? null}, answer = ${answer?.text ?? null}
     where merchant_id = ${row.merchantId} and id = ${row.id}`.execute(tx)
  await enqueueSending(tx, row.id, pause)
  await tellOutbox(tx, row.merchantId, row.id)
}

async function succeed(tx: Writer, row: OutboxRow, { code, text }: Answer): Promise<void> {
  await sql`
    update outbox set state = 'sent', sent_at = now(), error = null, answer_code = ${code}, answer = ${text}
     where merchant_id = ${row.merchantId} and id = ${row.id}`.execute(tx)
  await record(tx, row, 'sent', { to: row.recipient, answer: text })
}

type Failure = { readonly answer: Answer | null; readonly error: string | null }

async function fail(tx: Writer, row: OutboxRow, { answer, error }: Failure): Promise<void> {
  // Given up for its age, it keeps what the server said last.
  const last = answer ?? { code: row.answerCode, text: row.answer }
  await sql`
    update outbox set state = 'failed', next_try_at = null, error = ${error}, answer_code = ${last.code}, answer = ${last.text}
     where merchant_id = ${row.merchantId} and id = ${row.id}`.execute(tx)
  await record(tx, row, 'failed', { to: row.recipient, answer: last.text, ...(error !== null && { error }) })
}

/** On the customer it is about, by whoever asked for it. */
async function record(
  tx: Writer,
  row: OutboxRow,
  what: 'sent' | 'failed',
  after: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { merchantId, id, template, orderId, orderNumber, customerId } = row
  await recordActivity(
    tx,
    {
      scope: { merchantId, storeIds: null },
      actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    },
    {
      kind: `${template}.${what}`,
      customerId,
      after: {
        ...after,
        outboxId: id,
        ...(orderId !== null && { order: { id: orderId, number: orderNumber } }),
      },
    },
  )
  await tellOutbox(tx, merchantId, id)
  if (customerId !== null) await announce(tx, merchantId, { kind: 'customer.changed', ids: [customerId] })
}

/** It is locked, so it is there. */
const rowOf = async (tx: Writer, merchantId: string, id: string): Promise<OutboxRow> =>
  (await findOutboxRow(tx, { merchantId, storeIds: null }, id)) as OutboxRow
