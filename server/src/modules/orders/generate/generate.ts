/**
 * Made-up orders of the customers that are there: a few order often and most seldom, one in six is nobody's, some are
 * refunded. They go the way of any order, so that the figures follow of themselves.
 */
import { sql } from 'kysely'
import type { Db } from '../../../db/client.ts'
import type { Merchant } from '../../../http/context.ts'
import { type Random, randomOf } from '../../../kernel/random.ts'
import type { OrderLine } from '../order-input.schemas.ts'
import { readStores } from '../references.queries.ts'
import { bringMade } from './bring.ts'

export type GenerateOrders = {
  readonly merchant: Merchant
  readonly orders: number
  readonly seed: string
  /** The instant before which all were placed. */
  readonly now: Date
}

const BATCH = 1000
/** As many as a process with two cores keeps busy. */
const AT_ONCE = 2

/** Of the same seed the same orders: what is there already is not made again. */
export async function generateOrders(db: Db, { merchant, orders, seed, now }: GenerateOrders): Promise<void> {
  const scope = { merchantId: merchant.id, storeIds: null }
  const { customers, storeIds } = await db.read(merchant.id, async (reader) => ({
    customers: (
      await sql<{
        id: string
      }>`select id from customers where merchant_id = ${merchant.id} order by id`.execute(reader)
    ).rows.map(({ id }) => id),
    storeIds: [...new Set([...(await readStores(reader, scope)).values()].map(({ id }) => id))],
  }))
  let next = 0
  const work = async () => {
    for (;;) {
      const from = next
      next = Math.min(orders, from + BATCH)
      if (from >= orders) return
      const random = randomOf(`${seed}:${from}`)
      const made = Array.from({ length: next - from }, (_, i) =>
        madeUpOrder(random, { source: `generated-${seed}`, no: from + i, customers, storeIds, now }),
      )
      await db.write(merchant.id, async (tx) => {
        // What a crash takes away is made again by the same call.
        await sql`set local synchronous_commit = off`.execute(tx)
        await bringMade(tx, { scope, merchant }, made)
      })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

export type OrderFrame = {
  readonly source: string
  readonly no: number
  readonly customers: readonly string[]
  readonly storeIds: readonly string[]
  readonly now: Date
}

const goods: readonly (readonly [string, number])[] = [
  ...([
    ['Coffee', 320],
    ['Tea', 280],
    ['Croissant', 340],
    ['Sandwich', 890],
    ['Soup of the day', 750],
  ] as const),
  ...([
    ['Salad', 1090],
    ['Pasta', 1390],
    ['Pizza', 1290],
    ['Burger', 1450],
    ['Lemonade', 390],
  ] as const),
  ...([
    ['Wine', 690],
    ['Cake', 520],
    ['Sandwich platter', 6500],
    ['Lunch boxes', 1550],
    ['Gift box', 3900],
  ] as const),
]
const YEARS = 3

export function madeUpOrder(random: Random, { source, no, customers, storeIds, now }: OrderFrame): OrderLine {
  const items = Array.from({ length: 3 }, () => {
    const [name, unitAmount] = random.skewed(goods, 1.5)
    return { name, quantity: random.between(1, 3), unitAmount }
  })
  const net = items.reduce((sum, { quantity, unitAmount }) => sum + quantity * unitAmount, 0)
  const tax = Math.round(net * 0.08)
  const age = Math.floor(random.next() ** 1.3 * YEARS * 365 * 86_400_000)
  const placedAt = new Date(now.getTime() - age).toISOString()
  const isGuest = customers.length === 0 || random.chance(1 / 6)
  const method = random.pick(['card', 'card', 'card', 'cash', 'account'] as const)
  return {
    ...{ source, externalId: String(no), number: String(100_000 + no), kind: 'sale', status: 'completed' },
    channel: random.skewed(['pos', 'pos', 'web', 'phone', 'catering'] as const, 1.4),
    placedAt,
    ...(storeIds.length > 0 && { store: { id: random.skewed(storeIds, 1.6) } }),
    ...(!isGuest && { customer: { id: random.skewed(customers, 2.5) } }),
    items,
    taxes: [{ name: 'Sales tax', rate: '0.08', taxableAmount: net, amount: tax }],
    payments: [{ method, amount: net + tax }],
    ...(random.chance(0.02) && { refunds: [{ amount: net + tax, reason: 'Returned' }] }),
  }
}
