import { Type } from 'typebox'
import { CustomerCountQuery } from '../customers/index.ts'

const strict = { additionalProperties: false } as const
const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] })

const actions = ['inactivate', 'restore', 'addTag', 'removeTag', 'assignStore'] as const
export type Action = (typeof actions)[number]
const jobActions = [...actions, 'assignOrders'] as const
export type JobAction = (typeof jobActions)[number]
const states = ['queued', 'running', 'succeeded', 'failed', 'cancelled', 'undoing', 'undone'] as const
export type State = (typeof states)[number]

const MOST_IDS = 10_000
const Id = Type.String({ format: 'uuid' })

export const BulkRequest = Type.Object(
  {
    action: oneOf(actions),
    ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: MOST_IDS })),
    filter: Type.Optional({
      ...CustomerCountQuery,
      description: 'As the list is asked for, with arrays for what may be repeated',
    }),
    tagId: Type.Optional(Id),
    tag: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 60,
        description: 'Its name, in place of tagId; addTag makes it when there is none',
      }),
    ),
    storeId: Type.Optional(Id),
  },
  strict,
)
export type BulkRequest = Type.Static<typeof BulkRequest>

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const BulkJob = Type.Object(
  {
    id: Id,
    action: oneOf(jobActions),
    state: oneOf(states),
    matched: nullable(Type.Integer({ description: 'Null until what a filter means has been collected' })),
    done: Type.Integer({ description: 'Those that are as asked for now, changed or not' }),
    failed: Type.Integer(),
    undone: Type.Integer(),
    kept: Type.Integer({ description: 'Not undone, because they have been changed since' }),
    error: nullable(Type.Object({ code: Type.String(), message: Type.String() })),
    createdAt: Type.String({ format: 'date-time' }),
    finishedAt: nullable(Type.String({ format: 'date-time' })),
  },
  { $id: 'BulkJob' },
)
export type BulkJob = Type.Static<typeof BulkJob>
export const BulkJobId = Type.Object({ id: Id })
