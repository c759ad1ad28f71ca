import type { Order } from '../order.schemas.ts'
import type { OrderTotals } from '../order.shapes.ts'
import type { Receipt } from './receipt.schemas.ts'

/** What is read of an order for its receipt. */
export type ReceiptSource = Pick<
  Receipt,
  'number' | 'store' | 'placedAt' | 'staff' | 'customer' | 'currency' | 'items' | 'taxes' | 'refunds'
> & { readonly payments: Order['payments']; readonly totals: OrderTotals }

/** The one receipt of the API, the mail and the paper, and what mail and paper need to know besides. */
export type FoundReceipt = {
  readonly receipt: Receipt
  readonly status: Order['status']
  readonly storeEmail: string | null
  readonly preferredLanguage: string | null
  /** Also of who is out of the caller's sight: what happens is recorded with them all the same. */
  readonly customerId: string | null
}

export function receiptOf({ totals, payments, ...source }: ReceiptSource): Receipt {
  const { gross, discount, net, tax, tip, serviceCharge, shipping, rounding, total, paid, due } = totals
  const paidWith = payments.map((payment) => ({
    ...payment,
    change: payment.tendered === null ? null : payment.tendered - payment.amount,
  }))
  const change = paidWith.reduce((sum, payment) => sum + (payment.change ?? 0), 0)
  return {
    ...source,
    header: `Receipt ${source.number}`,
    summary: {
      ...{ gross, discount, net, tax, tip, serviceCharge, shipping },
      ...{ rounding, total, paid, change, due },
    },
    payments: paidWith,
    points: null,
  }
}
