// An order as its customer gets it on paper (contract §4): amounts are minor units of its currency.
import { Type } from 'typebox'
import { Order } from '../order.schemas.ts'

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const text = nullable(Type.String())
const amount = Type.Integer()
const { items, taxes, payments, refunds } = Order.properties

const Address = Type.Object({
  ...{ line1: text, line2: text, city: text, state: text, postalCode: text, country: text },
})

export const Receipt = Type.Object(
  {
    number: Type.String({ description: 'The receipt number, else that of the order, else of its source' }),
    header: Type.String({ description: '“Receipt <number>”' }),
    store: nullable(
      Type.Object({
        ...{ id: Type.String(), name: Type.String(), phone: text, address: Address },
        timeZone: Type.String(),
      }),
    ),
    placedAt: Type.String(),
    staff: text,
    customer: nullable(Type.Object({ id: Type.String(), name: Type.String(), number: text, email: text })),
    currency: Type.String(),
    summary: Type.Object({
      ...{ gross: amount, discount: amount, net: amount, tax: amount, tip: amount, serviceCharge: amount },
      ...{ shipping: amount, rounding: amount, total: amount, paid: amount, change: amount, due: amount },
    }),
    items,
    taxes,
    payments: Type.Array(
      Type.Object({
        ...payments.items.properties,
        change: nullable(Type.Integer({ description: 'Handed back of what was tendered' })),
      }),
    ),
    refunds,
    points: Type.Null({ description: 'Nothing is kept of points yet' }),
  },
  { $id: 'Receipt' },
)
export type Receipt = Type.Static<typeof Receipt>
