import { Type } from 'typebox'

const attributeKinds = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'yesNo',
  'choice',
  'choices',
  'url',
] as const
export type AttributeKind = (typeof attributeKinds)[number]

const strict = { additionalProperties: false } as const
const Label = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })
const Options = Type.Array(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }), {
  maxItems: 500,
  uniqueItems: true,
})
const Group = Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 100 })
const Kind = Type.Unsafe<AttributeKind>({ type: 'string', enum: [...attributeKinds] })
const Position = Type.Integer({ minimum: 0, maximum: 10_000 })

export const CustomAttribute = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    key: Type.String(),
    label: Type.String(),
    kind: Kind,
    options: Type.Array(Type.String()),
    group: Type.Union([Type.String(), Type.Null()]),
    required: Type.Boolean(),
    filterable: Type.Boolean(),
    position: Type.Integer(),
    version: Type.Integer(),
  },
  { $id: 'CustomAttribute', additionalProperties: false },
)
export type CustomAttribute = Type.Static<typeof CustomAttribute>
export const CustomAttributePage = Type.Object({
  items: Type.Array(Type.Ref('CustomAttribute')),
  nextCursor: Type.Null(),
})

const editable = {
  label: Label,
  options: Type.Optional(Options),
  group: Type.Optional(Group),
  required: Type.Optional(Type.Boolean()),
  filterable: Type.Optional(Type.Boolean()),
  position: Type.Optional(Position),
}
/** `key` and `kind` stay as they were made: values stand under them. Without a key, one is made of the label. */
export const NewCustomAttribute = Type.Object(
  { key: Type.Optional(Type.String({ pattern: '^[a-z][a-zA-Z0-9_]{0,59}$' })), kind: Kind, ...editable },
  strict,
)
export type NewCustomAttribute = Type.Static<typeof NewCustomAttribute>
export const CustomAttributeChange = Type.Object({ ...editable, label: Type.Optional(Label) }, strict)
export type CustomAttributeChange = Type.Static<typeof CustomAttributeChange>
