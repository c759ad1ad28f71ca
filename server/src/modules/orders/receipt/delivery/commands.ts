import type { Ctx } from '../../../../http/context.ts'
import type { Answer } from '../../../../http/idempotency.ts'
import { inTransaction } from '../../../../http/write.ts'
import { invalid } from '../../../../kernel/problem.ts'
import { queueMail, recipientOf } from '../../../communications/index.ts'
import { readReceipt } from './content.queries.ts'

type Wanted = { readonly to?: string | null }

/** 202: it is in the outbox. It was sent when the mail server has said so. */
export function sendReceipt(ctx: Ctx, orderId: string, { to }: Wanted, sends: boolean): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const { view, email, customerId } = await readReceipt(tx, ctx, orderId)
    const recipient = to ?? email
    if (recipient === null)
      throw invalid([{ path: 'to', code: 'email.missing', message: 'is needed: the customer has no email' }])
    const id = await queueMail(tx, ctx, {
      template: 'receipt',
      to: recipientOf(recipient, 'to'),
      subject: view.subject,
      orderId,
      customerId,
    })
    return { status: 202, body: JSON.stringify({ id, sends }) }
  })
}
