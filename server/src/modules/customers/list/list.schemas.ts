import { Type } from 'typebox'
import { Customer } from '../customer.schemas.ts'
import { activities, importOutcomes } from './list.filter.rules.ts'

export const sortKeys = [
  ...(['name', 'createdAt', 'customerSince', 'lastOrderAt'] as const),
  ...(['revenue4w', 'revenue3m', 'revenue6m', 'revenueTotal'] as const),
  ...(['number', 'type', 'email', 'reviews'] as const),
] as const
export type SortKey = (typeof sortKeys)[number]
const sorts = sortKeys.flatMap((key) => [key, `-${key}`])

const oneOf = <const T extends readonly string[]>(values: T, description?: string) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values], ...(description && { description }) })
const Named = Type.Array(Type.String({ maxLength: 200 }), { maxItems: 100 })
const Moment = Type.String({
  maxLength: 40,
  description: 'A day (YYYY-MM-DD, in the merchant’s time zone) or an instant',
})
const Day = Type.String({ format: 'date' })
const Season = Type.String({
  pattern: '^\\d\\d-\\d\\d\\.\\.\\d\\d-\\d\\d$',
  description: 'MM-DD..MM-DD, also over the new year',
})

const filters = {
  q: Type.Optional(
    Type.String({ maxLength: 200, description: 'Words, a number, an email or a phone in any notation' }),
  ),
  type: Type.Optional(oneOf(['personal', 'business'])),
  tag: Type.Optional({ ...Named, description: 'Id or name; repeated: any of them' }),
  tagAll: Type.Optional({ ...Named, description: 'Id or name; repeated: all of them' }),
  store: Type.Optional({ ...Named, description: 'Id, name or code; repeated: any of them' }),
  status: Type.Optional(oneOf(['active', 'inactive', 'all'], 'active when left out')),
  activity: Type.Optional(
    Type.Array(oneOf(activities), {
      maxItems: 20,
      description: 'How they order; none never did. Repeated: any of them',
    }),
  ),
  organization: Type.Optional(
    Type.String({ format: 'uuid', description: 'The people of this business customer' }),
  ),
  affiliated: Type.Optional(
    oneOf(
      ['yes', 'no'],
      'no: without the people of organizations, whose orders count for these. That is whom the summary ranks',
    ),
  ),
  import: Type.Optional(
    Type.String({ format: 'uuid', description: 'Whom this import has created or changed' }),
  ),
  importOutcome: Type.Optional(oneOf(importOutcomes, 'With import: only whom it created, or only others')),
  createdFrom: Type.Optional(Moment),
  createdTo: Type.Optional(Moment),
  customerSinceFrom: Type.Optional(Day),
  customerSinceTo: Type.Optional(Day),
  lastOrderFrom: Type.Optional(Moment),
  lastOrderTo: Type.Optional(Moment),
  birthday: Type.Optional(Season),
  anniversary: Type.Optional(Season),
}

/** `attr.<key>`, `attr.<key>.from`, `attr.<key>.to`: custom attributes that are marked filterable. */
export const attributeFilters = {
  additionalProperties: false,
  patternProperties: {
    '^attr\\.[a-z][a-zA-Z0-9_]{0,59}(\\.(from|to))?$': { type: 'string', maxLength: 1000 },
  },
} as const

export const CustomerListQuery = Type.Object(
  {
    ...filters,
    sort: Type.Optional(oneOf(sorts, 'Left out: by name, or by relevance with q. Absent values last')),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    cursor: Type.Optional(Type.String({ maxLength: 2048, description: 'nextCursor of the page before' })),
    before: Type.Optional(
      Type.String({
        maxLength: 2048,
        description: 'A cursor: the page that ends where it begins, for reading upwards. Not by relevance',
      }),
    ),
    at: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1,
        description:
          'Opens the list at this part of it: 0 is the first page, 1 the last, 0.5 the middle. Exact while the count is not capped, near to it beyond. Not by relevance',
      }),
    ),
    fields: Type.Optional(
      Type.String({
        maxLength: 2000,
        description: 'Names of fields, separated by commas; attributes as attributes.<key>',
      }),
    ),
  },
  attributeFilters,
)
export type CustomerListQuery = Type.Static<typeof CustomerListQuery>

export const CustomerCountQuery = Type.Object(filters, attributeFilters)
export type CustomerFilterQuery = Type.Static<typeof CustomerCountQuery>

const windowRevenue = (window: string) =>
  Type.Optional({
    ...Customer.properties.revenue6m,
    description: `Only with fields: revenue of the last ${window}`,
  })

const Item = Type.Object({
  ...Type.Partial(Customer).properties,
  revenue4w: windowRevenue('28 days'),
  revenue3m: windowRevenue('3 months'),
  organizationPhone: Type.Optional(
    Type.Union([Type.String(), Type.Null()], {
      description: 'Only with fields: of a person without a phone that of their organization',
    }),
  ),
  organizationTags: Type.Optional({
    ...Customer.properties.tags,
    description: 'Only with fields: the tags of a person’s main organization',
  }),
})
export const CustomerPage = Type.Object({
  items: Type.Array(Item, {
    description: 'Customers without addresses, secondary phones and attributes; with fields just these',
  }),
  nextCursor: Type.Union([Type.String(), Type.Null()]),
  previousCursor: Type.Optional(
    Type.Union([Type.String(), Type.Null()], {
      description:
        'With before and at: as cursor it reads this page again, as before the one above; null on the first page',
    }),
  ),
})

export const CustomerCount = Type.Object({
  count: Type.Integer({ minimum: 0, maximum: 10_000 }),
  capped: Type.Boolean({ description: 'True when there are more than count' }),
  estimate: Type.Optional(
    Type.Integer({
      minimum: 0,
      description: 'When capped, about how many there are, by a sample; left out where nobody can say',
    }),
  ),
})
