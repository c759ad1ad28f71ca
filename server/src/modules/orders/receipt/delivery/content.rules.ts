// What a receipt says, made of the order as it is stored: the one content of the mail and of the paper. Pure.
import type { Order } from '../../orders.schemas.ts'

export type ReceiptStore = {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
  /** As it is written on an envelope. */
  readonly address: readonly string[]
  readonly country: string | null
  readonly timeZone: string | null
}
export type ReceiptMerchant = {
  readonly name: string
  readonly country: string
  readonly timeZone: string
  readonly locale: string
}
export type ReceiptCustomer = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly preferredLanguage: string | null
}
export type ReceiptParties = {
  readonly store: ReceiptStore | null
  readonly merchant: ReceiptMerchant
  readonly customer: ReceiptCustomer | null
}

/** Amounts are minor units of the currency. */
export type Receipt = {
  readonly number: string
  /** What stands at its head: whose receipt it is. */
  readonly header: string
  readonly status: Order['status']
  readonly store: ReceiptStore | null
  readonly placedAt: string
  readonly staff: string | null
  readonly customer: ReceiptCustomer | null
  readonly currency: string
  readonly summary: ReceiptSummary
  readonly items: Order['items']
  readonly taxes: Order['taxes']
  readonly payments: readonly (Order['payments'][number] & { readonly change: number })[]
  readonly refunds: Order['refunds']
  readonly points: null
}
export type ReceiptSummary = Pick<
  Order['totals'],
  | 'gross'
  | 'discount'
  | 'net'
  | 'tax'
  | 'tip'
  | 'serviceCharge'
  | 'shipping'
  | 'rounding'
  | 'total'
  | 'paid'
  | 'due'
> & { readonly change: number }

type Ordered = Pick<
  Order,
  | 'number'
  | 'receiptNumber'
  | 'externalId'
  | 'status'
  | 'placedAt'
  | 'staff'
  | 'currency'
  | 'items'
  | 'taxes'
  | 'payments'
  | 'refunds'
  | 'totals'
>

export function receiptOf(order: Ordered, { store, merchant, customer }: ReceiptParties): Receipt {
  const payments = order.payments.map((payment) => ({ ...payment, change: changeOf(payment) }))
  const { gross, discount, net, tax, tip, serviceCharge, shipping, rounding, total, paid, due } = order.totals
  return {
    number: receiptNumber(order),
    header: merchant.name,
    status: order.status,
    store,
    placedAt: order.placedAt,
    staff: order.staff,
    customer,
    currency: order.currency,
    summary: {
      ...{ gross, discount, net, tax, tip, serviceCharge, shipping, rounding, total, paid, due },
      change: payments.reduce((sum, { change }) => sum + change, 0),
    },
    items: order.items,
    taxes: order.taxes,
    payments,
    refunds: order.refunds,
    points: null,
  }
}

export const receiptNumber = (order: Pick<Order, 'number' | 'receiptNumber' | 'externalId'>): string =>
  order.receiptNumber ?? order.number ?? order.externalId

const changeOf = ({ tendered, amount }: Order['payments'][number]): number =>
  tendered === null ? 0 : Math.max(0, tendered - amount)
