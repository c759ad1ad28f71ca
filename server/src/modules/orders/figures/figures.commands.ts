// What orders change of the stored figures. The sums themselves are made in the database (add_to_figures in migrations/0067, grow_figures in 0069).
import { sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import { counts } from '../order.shapes.ts'
import type { OrderStatus } from '../order-parts.schemas.ts'

/** Of an order what figures know of it. */
export type Counted = {
  readonly customerId: string | null
  readonly organizationId: string | null
  readonly storeId: string | null
  /** An instant in UTC with milliseconds, so that texts compare as instants do. */
  readonly placedAt: string
  readonly localDay: string
  readonly status: OrderStatus
  readonly net: number
  readonly refunds: readonly { readonly netAmount: number; readonly localDay: string }[]
  /** Whether it says for when it is: while it is open, nobody who ordered it is at risk. */
  readonly isComing: boolean
}

/** Orders of no store, in tables whose keys need one. */
export const NO_STORE = '00000000-0000-0000-0000-000000000000'

type Part = { readonly day: string; readonly orders: number; readonly net: number }

/** On its own day an order counts, and each refund on its. */
export function contributionsOf({ status, localDay, net, refunds }: Counted): Part[] {
  if (!counts(status)) return []
  return [
    { day: localDay, orders: 1, net },
    ...refunds.map((refund) => ({ day: refund.localDay, orders: 0, net: -refund.netAmount })),
  ]
}

type DayDelta = { customer: string; day: string; store: string; orders: number; net: number }
/** `first`, `last`: of its orders; a day of refunds alone has none. */
type GrownDay = DayDelta & { first: string | null; last: string | null }
type SaleDelta = { store: string; day: string; orders: number; net: number; guests: number }

type Change = {
  /** Orders as they were. */
  readonly minus: readonly Counted[]
  /** The same as they are now. */
  readonly plus: readonly Counted[]
  /** Orders that are new: what is stored grows by them, unless something else happens to the same customer. */
  readonly fresh: readonly Counted[]
}

/** Before any of these orders is written: all those whose figures it changes, in the order in which everybody locks them. */
export async function lockFigures(tx: Writer, merchantId: string, change: Change): Promise<void> {
  const { minus, plus, fresh } = change
  const parties = new Set([...minus, ...plus, ...fresh].flatMap(partiesOf))
  if (parties.size === 0) return
  await sql`select lock_figures(${merchantId}::uuid, ${[...parties]}::uuid[])`.execute(tx)
}

/** Of those who are locked. */
export async function addToFigures(tx: Writer, merchantId: string, change: Change): Promise<void> {
  const { minus, plus, fresh } = change
  const coming = [...minus, ...plus, ...fresh].filter(isToCome).flatMap(partiesOf)
  const people = new Set([...coming, ...movedWithinDays(change)])
  const summed = new Set([...people, ...[...minus, ...plus].flatMap(partiesOf)])
  const days = new Map<string, DayDelta>()
  const grown = new Map<string, GrownDay>()
  for (const order of minus) addDays(days, order, { sign: -1, whom: () => true })
  for (const order of plus) addDays(days, order, { sign: 1, whom: () => true })
  for (const order of fresh) {
    addDays(days, order, { sign: 1, whom: (party) => summed.has(party) })
    growDays(grown, order, (party) => !summed.has(party))
  }
  const sales = salesOf(change)
  const dayDeltas = [...days.values()].filter(isSome)
  const growth = [...grown.values()].filter(isSome)
  if (dayDeltas.length + growth.length + sales.length + people.size === 0) return
  const of = <K extends keyof GrownDay>(key: K) => growth.map((one) => one[key])
  await sql`select add_to_figures(${merchantId}::uuid, ${[...people]}::uuid[], ${JSON.stringify(dayDeltas)}::jsonb,
    ${of('customer')}::uuid[], ${of('day')}::date[], ${of('store')}::uuid[], ${of('orders')}::int[], ${of('net')}::bigint[],
    ${of('first')}::timestamptz[], ${of('last')}::timestamptz[], ${JSON.stringify(sales)}::jsonb)`.execute(tx)
}

/** Whose orders have other instants than before: their days may come to the same, the first and the last order do not. */
function movedWithinDays({ minus, plus, fresh }: Change): string[] {
  if (minus.length === 0) return []
  const instants = new Map<string, { readonly party: string; count: number }>()
  const add = (order: Counted, sign: 1 | -1) => {
    for (const party of counts(order.status) ? partiesOf(order) : [])
      entry(instants, `${party} ${order.placedAt}`, { party, count: 0 }).count += sign
  }
  for (const order of minus) add(order, -1)
  const changed = new Set(minus.flatMap(partiesOf))
  for (const order of plus) add(order, 1)
  for (const order of fresh) if (partiesOf(order).some((party) => changed.has(party))) add(order, 1)
  return [...instants.values()].filter(({ count }) => count !== 0).map(({ party }) => party)
}

const isSome = ({ orders, net }: DayDelta) => orders !== 0 || net !== 0

const isToCome = ({ isComing, status }: Counted) => isComing && (status === 'open' || status === 'confirmed')

const partiesOf = ({ customerId, organizationId }: Counted) =>
  [customerId, organizationId].filter((id) => id !== null)
const placeOf = ({ storeId }: Counted) => storeId ?? NO_STORE

type Adding = { readonly sign: 1 | -1; readonly whom: (party: string) => boolean }

function addDays(days: Map<string, DayDelta>, order: Counted, { sign, whom }: Adding): void {
  const store = placeOf(order)
  for (const { day, orders, net } of contributionsOf(order))
    for (const customer of partiesOf(order).filter(whom)) {
      const delta = entry(days, `${customer} ${store} ${day}`, { customer, day, store, orders: 0, net: 0 })
      delta.orders += sign * orders
      delta.net += sign * net
    }
}

function growDays(grown: Map<string, GrownDay>, order: Counted, whom: Adding['whom']): void {
  const store = placeOf(order)
  for (const { day, orders, net } of contributionsOf(order))
    for (const customer of partiesOf(order).filter(whom)) {
      const none = { customer, day, store, orders: 0, net: 0, first: null, last: null }
      const delta = entry<GrownDay>(grown, `${customer} ${store} ${day}`, none)
      delta.orders += orders
      delta.net += net
      if (orders === 0) continue
      if (delta.first === null || order.placedAt < delta.first) delta.first = order.placedAt
      if (delta.last === null || order.placedAt > delta.last) delta.last = order.placedAt
    }
}

function salesOf({ minus, plus, fresh }: Change): SaleDelta[] {
  const sales = new Map<string, SaleDelta>()
  const add = (order: Counted, sign: 1 | -1) => {
    const store = placeOf(order)
    for (const { day, orders, net } of contributionsOf(order)) {
      const sale = entry(sales, `${store} ${day}`, { store, day, orders: 0, net: 0, guests: 0 })
      sale.orders += sign * orders
      sale.net += sign * net
      if (partiesOf(order).length === 0) sale.guests += sign * net
    }
  }
  for (const order of minus) add(order, -1)
  for (const order of [...plus, ...fresh]) add(order, 1)
  return [...sales.values()].filter((one) => one.orders !== 0 || one.net !== 0 || one.guests !== 0)
}

function entry<T>(map: Map<string, T>, key: string, none: T): T {
  const standing = map.get(key)
  if (standing !== undefined) return standing
  map.set(key, none)
  return none
}
