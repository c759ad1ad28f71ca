import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { readMerchant } from '../../merchants/index.ts'
import type { OrderLine } from '../order-input.schemas.ts'
import { lanesOf } from './lanes.ts'

test('orders of an organization and of its people go the same way, however these are named', async () => {
  const kit = await setup()
  const { id: merchantId } = kit.first
  const merchant = await kit.db.read(merchantId, (reader) => readMerchant(reader, merchantId))
  const names: OrderLine['customer'][][] = []
  for (let n = 0; n < 6; n++) {
    const made = async (more: object) => (await kit.as.post('/customers', more)).body.id as string
    const organization = await made({ type: 'business', businessName: `House ${n}`, number: `H${n}` })
    const organizations = [{ id: organization }]
    const ann = await made({ lastName: 'Ann', email: `ann${n}@example.com`, organizations })
    await made({ lastName: 'Bob', externalIds: { till: `${n}` }, organizations })
    names.push([{ number: `H${n}` }, { email: `ann${n}@example.com` }, { id: ann }, { externalId: `${n}` }])
  }
  const entries = names.flat().map((customer, no) => ({
    no,
    order: { source: 'till', externalId: `${no}`, placedAt: '2026-11-02T12:30:00Z', items: [], customer },
  }))

  const ctx = { db: kit.db, scope: { merchantId, storeIds: null }, merchant }
  const parts = await lanesOf(ctx, entries, 64)

  const wayOf = (no: number) => parts.findIndex((part) => part.some((entry) => entry.no === no))
  const ways = names.map((house, n) => new Set(house.map((_, i) => wayOf(n * house.length + i))))
  expect(ways.map(({ size }) => size)).toEqual([1, 1, 1, 1, 1, 1])
  expect(new Set(ways.flatMap((way) => [...way])).size).toBeGreaterThan(1)
  expect(parts.flat()).toHaveLength(entries.length)
})
