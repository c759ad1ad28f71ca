import { Type } from 'typebox'
import { attributeFilters, Customer, CustomerListQuery, CustomerPage } from '../customers/index.ts'

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
    status: Type.Optional({ ...filters.status, description: 'all when left out' }),
    current: Type.Optional(
      Type.Boolean({ description: 'True: without those who have left the organization by today' }),
    ),
    fields: Type.Optional(
      Type.String({
        maxLength: 2000,
        description: 'Further fields of a customer, separated by commas; attributes as attributes.<key>',
      }),
    ),
  },
  strict,
)
export type ContactListQuery = Type.Static<typeof ContactListQuery>

const { displayName, status, email, photoUrl, tags, activity, lastOrderAt, revenue6m, reviews } =
  Customer.properties
export const ContactListPage = Type.Object({
  items: Type.Array(
    Type.Object({
      ...Type.Partial(Customer).properties,
      id: Type.String(),
      displayName,
      status,
      title: textOut,
      isManager: Type.Boolean(),
      isPrimary: Type.Boolean(),
      from: textOut,
      until: textOut,
      email,
      phone: textOut,
      phoneInherited: Type.Boolean({ description: 'The phone is the organization’s: the contact has none' }),
      photoUrl,
      tags,
      organizationTags: tags,
      activity,
      lastOrderAt,
      revenue6m,
      reviews,
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
