import { Type } from 'typebox'

const day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', description: 'A day where the store is' })
const money = Type.Object({ amount: Type.Integer(), currency: Type.String() })

export const MetricsQuery = Type.Object(
  { from: Type.Optional(day), to: Type.Optional(day) },
  { additionalProperties: false, description: 'Both days are in the period; by default the last 12 months' },
)
export type MetricsQuery = Type.Static<typeof MetricsQuery>

export const CustomerMetrics = Type.Object(
  {
    from: day,
    to: day,
    visits: Type.Integer({ description: 'Days with an order, at each store' }),
    orders: Type.Integer(),
    sales: money,
    loyaltyPoints: Type.Integer(),
    loyaltyValue: money,
    feedback: Type.Object({ positive: Type.Integer(), negative: Type.Integer() }),
    byMonth: Type.Array(
      Type.Object({
        month: Type.String({ description: 'YYYY-MM; the days of it that are in the period' }),
        net: money,
      }),
    ),
    byWeekday: Type.Array(
      Type.Object({
        weekday: Type.Integer({ minimum: 1, maximum: 7, description: '1 is Monday' }),
        net: money,
        days: Type.Integer({ description: 'Such days in the period with an order' }),
        average: money,
      }),
      { description: 'All seven; the average of one without days is zero' },
    ),
  },
  { $id: 'CustomerMetrics' },
)
