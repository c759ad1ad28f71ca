// Whose order it is, said by a user: an order at the counter that found nobody, or the wrong one.
import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { requireVersion } from '../../http/if-match.ts'
import { etagOf, inTransaction } from '../../http/write.ts'
import { invalid } from '../../kernel/problem.ts'
import { recordActivity } from '../activity/index.ts'
import { visibleTo } from '../customers/index.ts'
import { announce } from '../events/index.ts'
import { addToFigures } from './figures/figures.commands.ts'
import type { Order } from './order.schemas.ts'
import type { OrderChange } from './order-input.schemas.ts'
import { readOrderText } from './orders.queries.ts'
import { type Standing, standingColumns } from './orders.rows.ts'
import { primaryOrganizations } from './references.queries.ts'

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
    if (customerId !== null) await requireCustomer(tx, ctx, customerId)
    if (customerId === before.customerId && before.isPinned) return answerOf(order)
    const after = {
      ...before,
      customerId,
      organizationId: await organizationOf(tx, merchantId, before, customerId),
    }
    await sql`
      update orders set customer_id = ${after.customerId}::uuid, organization_id = ${after.organizationId}::uuid, customer_pinned = true,
             version = version + 1, updated_at = now() where merchant_id = ${merchantId} and id = ${id}`.execute(
      tx,
    )
    await addToFigures(tx, merchantId, { minus: [before], plus: [after] })
    await tell(tx, ctx, { id, order: JSON.parse(order.text) as Order, before, after })
    return answerOf(await readOrderText(tx, ctx.scope, id))
  })
}

const answerOf = ({ text, version }: { text: string; version: number }): Answer => ({
  status: 200,
  etag: etagOf(version),
  body: text,
})

async function requireCustomer(tx: Writer, { scope }: Ctx, id: string): Promise<void> {
  const { rows } = await sql`
    select 1 from customers c where c.merchant_id = ${scope.merchantId} and c.id = ${id} and ${visibleTo(scope)}`.execute(
    tx,
  )
  if (rows.length === 0)
    throw invalid([{ path: 'customer.id', code: 'customer.unknown', message: 'is not a known customer' }])
}

async function organizationOf(
  tx: Writer,
  merchantId: string,
  { customerId: before, organizationId, localDay }: Standing,
  customerId: string | null,
): Promise<string | null> {
  if (customerId === before) return organizationId
  if (customerId === null) return null
  const primary = await primaryOrganizations(tx, merchantId, [{ id: customerId, day: localDay }])
  return primary.get(`${customerId} ${localDay}`) ?? null
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
  await announce(tx, ctx.scope.merchantId, { kind: 'order.changed', ids: [id] })
  const people = [before.customerId, after.customerId].filter((one) => one !== null)
  await announce(tx, ctx.scope.merchantId, { kind: 'customer.changed', ids: people })
}
