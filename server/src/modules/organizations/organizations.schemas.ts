import { Type } from 'typebox'
import { attributeFilters, CustomerListQuery, CustomerPage } from '../customers/index.ts'

const strict = { additionalProperties: false } as const
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const textOut = nullable(Type.String())

/** As the list of customers takes it; type and organization are given by where one asks. */
const { type: _, organization: __, ...filters } = CustomerListQuery.properties
export const OrganizationListQuery = Type.Object(filters, attributeFilters)
export type OrganizationListQuery = Type.Static<typeof OrganizationListQuery>
export const OrganizationListPage = CustomerPage

export const OrganizationId = Type.Object({ id: Type.String({ format: 'uuid' }) })
export const ContactListQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    cursor: Type.Optional(Type.String({ maxLength: 2048 })),
  },
  strict,
)
export type ContactListQuery = Type.Static<typeof ContactListQuery>

const Tag = Type.Object({ id: Type.String(), name: Type.String(), color: Type.String() })
const Money = Type.Object({ amount: Type.Integer(), currency: Type.String() })
export const ContactListPage = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      displayName: Type.String(),
      status: Type.Unsafe<'active' | 'inactive'>({ type: 'string', enum: ['active', 'inactive'] }),
      title: textOut,
      isManager: Type.Boolean(),
      isPrimary: Type.Boolean(),
      from: textOut,
      until: textOut,
      email: textOut,
      phone: textOut,
      phoneInherited: Type.Boolean({ description: 'The phone is the organization’s: the contact has none' }),
      photoUrl: textOut,
      tags: Type.Array(Tag),
      organizationTags: Type.Array(Tag),
      activity: Type.Object({}, { additionalProperties: true }),
      lastOrderAt: textOut,
      revenue6m: Money,
      reviews: Type.Object({}, { additionalProperties: true }),
    }),
  ),
  nextCursor: textOut,
})

export const ContactMove = Type.Object(
  {
    ids: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 200, uniqueItems: true }),
    to: Type.String({ format: 'uuid', description: 'Another organization' }),
    orders: Type.Unsafe<'stay' | 'move'>({
      type: 'string',
      enum: ['stay', 'move'],
      description: 'What becomes of the orders they placed and the reviews they left for the old one',
    }),
  },
  strict,
)
export type ContactMove = Type.Static<typeof ContactMove>
export const ContactsMoved = Type.Object({
  moved: Type.Integer(),
  orders: Type.Integer({ description: 'How many orders count for the new organization now' }),
})
