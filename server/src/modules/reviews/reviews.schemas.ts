// Reviews on the wire (contract §4). What is read and what is answered differ: names and the sentiment are added.
import { Type } from 'typebox'
import { CustomerReference, OrganizationReference } from '../orders/index.ts'

const strict = { additionalProperties: false } as const
const optional = <T extends Type.TSchema>(schema: T) => Type.Optional(schema)
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const text = (maxLength: number) => optional(nullable(Type.String({ maxLength })))
const instant = nullable(Type.String({ maxLength: 40, description: 'ISO 8601 with its zone' }))
const sentiment = Type.Unsafe<'positive' | 'neutral' | 'negative'>({
  type: 'string',
  enum: ['positive', 'neutral', 'negative'],
})
export type Sentiment = Type.Static<typeof sentiment>

const OrderReference = Type.Object(
  { id: text(100), externalId: text(200), number: text(100) },
  { ...strict, description: 'Looked up in this order: id, externalId (of the same source), number' },
)
export type OrderReference = Type.Static<typeof OrderReference>

export const ReviewInput = Type.Object(
  {
    score: optional(
      nullable(Type.Number({ minimum: 1, maximum: 5, description: '1 to 5, kept to a tenth' })),
    ),
    sentiment: optional(nullable(sentiment)),
    text: text(10_000),
    author: text(200),
    at: Type.String({ maxLength: 40 }),
    store: optional(nullable(Type.Object({ id: text(100), code: text(100) }, strict))),
    customer: optional(nullable(CustomerReference)),
    organization: optional(nullable(OrganizationReference)),
    order: optional(nullable(OrderReference)),
    response: optional(
      nullable(Type.Object({ text: Type.String({ maxLength: 10_000 }), at: optional(instant) }, strict)),
    ),
    sourceUpdatedAt: optional(instant),
  },
  {
    ...strict,
    description:
      'at and either a score or a sentiment are needed. Without a sentiment a score from 4 on is positive, to 2 negative. Without a customer or store it has those of its order',
  },
)
export type ReviewInput = Type.Static<typeof ReviewInput>

export const ReviewChange = Type.Object(
  { customer: nullable(Type.Object({ id: Type.String({ format: 'uuid' }) }, strict)) },
  { ...strict, description: 'The customer set here is pinned: what the source sends later keeps it' },
)
export type ReviewChange = Type.Static<typeof ReviewChange>

export const ExternalReview = Type.Object({
  source: Type.String({ minLength: 1, maxLength: 60 }),
  externalId: Type.String({ minLength: 1, maxLength: 200 }),
})
export const ReviewId = Type.Object({ id: Type.String({ format: 'uuid' }) })

const textOut = nullable(Type.String())
const named = Type.Object({ id: Type.String(), name: Type.String() })
const party = Type.Object({ id: Type.String(), name: Type.String(), number: textOut })
export const Review = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    source: Type.String(),
    externalId: Type.String(),
    score: nullable(Type.Number()),
    sentiment,
    text: textOut,
    author: textOut,
    at: Type.String(),
    localDay: Type.String({ description: 'The day of at where its store is' }),
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
    order: nullable(Type.Object({ id: Type.String(), number: textOut })),
    response: nullable(Type.Object({ text: Type.String(), at: textOut })),
    sourceUpdatedAt: textOut,
    createdAt: Type.String(),
    updatedAt: Type.String(),
    version: Type.Integer(),
  },
  { $id: 'Review' },
)
export const ReviewPage = Type.Object({ items: Type.Array(Type.Ref('Review')), nextCursor: textOut })

const day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })
const narrowing = {
  sentiment: optional(sentiment),
  store: optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 100 })),
  from: optional(day),
  to: optional(day),
  limit: optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: optional(Type.String({ maxLength: 2048 })),
}
export const ReviewListQuery = Type.Object(
  {
    customer: optional(Type.String({ format: 'uuid' })),
    organization: optional(Type.String({ format: 'uuid' })),
    order: optional(Type.String({ format: 'uuid' })),
    guests: optional(
      Type.Boolean({ description: 'Only those of nobody, neither customer nor organization' }),
    ),
    ...narrowing,
  },
  strict,
)
export type ReviewListQuery = Type.Static<typeof ReviewListQuery>
export const CustomerReviewsQuery = Type.Object(narrowing, strict)
export type CustomerReviewsQuery = Type.Static<typeof CustomerReviewsQuery>

const counts = Type.Object({ count: Type.Integer(), positive: Type.Integer(), negative: Type.Integer() })
export const ReviewScore = Type.Object(
  {
    month: counts,
    threeMonths: counts,
    sixMonths: counts,
    lifetime: counts,
  },
  { $id: 'ReviewScore', description: 'From the same day number so many months before, to now' },
)
