import { Type } from 'typebox'
import { colors } from './tags.rules.ts'

const strict = { additionalProperties: false } as const

const Name = Type.String({ minLength: 1, maxLength: 60 })
const Color = Type.String({
  pattern: `^(${colors.join('|')}|#[0-9a-f]{6})$`,
  description: `${colors.join(', ')}, or #rrggbb`,
})

export const Tag = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    name: Type.String(),
    color: Type.String(),
    customers: Type.Integer({
      description: 'How many customers carry it, inactive ones included; exact to 10,000',
    }),
    capped: Type.Boolean({ description: 'There are more than `customers`' }),
    version: Type.Integer(),
  },
  { $id: 'Tag' },
)
export type Tag = Type.Static<typeof Tag>

export const TagPage = Type.Object({
  items: Type.Array(Type.Ref('Tag')),
  nextCursor: Type.Union([Type.String(), Type.Null()]),
})
export const TagListQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    cursor: Type.Optional(Type.String({ maxLength: 2048 })),
  },
  strict,
)
export type TagListQuery = Type.Static<typeof TagListQuery>

export const TagId = Type.Object({ id: Type.String({ format: 'uuid' }) })
export const NewTag = Type.Object({ name: Name, color: Type.Optional(Color) }, strict)
export type NewTag = Type.Static<typeof NewTag>
export const TagChange = Type.Object({ name: Type.Optional(Name), color: Type.Optional(Color) }, strict)
export type TagChange = Type.Static<typeof TagChange>
export const TagMerge = Type.Object({ into: Type.String({ format: 'uuid' }) }, strict)
