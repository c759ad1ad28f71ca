import { expect, test } from 'vitest'
import { judgeSources } from './whose-ids.rules.ts'

const upTo = (last: number, first = 1) =>
  Array.from({ length: last - first + 1 }, (_, i) => String(first + i))
const judge = (ids: readonly string[], files: Readonly<Record<string, readonly string[]>>) => {
  const names = Object.keys(files)
  return judgeSources(ids, new Map(ids.map((id) => [id, names.filter((name) => files[name]?.includes(id))])))
}

test('the file that has most of the ids is meant, not another that has a few of them too', () => {
  expect(judge(upTo(60), { staff: upTo(2), customers: upTo(60) })).toEqual({
    ...{ sources: ['customers'], of: 60 },
    candidates: [
      { source: 'customers', found: 60, telling: false },
      { source: 'staff', found: 2, telling: false },
    ],
  })
  expect(judge(upTo(60), { customers: upTo(45) })).toMatchObject({ sources: ['customers'] })
})

test('a file that has a few of them by chance is not', () => {
  expect(judge(upTo(300), { persons: upTo(300, 280) })).toEqual({
    ...{ sources: [], of: 300 },
    candidates: [{ source: 'persons', found: 21, telling: false }],
  })
})

test('words and long numbers do not meet by chance', () => {
  expect(judge(['ALFKI', 'ANATR', 'X', 'Y', 'Z'], { customers: ['ALFKI'] })).toMatchObject({
    sources: ['customers'],
  })
  expect(judge(['7210448301122', '1', '2', '3'], { shop: ['7210448301122'] })).toMatchObject({
    sources: ['shop'],
  })
})

test('numbers behind letters or noughts meet by chance as plain ones do', () => {
  for (const id of ['CUST-0001', 'KD1001', '000000123', 'AW00000001', '2024-0001', '100000123', 'C-2024-17'])
    expect(judge([id, 'X', 'Y', 'Z'], { others: [id] }), id).toMatchObject({
      ...{ sources: [], candidates: [{ telling: false }] },
    })
  for (const id of ['ALFKI', '7210448301122', 'cus_9s6XKzkNRiz8i3', '1f0c6a52-7c1b-4f0e-9d2a-000000000012'])
    expect(judge([id, 'X', 'Y', 'Z'], { others: [id] }).sources, id).toEqual(['others'])
  const counted = ['KD1001', 'KD1002', 'KD1003']
  expect(judge(counted, { customers: counted })).toMatchObject({ sources: ['customers'] })
})

test('two files that count on together are both meant; two that count alike are not told apart', () => {
  expect(judge(upTo(100), { stores: upTo(100, 71), persons: upTo(70) })).toMatchObject({
    sources: ['persons', 'stores'],
  })
  expect(judge(upTo(10), { b: upTo(10), a: upTo(10) }).sources).toEqual(['a', 'b'])
  expect(judge([], {}).sources).toEqual([])
})

test('what well-known shops sold is of their customers, not of their staff', () => {
  const northwind = ['VINET', 'TOMSP', 'HANAR', 'VICTE', 'SUPRD']
  expect(judge(northwind, { employees: upTo(9), customers: [...northwind, 'PARIS'] })).toEqual({
    ...{ sources: ['customers'], of: 5 },
    candidates: [{ source: 'customers', found: 5, telling: true }],
  })
  for (const [customers, staff] of [
    [599, 2],
    [59, 8],
  ] as const)
    expect(judge(upTo(customers), { staff: upTo(staff), customers: upTo(customers) })).toMatchObject({
      sources: ['customers'],
    })
})
