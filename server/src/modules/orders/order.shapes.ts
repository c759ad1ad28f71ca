// An order as it is stored: one row, its parts as JSON documents. An order is read, written and counted as a whole
// (docs/decisions/0014-an-order-is-one-row.md).

import type { Order } from './order.schemas.ts'
import type { OrderStatus } from './order-parts.schemas.ts'

export type OrderItem = Order['items'][number]
export type OrderTax = Order['taxes'][number]
export type OrderRefund = Order['refunds'][number]
export type OrderTotals = Order['totals']

/** What the source says, read and reckoned; whom it names is looked up later. */
export type OrderDraft = {
  readonly source: string
  readonly externalId: string
  readonly number: string | null
  readonly receiptNumber: string | null
  readonly kind: Order['kind']
  readonly channel: Order['channel']
  readonly status: OrderStatus
  readonly sourceUpdatedAt: string | null
  readonly storeId: string | null
  readonly placedAt: string
  readonly localDay: string
  readonly fulfilAt: string | null
  readonly currency: string
  readonly purchaseOrder: string | null
  readonly note: string | null
  readonly staff: string | null
  readonly items: readonly OrderItem[]
  readonly discounts: Order['discounts']
  readonly taxes: readonly OrderTax[]
  readonly payments: Order['payments']
  readonly refunds: readonly OrderRefund[]
  readonly shipments: Order['shipments']
  readonly recurrence: Order['recurrence']
  readonly totals: OrderTotals
}

const COUNTING: ReadonlySet<OrderStatus> = new Set([
  'open',
  'confirmed',
  'fulfilled',
  'completed',
  'refunded',
])
/** Whether it is in the figures. */
export const counts = (status: OrderStatus): boolean => COUNTING.has(status)
/** All of those that count. */
export const isCounting = (statuses: readonly OrderStatus[]): boolean =>
  [...COUNTING].every((one) => statuses.includes(one))
