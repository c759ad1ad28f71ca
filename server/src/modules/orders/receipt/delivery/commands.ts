import type { Ctx } from '../../../../http/context.ts'
import type { Answer } from '../../../../http/idempotency.ts'
import { inTransaction } from '../../../../http/write.ts'
import { invalid } from '../../../../kernel/problem.ts'
import { queueMail, recipientOf } from '../../../communications/index.ts'
import { readReceipt } from '../receipt.queries.ts'
import { viewOf } from './view.rules.ts'

type Wanted = {
  readonly to?: string | null
  /** Whether a mail server is configured. */
  readonly sends: boolean
}

/** 202: it is in the outbox. It was sent when the mail server has said so. */
export function sendReceipt(ctx: Ctx, orderId: string, { to, sends }: Wanted): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const found = await readReceipt(tx, ctx, orderId)
    const recipient = to ?? found.receipt.customer?.email ?? null
    if (recipient === null)
      throw invalid([{ path: 'to', code: 'email.missing', message: 'is needed: the customer has no email' }])
    const id = await queueMail(tx, ctx, {
      template: 'receipt',
      to: recipientOf(recipient, 'to'),
      subject: viewOf(found, ctx.merchant).subject,
      orderId,
      customerId: found.customerId,
    })
    return { status: 202, body: JSON.stringify({ id, sends }) }
  })
}
