// Orders as they are answered: with their amounts and the names of whom they concern.
import { Type } from 'typebox'
import { channel, kind, method, nullable, status } from './order-parts.schemas.ts'

const textOut = nullable(Type.String())
const amountOut = Type.Integer()
const named = Type.Object({ id: Type.String(), name: Type.String() })
const party = Type.Object({ id: Type.String(), name: Type.String(), number: textOut })
const head = {
  id: Type.String({ format: 'uuid' }),
  source: Type.String(),
  externalId: Type.String(),
  number: textOut,
  receiptNumber: textOut,
  kind,
  channel,
  status,
  store: nullable(named),
  customer: nullable(party),
  customerReference: nullable(
    Type.Object(
      {},
      { additionalProperties: true, description: 'Named by the source, not found or not told apart' },
    ),
  ),
  customerPinned: Type.Boolean(),
  organization: nullable(party),
  placedAt: Type.String(),
  localDay: Type.String({ description: 'The day of placedAt where its store is' }),
  fulfilAt: textOut,
  currency: Type.String(),
  recurrence: nullable(Type.Object({ rule: Type.String(), nextAt: textOut })),
  shipments: Type.Array(
    Type.Object({ status: textOut, carrier: textOut, trackingNumber: textOut, shippedAt: textOut }),
  ),
  version: Type.Integer(),
}
export const OrderListItem = Type.Object(
  {
    ...head,
    itemCount: Type.Integer({ description: 'Lines' }),
    pieces: Type.Integer({
      description:
        'Quantities added up: what is sold by weight or measure counts as one, what comes back is taken off',
    }),
    total: amountOut,
    due: amountOut,
  },
  { $id: 'OrderListItem' },
)
export const Order = Type.Object(
  {
    ...head,
    sourceUpdatedAt: textOut,
    purchaseOrder: textOut,
    note: textOut,
    staff: textOut,
    items: Type.Array(
      Type.Object({
        sku: textOut,
        name: textOut,
        category: textOut,
        quantity: Type.String(),
        unitAmount: nullable(amountOut),
        unitPrice: textOut,
        discountAmount: amountOut,
        discountRate: Type.String(),
        modifiers: Type.Array(Type.Object({ name: Type.String(), amount: amountOut })),
        grossAmount: amountOut,
        totalAmount: amountOut,
      }),
    ),
    discounts: Type.Array(Type.Object({ name: textOut, amount: amountOut })),
    taxes: Type.Array(
      Type.Object({
        name: textOut,
        rate: textOut,
        taxableAmount: nullable(amountOut),
        amount: amountOut,
        inclusive: Type.Boolean(),
      }),
    ),
    payments: Type.Array(
      Type.Object({
        method,
        amount: amountOut,
        tendered: nullable(amountOut),
        brand: textOut,
        last4: textOut,
        tipAmount: nullable(amountOut),
        at: textOut,
      }),
    ),
    refunds: Type.Array(
      Type.Object({
        amount: amountOut,
        netAmount: amountOut,
        reason: textOut,
        at: Type.String(),
        localDay: Type.String(),
      }),
    ),
    totals: Type.Object({
      ...{ gross: amountOut, discount: amountOut, net: amountOut, tax: amountOut, serviceCharge: amountOut },
      ...{ shipping: amountOut, tip: amountOut, total: amountOut, paid: amountOut, refunded: amountOut },
      ...{ due: amountOut, rounding: amountOut },
    }),
    createdAt: Type.String(),
    updatedAt: Type.String(),
  },
  { $id: 'Order' },
)
export type Order = Type.Static<typeof Order>

export const OrderId = Type.Object({ id: Type.String({ format: 'uuid' }) })
export const OrderPage = Type.Object({ items: Type.Array(Type.Ref('OrderListItem')), nextCursor: textOut })

const Money = Type.Object({ amount: Type.Integer(), currency: Type.String() })
export const OrderCount = Type.Object({
  count: Type.Integer({ minimum: 0, maximum: 20_000 }),
  capped: Type.Boolean({ description: 'True when there are, or may be, more than count' }),
  totals: nullable(
    Type.Array(Money, {
      description:
        'What those found add up to, by currency, without drafts and what was cancelled; of these when status names nothing else; null when capped',
    }),
  ),
  uncounted: Type.Integer({ minimum: 0, description: 'How many of those found totals leaves out' }),
  sales: nullable(
    Type.Object(
      { orders: Type.Integer(), net: Money },
      {
        description:
          'Net sales of the days and stores, refunds on their own days taken off, and how many orders count for them: exact however many. Null where anything else narrows the list',
      },
    ),
  ),
})
export type OrderCount = Type.Static<typeof OrderCount>
