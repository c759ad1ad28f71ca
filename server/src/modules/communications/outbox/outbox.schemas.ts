import { Type } from 'typebox'
import { states, templates } from './outbox.rules.ts'

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] })
const Id = Type.String({ format: 'uuid' })
const instant = Type.String({ format: 'date-time' })

export const OutboxId = Type.Object({ id: Id })
export const OutboxListQuery = Type.Object(
  {
    state: Type.Optional(Type.Array(oneOf(states), { maxItems: states.length })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    cursor: Type.Optional(Type.String({ maxLength: 2048 })),
  },
  { additionalProperties: false },
)
export type OutboxListQuery = Type.Static<typeof OutboxListQuery>

export const OutboxItem = Type.Object(
  {
    id: Id,
    kind: oneOf(['email']),
    template: oneOf(templates),
    to: Type.String(),
    subject: Type.String(),
    order: nullable(Type.Object({ id: Type.String(), number: Type.String() })),
    customer: nullable(Type.Object({ id: Type.String(), name: Type.String() })),
    state: Type.Unsafe<(typeof states)[number]>({
      type: 'string',
      enum: [...states],
      description: 'sent means that the mail server answered 250',
    }),
    attempts: Type.Integer(),
    nextTryAt: nullable(instant),
    answer: nullable(
      Type.Object(
        {
          code: nullable(Type.Integer()),
          enhanced: nullable(Type.String({ description: 'RFC 3463, such as 5.1.1' })),
          text: Type.String(),
        },
        { description: 'The last words of the mail server, or of the attempt to reach it' },
      ),
    ),
    error: nullable(Type.Object({ code: Type.String(), message: Type.String() })),
    messageId: nullable(Type.String()),
    by: Type.Object({
      kind: oneOf(['user', 'apiKey', 'system']),
      id: nullable(Type.String()),
      name: Type.String(),
    }),
    createdAt: instant,
    sentAt: nullable(instant),
  },
  { $id: 'OutboxItem' },
)
export type OutboxItem = Type.Static<typeof OutboxItem>

export const OutboxPage = Type.Object({
  items: Type.Array(Type.Ref('OutboxItem')),
  nextCursor: nullable(Type.String()),
  sends: Type.Boolean({ description: 'Whether a mail server is configured; without one everything waits' }),
})
