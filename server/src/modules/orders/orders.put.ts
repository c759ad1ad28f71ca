// One order as its source sends it.
import type { Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { etagOf, inTransaction } from '../../http/write.ts'
import { invalid } from '../../kernel/problem.ts'
import { type OrderKey, readOrder } from './order.rules.ts'
import type { OrderInput } from './order-input.schemas.ts'
import { putOrders } from './orders.commands.ts'
import { readOrderText } from './orders.queries.ts'
import { readStores } from './references.queries.ts'

/** 201 for a new one, else 200; what is older than what stands changes nothing and is answered with what stands. */
export function putOrder(ctx: Ctx, key: OrderKey, input: OrderInput): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const stores = await readStores(tx, ctx.scope)
    const draft = readOrder(key, input, { merchant: ctx.merchant, stores })
    if ('faults' in draft) throw invalid(draft.faults)
    const [put] = await putOrders(tx, ctx, [
      { draft, customer: input.customer ?? null, organization: input.organization ?? null },
    ])
    if (put === undefined || 'faults' in put) throw invalid(put?.faults ?? [])
    const order = await readOrderText(tx, ctx.scope, put.id)
    return { status: put.outcome === 'created' ? 201 : 200, etag: etagOf(order.version), body: order.text }
  })
}
