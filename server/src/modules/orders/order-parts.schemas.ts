// What orders have on both ways (contract §4), and what their schemas are made of.
import { Type } from 'typebox'

export const strict = { additionalProperties: false } as const
export const optional = <T extends Type.TSchema>(schema: T) => Type.Optional(schema)
export const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const oneOf = <const T extends readonly string[]>(...values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] })

export const kind = oneOf('sale', 'order', 'subscription')
export const channel = oneOf('pos', 'web', 'phone', 'catering', 'other')
export const method = oneOf('cash', 'card', 'account', 'giftCard', 'points', 'other')
export const status = oneOf('draft', 'open', 'confirmed', 'fulfilled', 'completed', 'cancelled', 'refunded')
export type OrderStatus = Type.Static<typeof status>
