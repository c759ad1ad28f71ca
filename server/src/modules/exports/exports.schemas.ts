import { Type } from 'typebox'
import { CustomerCountQuery } from '../customers/index.ts'
import { languages } from './plain/words.ts'

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] })

const kinds = ['customers'] as const
const nameForms = ['wire', 'plain'] as const
const formatNames = ['csv', 'xlsx', 'json', 'vcf'] as const
export const states = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const
export type State = (typeof states)[number]

const MOST_IDS = 10_000
const Id = Type.String({ format: 'uuid' })
export const ExportId = Type.Object({ id: Id })

export const ExportRequest = Type.Object(
  {
    kind: oneOf(kinds),
    format: oneOf(formatNames),
    filter: Type.Optional({
      ...CustomerCountQuery,
      description:
        'As the list is asked for: its query names, arrays for repeated ones. Without it, and without ids, what the list shows at first',
    }),
    ids: Type.Optional(
      Type.Array(Id, { minItems: 1, maxItems: MOST_IDS, description: 'A selection, in place of a filter' }),
    ),
    columns: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
        minItems: 1,
        maxItems: 1000,
        description:
          'Fields as they are named on the wire, or members of them (billing.onHold, attributes.<key>). Left out: all that an import brings back; of JSON all',
      }),
    ),
    names: Type.Optional({
      ...oneOf(nameForms),
      description:
        'wire (when left out): what an import brings back. plain, of csv and xlsx: for people, with the titles, dates, amounts and telephone numbers of the screens, and lists in words',
    }),
    language: Type.Optional({
      ...oneOf(languages),
      description: 'Of plain names; left out, that of the business, or else English',
    }),
  },
  { additionalProperties: false },
)
export type ExportRequest = Type.Static<typeof ExportRequest>

export const Export = Type.Object(
  {
    id: Id,
    kind: oneOf(kinds),
    format: oneOf(formatNames),
    state: oneOf(states),
    rows: Type.Integer({ description: 'So far, while it runs' }),
    bytes: nullable(Type.Integer()),
    fileName: Type.String(),
    filter: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
    selected: nullable(Type.Integer({ description: 'How many ids were asked for' })),
    columns: nullable(Type.Array(Type.String())),
    names: oneOf(nameForms),
    language: nullable(Type.String({ description: 'Of plain names' })),
    by: Type.Object({
      kind: oneOf(['user', 'apiKey', 'system']),
      id: nullable(Type.String()),
      name: Type.String(),
    }),
    error: nullable(Type.Object({ code: Type.String(), message: Type.String() })),
    createdAt: Type.String({ format: 'date-time' }),
    startedAt: nullable(Type.String({ format: 'date-time' })),
    finishedAt: nullable(Type.String({ format: 'date-time' })),
    expiresAt: Type.String({ format: 'date-time', description: 'The file is kept so long' }),
  },
  { $id: 'Export' },
)
export type Export = Type.Static<typeof Export>

export const ExportListQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    cursor: Type.Optional(Type.String({ maxLength: 2048 })),
  },
  { additionalProperties: false },
)
export type ExportListQuery = Type.Static<typeof ExportListQuery>
export const ExportPage = Type.Object({
  items: Type.Array(Type.Ref('Export')),
  nextCursor: nullable(Type.String()),
})
