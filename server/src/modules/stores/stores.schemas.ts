import { Type } from 'typebox'

const strict = { additionalProperties: false } as const
const text = (maxLength: number) => Type.Union([Type.String({ maxLength }), Type.Null()])
const textOut = Type.Union([Type.String(), Type.Null()])
const optional = <T extends Type.TSchema>(schema: T) => Type.Optional(schema)

const AddressIn = Type.Object(
  {
    line1: optional(text(200)),
    line2: optional(text(200)),
    city: optional(text(100)),
    state: optional(text(100)),
    postalCode: optional(text(20)),
    country: optional(text(2)),
  },
  strict,
)
export type AddressIn = Type.Static<typeof AddressIn>

const fields = {
  code: optional(text(40)),
  phone: optional(text(100)),
  email: optional(text(254)),
  address: optional(Type.Union([AddressIn, Type.Null()])),
  timeZone: optional(text(100)),
  closedOn: optional(
    Type.Union([Type.String({ maxLength: 10 }), Type.Null()], {
      description: 'The first day on which it is closed',
    }),
  ),
}
export const NewStore = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 200 }), ...fields },
  strict,
)
export type NewStore = Type.Static<typeof NewStore>
export const StoreChange = Type.Object(
  { name: optional(Type.String({ minLength: 1, maxLength: 200 })), ...fields },
  strict,
)
export type StoreChange = Type.Static<typeof StoreChange>

export const Store = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    name: Type.String(),
    code: textOut,
    phone: textOut,
    email: textOut,
    address: Type.Union([
      Type.Object({
        line1: textOut,
        line2: textOut,
        city: textOut,
        state: textOut,
        postalCode: textOut,
        country: textOut,
      }),
      Type.Null(),
    ]),
    timeZone: textOut,
    closedOn: textOut,
    version: Type.Integer(),
  },
  { $id: 'Store' },
)
export type Store = Type.Static<typeof Store>

export const StorePage = Type.Object({ items: Type.Array(Type.Ref('Store')), nextCursor: textOut })
export const StoreListQuery = Type.Object(
  {
    limit: optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    cursor: optional(Type.String({ maxLength: 2048 })),
  },
  strict,
)
export type StoreListQuery = Type.Static<typeof StoreListQuery>
export const StoreId = Type.Object({ id: Type.String({ format: 'uuid' }) })
