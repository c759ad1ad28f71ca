// Whose order it is, said by a user: an order at the counter that found nobody, or the wrong one.
import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { requireVersion } from '../../http/if-match.ts'
import { etagOf, inTransaction } from '../../http/write.ts'
import { recordActivity } from '../activity/index.ts'
import { type Giving, giveOrders, givingsTo } from './hand-over.ts'
import type { Order } from './order.schemas.ts'
import type { OrderChange } from './order-input.schemas.ts'
import { readOrderText } from './orders.queries.ts'
import { type Standing, standingColumns } from './orders.rows.ts'
import { requireCustomer } from './sight.ts'

/** The customer is pinned: what the source sends later keeps it. */
export function assignOrder(
  ctx: Ctx,
  id: string,
  expected: number | '*',
  { customer }: OrderChange,
): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const { merchantId } = ctx.scope
    const { rows } = await sql<Standing>`
      select ${standingColumns} from orders o where o.merchant_id = ${merchantId} and o.id = ${id} for no key update`.execute(
      tx,
    )
    const order = await readOrderText(tx, ctx.scope, id)
    requireVersion(expected, order.version, JSON.parse(order.text))
    const before = rows[0] as Standing
    const customerId = customer?.id ?? null
    if (customerId !== null) await requireCustomer(tx, ctx.scope, customerId)
    if (customerId === before.customerId && before.isPinned) return answerOf(order)
    await giveOrders(tx, merchantId, [await givingOf(tx, merchantId, before, customerId)])
    await tell(tx, ctx, { id, order: JSON.parse(order.text) as Order, before, after: { customerId } })
    return answerOf(await readOrderText(tx, ctx.scope, id))
  })
}

const answerOf = ({ text, version }: { text: string; version: number }): Answer => ({
  status: 200,
  etag: etagOf(version),
  body: text,
})

/** The organization of whom it was taken from does not stay; one that it had without a customer was given by its source. */
async function givingOf(
  tx: Writer,
  merchantId: string,
  before: Standing,
  customerId: string | null,
): Promise<Giving> {
  if (customerId === before.customerId)
    return { before, customerId, organizationId: before.organizationId, isPinned: true }
  if (customerId === null) return { before, customerId, organizationId: null, isPinned: true }
  const isGuests = before.customerId === null
  const [giving] = await givingsTo(tx, merchantId, customerId, [
    isGuests ? before : { ...before, organizationId: null },
  ])
  return { ...(giving as Giving), before }
}

type Assigned = {
  readonly id: string
  readonly order: Order
  readonly before: Standing
  readonly after: Pick<Standing, 'customerId'>
}

/** On the record of who has it now, and of who had it. */
async function tell(tx: Writer, ctx: Ctx, { id, order, before, after }: Assigned): Promise<void> {
  const changes = { order: { id, number: order.number ?? order.receiptNumber ?? order.externalId } }
  for (const customerId of new Set([before.customerId, after.customerId])) {
    if (customerId === null) continue
    await recordActivity(tx, ctx, {
      kind: customerId === after.customerId ? 'order.assigned' : 'order.unassigned',
      customerId,
      after: changes,
    })
  }
}
