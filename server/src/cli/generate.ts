import { parseArgs } from 'node:util'
import { createDb } from '../db/client.ts'
import { generateCustomers, settleCustomers } from '../modules/customers/index.ts'
import { readMerchant } from '../modules/merchants/index.ts'
import { generateOrders, settleOrders } from '../modules/orders/index.ts'
import { withDatabase } from '../supervisor/lease.ts'
import type { CommandIo } from './dispatch.ts'
import { findMerchant } from './owner-database.ts'

const MOST = 20_000_000
const text = { type: 'string' } as const

/**
 * `generate [--customers N] [--orders N] [--seed S]`: made-up customers, and orders of the customers that are there, the
 * same for the same seed. Prints {customers, orders, seconds}.
 */
export async function generateCommand(
  args: readonly string[],
  { config, out }: CommandIo,
): Promise<undefined> {
  const { values } = parseArgs({
    args: [...args],
    options: { customers: text, orders: text, seed: text, merchant: text },
  })
  if (values.customers === undefined && values.orders === undefined)
    throw new Error('say how many: --customers N, --orders N, or both')
  const customers = countOf('customers', values.customers)
  const orders = countOf('orders', values.orders)
  const seed = values.seed ?? '1'
  const began = performance.now()
  await withDatabase(config, 'generate', async (place) => {
    const db = createDb({ url: place.directUrl, pooling: 'session', max: 3, onError: () => undefined })
    try {
      const merchantId = await findMerchant(db.owner, values.merchant)
      if (customers > 0) {
        await generateCustomers(db.owner, { merchantId, customers, seed })
        await settleCustomers(db.owner)
      }
      if (orders > 0) {
        const merchant = await db.read(merchantId, (reader) => readMerchant(reader, merchantId))
        await generateOrders(db, { merchant, orders, seed, now: new Date() })
        await settleOrders(db.owner)
      }
    } finally {
      await db.close()
    }
  })
  const seconds = Math.round((performance.now() - began) / 100) / 10
  out(JSON.stringify({ customers, orders, seconds }))
  return undefined
}

function countOf(name: string, given: string | undefined): number {
  const count = Number(given ?? 0)
  if (Number.isInteger(count) && count <= MOST && count >= (given === undefined ? 0 : 1)) return count
  throw new Error(`--${name} must be a whole number from 1 to ${MOST}`)
}
