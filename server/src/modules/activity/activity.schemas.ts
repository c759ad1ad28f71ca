import { Type } from 'typebox'

const Changes = Type.Union([
  Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
  Type.Null(),
])

export const Activity = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    kind: Type.String({ description: 'What was done, such as customer.edited; a translation key' }),
    at: Type.String({ format: 'date-time' }),
    actor: Type.Object({
      kind: Type.Unsafe<'user' | 'apiKey' | 'system'>({ type: 'string', enum: ['user', 'apiKey', 'system'] }),
      id: Type.Union([Type.String(), Type.Null()]),
      name: Type.String(),
    }),
    before: Changes,
    after: Changes,
    parentId: Type.Union([Type.String(), Type.Null()], {
      description: 'The bulk action that this is a part of',
    }),
  },
  { $id: 'Activity', additionalProperties: false },
)
/** What kinds begin with, by what somebody looks for. */
export const subjects = {
  changes: ['customer', 'customers'],
  orders: ['order', 'orders', 'receipt'],
  reviews: ['review', 'reviews'],
} as const
export type Subject = keyof typeof subjects

export const About = Type.Unsafe<Subject>({
  type: 'string',
  enum: Object.keys(subjects),
  description: 'Only what is about this: changes of the record, orders and their receipts, or reviews',
})
export const ActivityPage = Type.Object({
  items: Type.Array(Type.Ref('Activity')),
  nextCursor: Type.Union([Type.String(), Type.Null()]),
})
