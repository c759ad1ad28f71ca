import { Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Money = Type.Object({ amount: Type.Integer(), currency: Type.String() })
const count = Type.Integer({ minimum: 0 })
const periods = ['4w', '3m', '6m', 'all'] as const
export type Period = (typeof periods)[number]

export const SummaryQuery = Type.Object(
  {
    store: Type.Optional(
      Type.Array(Type.String({ maxLength: 200 }), {
        maxItems: 100,
        description: 'Id, name or code; repeated: any of them',
      }),
    ),
    salesPeriod: Type.Optional(
      Type.Unsafe<Period>({
        type: 'string',
        enum: [...periods],
        default: '4w',
        description: '28 days, or the same day three or six months ago, up to now',
      }),
    ),
  },
  strict,
)
export type SummaryQuery = Type.Static<typeof SummaryQuery>

export const Summary = Type.Object({
  totalCustomers: Type.Object({
    count,
    organizations: count,
    contacts: count,
    individuals: count,
  }),
  sales: Type.Object({
    amount: Money,
    previous: Type.Union([Money, Type.Null()], { description: 'Of as many days before; null for all' }),
    change: Type.Union([Type.Number(), Type.Null()], {
      description:
        'What the amount is more or less than the previous, as a part of it: 0.25 is a quarter more',
    }),
    series: Type.Array(Type.Object({ day: Type.String(), amount: Type.Integer() }), {
      description: 'Each day of the period; for all, the first day of each month',
    }),
    guests: Money,
  }),
  topCustomers: Type.Array(
    Type.Object({ id: Type.String(), displayName: Type.String(), revenue: Money, orders: Type.Integer() }),
  ),
  atRisk: Type.Object({ count }),
  newCustomers: Type.Object({ count }),
})
export type Summary = Type.Static<typeof Summary>
