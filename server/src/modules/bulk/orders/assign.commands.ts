import type { Ctx } from '../../../http/context.ts'
import type { Answer } from '../../../http/idempotency.ts'
import { inTransaction } from '../../../http/write.ts'
import { requireCustomer } from '../../orders/index.ts'
import { answerOf, applyLater, insertJob } from '../bulk.commands.ts'
import { readJob } from '../bulk.queries.ts'
import { AT_ONCE, requireSelection } from '../bulk.rules.ts'
import { collectOrders } from './assign.collect.ts'
import type { AssignRequest } from './assign.schemas.ts'
import { assignStep } from './assign.steps.ts'

/** 200 when it is done, 202 while the worker goes on with it. */
export function startAssigning(ctx: Ctx, request: AssignRequest): Promise<Answer> {
  requireSelection(request)
  const { customer, ids, filter } = request
  return inTransaction(ctx, async (tx) => {
    await requireCustomer(tx, ctx.scope, customer.id)
    const made = { action: 'assignOrders', targetId: customer.id, filter } as const
    const job = await insertJob(tx, ctx, made, (standing) => collectOrders(tx, standing, ids))
    if (job.matched === null || job.matched > AT_ONCE) {
      await applyLater(tx, job)
      return answerOf(202, job)
    }
    await assignStep(tx, job)
    return answerOf(200, await readJob(tx, job.merchantId, job.id))
  })
}
