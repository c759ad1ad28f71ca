import { expect, test } from 'vitest'
import type { KnownMerchant, ReadRow } from '../mapping/canonical.ts'
import { openImport } from '../mapping/read-file.ts'
import { fileOf } from '../mapping/reading.kit.ts'

const context: KnownMerchant = {
  ...{ country: 'US', currency: 'USD', timeZone: 'UTC', locale: 'en-US', attributes: [], stores: [] },
  now: new Date('2026-11-01'),
}

test('a reading that goes on from a checkpoint gives equal rows the keys that the first one gave', async () => {
  const text = `Date,Rating\n${'2026-03-01,5\n2026-03-02,4\n'.repeat(20)}2026-03-03,1\n`
  const file = await openImport(fileOf(text), {}, context, { kind: 'reviews' })
  const keysFrom = async (skip: number) => {
    const read: ReadRow[] = []
    for await (const rows of file.rows(skip)) read.push(...rows)
    return read.map(({ fields }) => fields.review?.externalId)
  }
  const all = await keysFrom(0)
  expect([all.length, new Set(all).size]).toEqual([41, 41])
  expect(await keysFrom(31)).toEqual(all.slice(31))
})
