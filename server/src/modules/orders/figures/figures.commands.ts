// What orders change of the stored figures. The sums themselves are made in the database (migrations/0035: add_to_figures).
import { sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import { counts } from '../order.shapes.ts'
import type { OrderStatus } from '../order-parts.schemas.ts'

/** Of an order what figures know of it. */
export type Counted = {
  readonly customerId: string | null
  readonly organizationId: string | null
  readonly storeId: string | null
  readonly localDay: string
  readonly status: OrderStatus
  readonly net: number
  readonly refunds: readonly { readonly netAmount: number; readonly localDay: string }[]
  /** Whether it says for when it is: while it is open, nobody who ordered it is at risk. */
  readonly isComing: boolean
}

/** Orders of no store, in tables whose keys need one. */
export const NO_STORE = '00000000-0000-0000-0000-000000000000'

type Part = { readonly day: string; readonly orders: number; readonly net: number }

/** On its own day an order counts, and each refund on its. */
export function contributionsOf({ status, localDay, net, refunds }: Counted): Part[] {
  if (!counts(status)) return []
  return [
    { day: localDay, orders: 1, net },
    ...refunds.map((refund) => ({ day: refund.localDay, orders: 0, net: -refund.netAmount })),
  ]
}

type DayDelta = { customer: string; day: string; store: string; orders: number; net: number }
type SaleDelta = { store: string; day: string; orders: number; net: number; guests: number }

/** `minus`: as these orders were; `plus`: as they are now. */
export async function addToFigures(
  tx: Writer,
  merchantId: string,
  { minus, plus }: { readonly minus: readonly Counted[]; readonly plus: readonly Counted[] },
): Promise<void> {
  const days = new Map<string, DayDelta>()
  const sales = new Map<string, SaleDelta>()
  const people = new Set<string>()
  const add = (order: Counted, sign: 1 | -1) => {
    const store = order.storeId ?? NO_STORE
    const parties = [order.customerId, order.organizationId].filter((id) => id !== null)
    if (order.isComing) for (const id of parties) people.add(id)
    for (const { day, orders, net } of contributionsOf(order)) {
      for (const customer of parties) {
        const delta = entry(days, `${customer} ${store} ${day}`, { customer, day, store, orders: 0, net: 0 })
        delta.orders += sign * orders
        delta.net += sign * net
      }
      const sale = entry(sales, `${store} ${day}`, { store, day, orders: 0, net: 0, guests: 0 })
      sale.orders += sign * orders
      sale.net += sign * net
      if (parties.length === 0) sale.guests += sign * net
    }
  }
  for (const order of minus) add(order, -1)
  for (const order of plus) add(order, 1)
  const dayDeltas = [...days.values()].filter(({ orders, net }) => orders !== 0 || net !== 0)
  const saleDeltas = [...sales.values()].filter(
    (one) => one.orders !== 0 || one.net !== 0 || one.guests !== 0,
  )
  if (dayDeltas.length === 0 && saleDeltas.length === 0 && people.size === 0) return
  await sql`select add_to_figures(${merchantId}::uuid, ${[...people]}::uuid[], ${JSON.stringify(dayDeltas)}::jsonb,
    ${JSON.stringify(saleDeltas)}::jsonb)`.execute(tx)
}

function entry<T>(map: Map<string, T>, key: string, fresh: T): T {
  const standing = map.get(key)
  if (standing !== undefined) return standing
  map.set(key, fresh)
  return fresh
}
