import { expect, test } from 'vitest'
import { batchesOf } from './batches.ts'
import type { ReadRow } from './mapping/canonical.ts'

const rowOf = (no: number, text: string, order?: string): ReadRow => ({
  row: no,
  cells: [text],
  fields: {
    type: 'personal',
    ...(order !== undefined && { order: { externalId: order } }),
  } as ReadRow['fields'],
  warnings: [],
})

async function* inLots(rows: readonly ReadRow[], size: number) {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}

async function sizesOf(rows: readonly ReadRow[], size: number): Promise<number[]> {
  const sizes: number[] = []
  for await (const batch of batchesOf(inLots(rows, 7), size)) sizes.push(batch.length)
  return sizes
}

test('rows come in batches of one size, whatever lots they are read in', async () => {
  const rows = Array.from({ length: 45 }, (_, i) => rowOf(i, 'short'))
  expect(await sizesOf(rows, 20)).toEqual([20, 20, 5])
})

test('of long rows a batch has fewer, so that it fits into memory', async () => {
  const note = 'n'.repeat(300_000)
  const rows = Array.from({ length: 45 }, (_, i) => rowOf(i, note))
  expect(await sizesOf(rows, 2000)).toEqual([14, 14, 14, 3])
})

test('rows of one order stay together beyond the size', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => rowOf(i, 'line', i < 18 ? 'A' : `B${i}`))
  expect(await sizesOf(rows, 10)).toEqual([18, 10, 2])
})
