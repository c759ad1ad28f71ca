// Orders of nobody are given to a customer, and taken back: set by set, their figures along.
import { type RawBuilder, sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import type { Scope } from '../../http/context.ts'
import { announce } from '../events/index.ts'
import { addToFigures, lockFigures } from './figures/figures.commands.ts'
import type { OrderFilter } from './lists.schemas.ts'
import { conditionsOf } from './orders.filter.ts'
import { inSight } from './orders.queries.ts'
import { type Standing, standingColumns } from './orders.rows.ts'
import { primaryOrganizations } from './references.queries.ts'

export type Versioned = Standing & { readonly version: number }
/** Whose an order is from now on. */
export type Giving = {
  readonly before: Standing
  readonly customerId: string | null
  readonly organizationId: string | null
  readonly isPinned: boolean
}

/** Over `o`: the orders of nobody that a list would show. */
export const guestOrders = (scope: Scope, filter: OrderFilter): RawBuilder<unknown> =>
  sql.join(
    [
      sql`o.merchant_id = ${scope.merchantId}`,
      inSight(scope),
      ...conditionsOf(scope, filter),
      sql`o.customer_id is null`,
    ],
    sql` and `,
  )

/** In the order in which everybody locks them. */
export async function lockOrdersInSight(
  tx: Writer,
  scope: Scope,
  ids: readonly string[],
): Promise<readonly Versioned[]> {
  const { rows } = await sql<Versioned>`
    select ${standingColumns}, o.version from orders o
     where o.merchant_id = ${scope.merchantId} and o.id = any(${[...ids]}::uuid[]) and ${inSight(scope)}
     order by o.external_id, o.source for no key update of o`.execute(tx)
  return rows
}

/** The customer is pinned. An order keeps the organization that its source gave it; else it is the customer's of its day. */
export async function givingsTo(
  tx: Writer,
  merchantId: string,
  customerId: string,
  orders: readonly Standing[],
): Promise<Giving[]> {
  const days = [...new Set(orders.map(({ localDay }) => localDay))]
  const primary = await primaryOrganizations(
    tx,
    merchantId,
    days.map((day) => ({ id: customerId, day })),
  )
  return orders.map((before) => {
    const organizationId = before.organizationId ?? primary.get(`${customerId} ${before.localDay}`) ?? null
    // An organization's own order is its own already.
    return {
      before,
      customerId,
      organizationId: organizationId === customerId ? null : organizationId,
      isPinned: true,
    }
  })
}

/** Written, and moved in the figures. The orders are locked by the caller. */
export async function giveOrders(
  tx: Writer,
  merchantId: string,
  givings: readonly Giving[],
): Promise<readonly { readonly id: string; readonly version: number }[]> {
  if (givings.length === 0) return []
  const change = {
    minus: givings.map(({ before }) => before),
    plus: givings.map(({ before, customerId, organizationId }) => ({
      ...before,
      customerId,
      organizationId,
    })),
    fresh: [],
  }
  await lockFigures(tx, merchantId, change)
  const { rows } = await sql<{ id: string; version: number }>`
    update orders o set customer_id = g.customer_id, organization_id = g.organization_id, customer_pinned = g.pinned,
           version = o.version + 1, updated_at = now()
      from unnest(${givings.map(({ before }) => before.id)}::uuid[], ${givings.map((one) => one.customerId)}::uuid[],
             ${givings.map((one) => one.organizationId)}::uuid[], ${givings.map((one) => one.isPinned)}::boolean[])
             as g(id, customer_id, organization_id, pinned)
     where o.merchant_id = ${merchantId} and o.id = g.id
    returning o.id, o.version`.execute(tx)
  await addToFigures(tx, merchantId, change)
  await announce(tx, merchantId, { kind: 'order.changed', ids: rows.map(({ id }) => id) })
  const people = givings.flatMap(({ before, customerId }) => [before.customerId, customerId])
  await announce(tx, merchantId, {
    kind: 'customer.changed',
    ids: [...new Set(people)].filter((id) => id !== null),
  })
  return rows
}
