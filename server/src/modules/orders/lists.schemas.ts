// What lists of orders are asked for.
import { Type } from 'typebox'
import { channel, oneOf, optional, status, strict } from './order-parts.schemas.ts'

const day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })
const paging = {
  limit: optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: optional(Type.String({ maxLength: 2048 })),
}
const state = oneOf('past', 'current', 'recurring')
const filter = {
  q: optional(
    Type.String({
      maxLength: 200,
      description: 'The beginning of a number, receipt number or external id',
    }),
  ),
  state: optional(state),
  status: optional(Type.Array(status, { maxItems: 7 })),
  channel: optional(Type.Array(channel, { maxItems: 5 })),
  store: optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 100 })),
  customer: optional(
    Type.String({ format: 'uuid', description: 'Of a business also what its contacts ordered for it' }),
  ),
  organization: optional(Type.String({ format: 'uuid' })),
  import: optional(Type.String({ format: 'uuid', description: 'Only those that this import wrote last' })),
  guests: optional(Type.Boolean({ description: 'Only those of nobody (“Walk-in”)' })),
  from: optional(day),
  to: optional(day),
  fulfilFrom: optional({ ...day, description: 'Of fulfilAt, a day where the store is' }),
  fulfilTo: optional(day),
}
const sort = {
  sort: optional({
    ...oneOf('fulfilAt'),
    description: 'The earliest wanted first, with fulfilFrom only; without it the newest first',
  }),
}
export const OrderListQuery = Type.Object({ ...filter, ...sort, ...paging }, strict)
/** What a list is asked for, without its pages. */
export const OrderFilter = Type.Object(filter, strict)
export type OrderFilter = Type.Static<typeof OrderFilter>
export type OrderListQuery = Type.Static<typeof OrderListQuery>
export const CustomerOrdersQuery = Type.Object(
  {
    state: optional(state),
    status: optional(Type.Array(status, { maxItems: 7 })),
    from: optional(day),
    to: optional(day),
    ...paging,
  },
  strict,
)
export type CustomerOrdersQuery = Type.Static<typeof CustomerOrdersQuery>
