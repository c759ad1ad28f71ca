import { Type } from 'typebox'
import { requirable } from './requirable.rules.ts'

const strict = { additionalProperties: false } as const
const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] })
const requiredOf = <const T extends readonly string[]>(names: T) =>
  Type.Array(oneOf(names), { uniqueItems: true, maxItems: names.length })

const NameOrder = oneOf(['last', 'first'])
const Setup = oneOf(['hierarchy', 'flat', 'hybrid'])
const Word = Type.String({ minLength: 1, maxLength: 40 })
const AtRiskRule = Type.Unsafe<'days' | 'rhythm'>({
  type: 'string',
  enum: ['days', 'rhythm'],
  description:
    'By the same number of days for everybody, or by the rhythm of each customer with three orders or more',
})
const AtRiskDays = Type.Integer({
  minimum: 1,
  maximum: 3650,
  description: 'So many days without an order are a risk; with rhythm, for those who have none yet',
})

export const Settings = Type.Object(
  {
    name: Type.String(),
    currency: Type.String(),
    country: Type.String(),
    timeZone: Type.String(),
    locale: Type.String(),
    nameOrder: NameOrder,
    setup: Setup,
    organizationWord: Type.Union([
      Type.Object({ singular: Type.String(), plural: Type.String() }),
      Type.Null(),
    ]),
    atRiskRule: AtRiskRule,
    atRiskDays: AtRiskDays,
    showReviews: Type.Boolean(),
    requiredFields: Type.Object({ personal: Type.Array(Type.String()), business: Type.Array(Type.String()) }),
    version: Type.Integer(),
  },
  { $id: 'Settings' },
)
export type Settings = Type.Static<typeof Settings>

export const SettingsChange = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    currency: Type.Optional(
      Type.String({ minLength: 3, maxLength: 3, description: 'Fixed once customers carry money' }),
    ),
    country: Type.Optional(Type.String({ minLength: 2, maxLength: 2 })),
    timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    locale: Type.Optional(Type.String({ minLength: 2, maxLength: 35 })),
    nameOrder: Type.Optional(NameOrder),
    setup: Type.Optional({
      ...Setup,
      description:
        'hierarchy: every contact belongs to an organization; flat: one list; hybrid: both. Changes what screens show, and no customer',
    }),
    organizationWord: Type.Optional(
      Type.Union([Type.Object({ singular: Word, plural: Word }, strict), Type.Null()], {
        description: 'What organizations are called, on every screen; null: organizations',
      }),
    ),
    atRiskRule: Type.Optional(AtRiskRule),
    atRiskDays: Type.Optional(AtRiskDays),
    showReviews: Type.Optional(
      Type.Boolean({ description: 'Whether screens show what customers said; it is kept either way' }),
    ),
    requiredFields: Type.Optional(
      Type.Object(
        {
          personal: Type.Optional(requiredOf(requirable.personal)),
          business: Type.Optional(requiredOf(requirable.business)),
        },
        { ...strict, description: 'What users must fill in besides a name; imports are only warned' },
      ),
    ),
  },
  strict,
)
export type SettingsChange = Type.Static<typeof SettingsChange>
