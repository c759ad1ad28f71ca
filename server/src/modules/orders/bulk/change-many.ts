// Parts of orders, as files bring them: each is laid over the order that stands, and put as a whole.
import type { Writer } from '../../../db/client.ts'
import { minorDigits } from '../../../kernel/money.ts'
import { type OrderKey, readOrder } from '../order.rules.ts'
import {
  type IncomingOrder,
  keyOf,
  type Maker,
  type PutOutcome,
  putRead,
  type Refused,
} from '../orders.commands.ts'
import { readStores } from '../references.queries.ts'
import { isInSight } from '../sight.ts'
import { laidOver, type OrderPart } from './change.rules.ts'
import { inputOf, lockStored } from './stored-order.ts'
import { paidAsBefore, withAmounts } from './untold-amounts.rules.ts'

export type OrderChanged = OrderKey & {
  readonly part: OrderPart
  /** Whoever of these it stands with stays, whom else the part may name. */
  readonly keeps?: readonly string[]
  /** Only an order that is there is meant. */
  readonly mustStand: boolean
  /** The file has prices: an order that is new by it and has none is none. */
  readonly mustHavePrice: boolean
}
export type ChangeOutcome = PutOutcome | Refused

/** Each key at most once among them. Answers in their order. */
export async function changeOrders(
  tx: Writer,
  maker: Maker,
  changes: readonly OrderChanged[],
): Promise<ChangeOutcome[]> {
  const { merchant, scope } = maker
  const standing = await lockStored(tx, scope.merchantId, changes)
  const stores = await readStores(tx, scope)
  const digits = minorDigits(merchant.currency)
  const read = changes.map((change): IncomingOrder | Refused => {
    const stored = standing.get(keyOf(change))
    const isKnown = stored !== undefined && isInSight(scope, stored.storeId)
    if (change.mustStand && !isKnown) return unknownOrder
    if (change.mustHavePrice && !isKnown && !hasPrice(change.part)) return noPrice
    const before =
      stored === undefined ? null : paidAsBefore(inputOf(stored, digits), change.part, stored.totals.total)
    const input = withAmounts(laidOver(before, change.part), digits)
    const draft = readOrder(change, input, { merchant, stores })
    if ('faults' in draft) return draft
    const kept = change.keeps?.find((id) => id === stored?.customerId)
    const customer = kept === undefined ? (input.customer ?? null) : { ...input.customer, id: kept }
    return { draft, customer, organization: input.organization ?? null }
  })
  return putRead(tx, maker, read)
}

const hasPrice = ({ items, totals }: OrderPart) =>
  items !== undefined || totals?.net != null || totals?.total != null

const noPrice = {
  faults: [
    {
      path: 'totals.total',
      code: 'order.no_price',
      message: 'is needed: nothing here can be read as a price',
    },
  ],
}
const unknownOrder = {
  faults: [{ path: 'order.externalId', code: 'order.unknown', message: 'is no order that is known here' }],
}
