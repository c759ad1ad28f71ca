// Orders as they are sent (contract §4): almost everything may be absent.
import { Type } from 'typebox'
import { channel, kind, method, nullable, optional, status, strict } from './order-parts.schemas.ts'

const text = (maxLength: number) => optional(nullable(Type.String({ maxLength })))
const instant = nullable(Type.String({ maxLength: 40, description: 'ISO 8601 with its zone' }))
/** Minor units of the order's currency. */
const amount = Type.Integer({ minimum: -100_000_000_000_000, maximum: 100_000_000_000_000 })
const given = optional(nullable(amount))
const decimal = Type.Union([Type.String({ maxLength: 20 }), Type.Number()], {
  description: 'A decimal number of at most 6 places, as text or as a number',
})

export const CustomerReference = Type.Object(
  { id: text(100), externalId: text(200), number: text(200), email: text(254), phone: text(100) },
  {
    ...strict,
    description: 'Looked up in this order: id, externalId (of the same source), number, email, phone',
  },
)
export type CustomerReference = Type.Static<typeof CustomerReference>
export const OrganizationReference = Type.Object(
  { id: text(100), externalId: text(200), number: text(200) },
  strict,
)
export type OrganizationReference = Type.Static<typeof OrganizationReference>

const Modifier = Type.Object({ name: Type.String({ maxLength: 200 }), amount: given }, strict)
const ItemInput = Type.Object(
  {
    sku: text(100),
    name: text(300),
    category: text(200),
    quantity: optional(decimal),
    unitAmount: given,
    unitPrice: optional(nullable(decimal)),
    discountAmount: given,
    discountRate: optional(nullable(decimal)),
    modifiers: optional(Type.Array(Modifier, { maxItems: 50 })),
    totalAmount: given,
  },
  strict,
)
export type ItemInput = Type.Static<typeof ItemInput>
const Discount = Type.Object({ name: text(200), amount }, strict)
const TaxInput = Type.Object(
  {
    name: text(100),
    rate: optional(nullable(decimal)),
    taxableAmount: given,
    amount: given,
    inclusive: optional(Type.Boolean()),
  },
  strict,
)
export type TaxInput = Type.Static<typeof TaxInput>
const Payment = Type.Object(
  {
    method: optional(method),
    amount,
    tendered: given,
    brand: text(40),
    last4: optional(nullable(Type.String({ pattern: '^[0-9]{4}$' }))),
    tipAmount: given,
    at: optional(instant),
  },
  strict,
)
const RefundInput = Type.Object(
  { amount, netAmount: given, reason: text(500), at: optional(instant) },
  strict,
)
export type RefundInput = Type.Static<typeof RefundInput>
const Shipment = Type.Object(
  { status: text(60), carrier: text(100), trackingNumber: text(100), shippedAt: optional(instant) },
  strict,
)
const Recurrence = Type.Object(
  { rule: Type.String({ maxLength: 500, description: 'An RFC 5545 RRULE' }), nextAt: optional(instant) },
  strict,
)
const TotalsInput = Type.Object(
  {
    ...{
      gross: given,
      discount: given,
      net: given,
      tax: given,
      serviceCharge: given,
      shipping: given,
      tip: given,
    },
    ...{ total: given, paid: given, refunded: given, due: given, rounding: given },
  },
  strict,
)

export const OrderInput = Type.Object(
  {
    number: text(100),
    receiptNumber: text(100),
    kind: optional(kind),
    channel: optional(channel),
    status: optional(status),
    sourceUpdatedAt: optional(instant),
    store: optional(nullable(Type.Object({ id: text(100), code: text(100) }, strict))),
    customer: optional(nullable(CustomerReference)),
    organization: optional(nullable(OrganizationReference)),
    placedAt: Type.String({ maxLength: 40 }),
    fulfilAt: optional(instant),
    currency: optional(nullable(Type.String({ maxLength: 3 }))),
    purchaseOrder: text(100),
    note: text(4000),
    staff: text(200),
    items: optional(Type.Array(ItemInput, { maxItems: 1000 })),
    discounts: optional(Type.Array(Discount, { maxItems: 100 })),
    taxes: optional(Type.Array(TaxInput, { maxItems: 100 })),
    serviceChargeAmount: given,
    shippingAmount: given,
    tipAmount: given,
    payments: optional(Type.Array(Payment, { maxItems: 100 })),
    refunds: optional(Type.Array(RefundInput, { maxItems: 100 })),
    shipments: optional(Type.Array(Shipment, { maxItems: 100 })),
    recurrence: optional(nullable(Recurrence)),
    totals: optional(nullable(TotalsInput)),
  },
  { ...strict, description: 'placedAt and either items or totals are needed; all else may be absent' },
)
export type OrderInput = Omit<Type.Static<typeof OrderInput>, 'totals'> & {
  readonly totals?: Type.Static<typeof TotalsInput> | undefined
}

const key = {
  source: Type.String({ minLength: 1, maxLength: 60 }),
  externalId: Type.String({ minLength: 1, maxLength: 200 }),
}
export const OrderLine = Type.Object(
  {
    ...key,
    ...OrderInput.properties,
  },
  { ...strict, description: 'A line of POST /orders/bulk: the key, and what a PUT has as its body' },
)
export type OrderLine = OrderInput & { readonly source: string; readonly externalId: string }

export const OrderChange = Type.Object(
  {
    customer: nullable(Type.Object({ id: Type.String({ format: 'uuid' }) }, strict)),
  },
  { ...strict, description: 'The customer set here is pinned: what the source sends later keeps it' },
)
export type OrderChange = Type.Static<typeof OrderChange>

export const ExternalOrder = Type.Object(key)
