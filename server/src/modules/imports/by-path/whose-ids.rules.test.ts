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
      { source: 'customers', found: 60 },
      { source: 'staff', found: 2 },
    ],
  })
  expect(judge(upTo(60), { customers: upTo(45) })).toMatchObject({ sources: ['customers'] })
})

test('a file that has a few of them by chance is not', () => {
  expect(judge(upTo(300), { persons: upTo(300, 280) })).toEqual({
    ...{ sources: [], of: 300 },
    candidates: [{ source: 'persons', found: 21 }],
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

test('two files that count on together are both meant; two that count alike are not told apart', () => {
  expect(judge(upTo(100), { stores: upTo(100, 71), persons: upTo(70) })).toMatchObject({
    sources: ['persons', 'stores'],
  })
  expect(judge(upTo(10), { b: upTo(10), a: upTo(10) }).sources).toEqual(['a', 'b'])
  expect(judge([], {}).sources).toEqual([])
})
