import { parseArgs } from 'node:util'
import { generateCustomers, settleCustomers } from '../modules/customers/index.ts'
import type { CommandIo } from './dispatch.ts'
import { findMerchant, required, withOwner } from './owner-database.ts'

const MOST = 20_000_000
const text = { type: 'string' } as const

/** `generate --customers N [--seed S]`: made-up customers, the same for the same seed. Prints {customers, seconds}. */
export async function generateCommand(
  args: readonly string[],
  { config, out }: CommandIo,
): Promise<undefined> {
  const { values } = parseArgs({
    args: [...args],
    options: { customers: text, seed: text, merchant: text },
  })
  const customers = Number(required(values, 'customers'))
  if (!Number.isInteger(customers) || customers < 1 || customers > MOST) {
    throw new Error(`--customers must be a whole number from 1 to ${MOST}`)
  }
  const began = performance.now()
  await withOwner(config, 'generate', async (owner) => {
    const merchantId = await findMerchant(owner, values.merchant)
    await generateCustomers(owner, { merchantId, customers, seed: values.seed ?? '1' })
    await settleCustomers(owner)
  })
  out(JSON.stringify({ customers, seconds: Math.round((performance.now() - began) / 100) / 10 }))
  return undefined
}
