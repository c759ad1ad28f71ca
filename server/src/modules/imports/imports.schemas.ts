import { Type } from 'typebox'
import { type ReportLanguage, reportWords } from './report-words.ts'

const strict = { additionalProperties: false } as const
const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] })
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const kinds = ['customers', 'affiliations', 'orders', 'order-lines', 'reviews'] as const
export type Kind = (typeof kinds)[number]
export const states = ['queued', 'running', 'paused', 'succeeded', 'failed', 'cancelled'] as const
export type State = (typeof states)[number]

const words = (description: string) =>
  Type.Optional(
    Type.Unsafe<Record<string, string>>({
      type: 'object',
      additionalProperties: { type: 'string', maxLength: 1000 },
      maxProperties: 1000,
      description,
    }),
  )

/** The stores that a preview names, each left without one, and those that were said. */
const MOST_STORES_TOLD = 2000

const mappingFields = {
  columns: words('Path by header. With these given, other columns stay unread'),
  constants: words('Value by path, for every row'),
  stores: Type.Optional(
    Type.Unsafe<Record<string, string | null>>({
      type: 'object',
      additionalProperties: { anyOf: [{ type: 'string', maxLength: 1000 }, { type: 'null' }] },
      maxProperties: MOST_STORES_TOLD,
      description:
        'Store (id, code or name) by the text that the file has for it; null: none, also where makeStores makes the others',
    }),
  ),
  makeStores: Type.Optional(
    Type.Boolean({
      description:
        'Stores that the file names and nobody knows are made before its rows come in; takes stores.write',
    }),
  ),
  source: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 100,
      description: 'The system whose ids are in the column externalId',
    }),
  ),
  customersFrom: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
      maxItems: 20,
      description:
        'Of orders and reviews without source: the sources under whose ids their customers are looked up; none: under nobody’s',
    }),
  ),
  dateOrder: Type.Optional(oneOf(['ymd', 'dmy', 'mdy'])),
  timeZone: Type.Optional(Type.String({ maxLength: 100 })),
  delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 3 })),
  encoding: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  nulls: Type.Optional(
    Type.Array(Type.String({ maxLength: 100 }), { maxItems: 100, description: 'Texts that mean nothing' }),
  ),
}

/** How a file is to be read; whatever is absent is found. */
export const ImportMapping = Type.Object(mappingFields, { ...strict, $id: 'ImportMapping' })
/** In bodies without a name: their validator knows none. */
const MappingIn = Type.Object(mappingFields, strict)

const Assumption = Type.Object({
  kind: Type.String(),
  value: Type.String(),
  column: nullable(
    Type.String({ description: 'The column it was decided on; null when it is about the file' }),
  ),
  sure: Type.Boolean({ description: 'False: somebody should look' }),
  setBy: nullable(Type.String({ description: 'The member of the mapping that changes it' })),
  alternatives: Type.Array(Type.String()),
  found: Type.Optional(
    Type.Integer({ description: 'Of customersFrom: how many of the ids looked at are found there' }),
  ),
  of: Type.Optional(Type.Integer({ description: 'How many ids were looked at' })),
})
const Made = Type.Object(
  {
    customers: Type.Integer({ description: 'As which rows came in' }),
    contacts: Type.Integer({ description: 'Beside these, of companies' }),
    organizations: Type.Integer({ description: 'Beside these, of people' }),
    orders: Type.Integer(),
    tags: Type.Integer(),
    stores: Type.Integer(),
    attributes: Type.Integer(),
  },
  {
    description:
      'How many of what it made, or as a dry run would have; null of an import from before this was counted',
  },
)
const UnreadColumn = Type.Object({ header: Type.String(), filled: Type.Integer() })
const Instant = nullable(Type.String({ format: 'date-time' }))

export const Import = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    kind: oneOf(kinds),
    state: oneOf(states),
    held: Type.Boolean({ description: 'Uploaded to be looked at first; waits for /start' }),
    dryRun: Type.Boolean(),
    fileName: Type.String(),
    fileBytes: Type.Integer(),
    total: nullable(Type.Integer({ description: 'Null until known' })),
    processed: Type.Integer(),
    created: Type.Integer(),
    updated: Type.Integer(),
    unchanged: Type.Integer(),
    rejected: Type.Integer(),
    warnings: Type.Integer({ description: 'Rows that came in, but not whole' }),
    reasons: Type.Array(
      Type.Object({
        code: Type.String(),
        rejected: Type.Boolean({ description: 'False: they came in, with this warning' }),
        rows: Type.Integer(),
      }),
      { description: 'What was said of the rows, and of how many; of most first' },
    ),
    made: nullable(Made),
    mapping: nullable(Type.Ref('ImportMapping')),
    assumptions: Type.Array(Assumption),
    unreadColumns: Type.Array(UnreadColumn),
    error: nullable(Type.Object({ code: Type.String(), message: Type.String() })),
    actor: Type.Object({ kind: Type.String(), id: nullable(Type.String()), name: Type.String() }),
    createdAt: Type.String({ format: 'date-time' }),
    startedAt: Instant,
    finishedAt: Instant,
  },
  { $id: 'Import' },
)
export type Import = Type.Static<typeof Import>

export const ImportId = Type.Object({ id: Type.String({ format: 'uuid' }) })
export const ImportListQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  },
  strict,
)
export type ImportListQuery = Type.Static<typeof ImportListQuery>
export const ImportReportQuery = Type.Object(
  {
    language: Type.Optional({
      ...oneOf(Object.keys(reportWords) as ReportLanguage[]),
      description: 'For people: lines and reasons in words of this language, instead of codes',
    }),
  },
  strict,
)

export const ImportPage = Type.Object({
  items: Type.Array(Type.Ref('Import')),
  nextCursor: nullable(Type.String()),
})

const KindIn = Type.Optional(oneOf(kinds))
export const ImportPreviewRequest = Type.Object({ mapping: Type.Optional(MappingIn), kind: KindIn }, strict)
export type ImportPreviewRequest = Type.Static<typeof ImportPreviewRequest>
export const ImportStart = Type.Object(
  { mapping: Type.Optional(MappingIn), dryRun: Type.Optional(Type.Boolean()), kind: KindIn },
  strict,
)
export type ImportStart = Type.Static<typeof ImportStart>

const CellProblem = Type.Object({
  column: Type.String({ description: 'Its header; empty when it is about the row' }),
  original: Type.String(),
  code: Type.String(),
  message: Type.String(),
})

export const ImportPreview = Type.Object(
  {
    kind: oneOf(['csv', 'xlsx', 'vcard']),
    rowsOf: oneOf(kinds),
    layout: nullable(Type.String({ description: 'The program that the file is from' })),
    encoding: nullable(Type.String()),
    delimiter: nullable(Type.String()),
    sheet: nullable(Type.String()),
    total: nullable(Type.Integer({ description: 'Null for a file too long to be counted here' })),
    columns: Type.Array(
      Type.Object({
        header: Type.String(),
        path: nullable(Type.String({ description: 'Null: stays unread' })),
        filled: Type.Integer(),
        sample: Type.Array(Type.String()),
      }),
    ),
    mapping: Type.Ref('ImportMapping'),
    assumptions: Type.Array(Assumption),
    unreadColumns: Type.Array(UnreadColumn),
    unknownStores: Type.Array(
      Type.Object({
        name: Type.String({ description: 'As the file has it' }),
        rows: Type.Integer({ description: 'Of those looked at' }),
      }),
      { description: 'Stores that the file names and nobody knows: to be made, or said in mapping.stores' },
    ),
    knownSources: Type.Array(Type.String(), {
      description: 'Systems that ids are kept under already: for mapping.source',
    }),
    mayMakeStores: Type.Boolean({ description: 'Whether you may make them' }),
    earlier: nullable(
      Type.Object(
        {
          importId: Type.String({ format: 'uuid' }),
          fileName: Type.String(),
          createdAt: Type.String({ format: 'date-time' }),
          mapping: Type.Ref('ImportMapping'),
        },
        {
          description:
            'The last import of a file with this header, where a mapping was given for it: what can be used again of that mapping. Nothing of it is used unless you give it',
        },
      ),
    ),
    rows: Type.Array(
      Type.Object({
        row: Type.Integer({ description: 'As a sheet numbers it' }),
        cells: Type.Array(Type.String()),
        fields: Type.Unsafe<Record<string, unknown>>({
          type: 'object',
          additionalProperties: true,
          description: 'What is read of it: of customers in the words of a customer, else by path',
        }),
        problems: Type.Array(CellProblem),
        rejected: nullable(Type.Object({ code: Type.String(), message: Type.String() })),
      }),
    ),
  },
  { $id: 'ImportPreview' },
)
export type ImportPreview = Type.Static<typeof ImportPreview>

export const FileSources = Type.Object({
  items: Type.Array(Type.Object({ source: Type.String(), fileName: Type.String() })),
})

const ImportField = Type.Object({
  path: Type.String(),
  group: Type.String(),
  cell: nullable(
    Type.String({ description: 'What its cells hold; null where that is the field’s own matter' }),
  ),
  required: Type.Boolean({ description: 'Nothing comes in without it' }),
  values: Type.Array(Type.String({ description: 'Of a choice: what it can be' })),
})
export const ImportKinds = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: oneOf(kinds),
      fields: Type.Array(ImportField, { description: 'Where a column can be sent by hand' }),
    }),
  ),
})
export type ImportKinds = Type.Static<typeof ImportKinds>
