// What files of orders leave unsaid, and what is made of it.
import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { counts, importer } from '../imports.kit.ts'
import type { Mapping } from '../mapping/canonical.ts'

const TILL = `Order ID,Date,Total,Payment method,Status,IVA
C-1,2026-02-13,12.00,Cash,,21%
C-2,2026-02-13,8.50,Visa,open,1.50
C-3,2026-02-14,abc,Cash,,
C-4,2026-02-14,,,,
`

test('a till that tells how a sale was paid was paid; what has no price that can be read is rejected, what is a percentage is no tax', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const tried = await run(TILL, { kind: 'orders', dryRun: 'true' })
  const done = await run(TILL, { kind: 'orders' })

  expect(counts(done)).toEqual({ created: 2, updated: 0, unchanged: 0, rejected: 2 })
  expect(done.reasons).toEqual([
    { code: 'order.no_price', rejected: true, rows: 2 },
    { code: 'number.unreadable', rejected: false, rows: 1 },
  ])
  expect([counts(tried), tried.reasons]).toEqual([counts(done), done.reasons])
  const { items } = (await kit.as.get('/orders')).body
  const paid = await Promise.all(
    items.map(async ({ id }: { id: string }) => {
      const { externalId, payments, totals } = (await kit.as.get(`/orders/${id}`)).body
      return [externalId, payments[0].method, totals.tax, totals.paid, totals.due]
    }),
  )
  expect(paid.sort()).toEqual([
    ['C-1', 'cash', 0, 1200, 0],
    ['C-2', 'card', 150, 0, 850],
  ])
  expect(counts(await run(TILL, { kind: 'orders' }))).toMatchObject({ unchanged: 2, rejected: 2 })
})

const numbered = (header: string, first: number, last: number) =>
  [
    header,
    ...Array.from({ length: last - first + 1 }, (_, i) => `${first + i},Ann,Lee${first + i}`),
    '',
  ].join('\n')
const ordersOf = (...customers: number[]) => ordersFrom(0, customers)
const ordersFrom = (first: number, customers: readonly number[]) =>
  [
    'Order ID,Date,Total,Customer ID',
    ...customers.map((id, i) => `${first + i},2026-02-13,1,${id}`),
    '',
  ].join('\n')

test('where a file has a column of what was paid, an empty cell of it says that nothing was', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const file = `Order ID,Date,Total,Payment method,Amount paid
D-1,2026-02-13,100.00,Cash,
D-2,2026-02-13,100.00,Cash,100.00
`
  expect(counts(await run(file, { kind: 'orders' }))).toMatchObject({ created: 2, rejected: 0 })
  const { items } = (await kit.as.get('/orders')).body
  const paid = await Promise.all(
    items.map(async ({ id }: { id: string }) => {
      const { externalId, totals } = (await kit.as.get(`/orders/${id}`)).body
      return [externalId, totals.paid, totals.due]
    }),
  )
  expect(paid.sort()).toEqual([
    ['D-1', 0, 10_000],
    ['D-2', 10_000, 0],
  ])
})

test('ids are of the file that has most of them: not of whoever happens to have one, and this is told', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const sourceOf = async (file: string) => ((await run(file)).mapping as Mapping).source
  const customers = await sourceOf(numbered('Customer ID,First name,Last name', 1, 9))
  const staff = await sourceOf(numbered('Staff ID,Given name,Surname', 1, 2))
  const namesOf = async () => {
    const { items } = (await kit.as.get('/orders?limit=50')).body
    return items.map((one: { customer: { name: string } | null }) => one.customer?.name ?? null).sort()
  }

  const found = await run(ordersOf(1, 2, 3, 12), { kind: 'orders' })
  expect(await namesOf()).toEqual(['Ann Lee1', 'Ann Lee2', 'Ann Lee3', null])
  expect(found.mapping).toMatchObject({ customersFrom: [customers] })
  expect(found.assumptions).toContainEqual({
    ...{
      kind: 'customersFrom',
      value: customers,
      column: 'Customer ID',
      sure: false,
      setBy: 'customersFrom',
    },
    ...{ alternatives: [staff], found: 3, of: 4 },
  })

  const strangers = [1, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110]
  const by = { kind: 'orders' }
  const none = await run(ordersFrom(100, strangers), by)
  expect(none.reasons).toEqual([
    { code: 'customer.unknown', rejected: false, rows: 10 },
    { code: 'customer.elsewhere', rejected: false, rows: 1 },
  ])
  expect(none.assumptions).toContainEqual(
    expect.objectContaining({
      kind: 'customersFrom',
      value: '',
      alternatives: [customers, staff],
      found: 0,
      of: 11,
    }),
  )
  const chosen = await run(ordersFrom(200, strangers), {
    ...by,
    mapping: JSON.stringify({ customersFrom: [staff] }),
  })
  expect(chosen.reasons).toEqual([{ code: 'customer.unknown', rejected: false, rows: 10 }])

  const both = { ...by, mapping: JSON.stringify({ customersFrom: [staff, customers] }) }
  expect((await run(ordersFrom(300, [1, 2, 3]), both)).reasons).toEqual([
    { code: 'customer.several', rejected: false, rows: 2 },
  ])
})

test('whoever an order stands with stays, though a later file makes the ids of several', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const by = { kind: 'orders' }
  await run(numbered('Customer ID,First name,Last name', 1, 6))
  const file = ordersOf(1, 2, 3, 4, 5, 6)
  const first = await run(file, by)
  expect(first.assumptions).toContainEqual(
    // All are found, as they are with anybody who has counted as far.
    expect.objectContaining({ kind: 'customersFrom', found: 6, of: 6, sure: false }),
  )
  const staff = ((await run(numbered('Staff ID,Given name,Surname', 1, 6))).mapping as Mapping)
    .source as string

  const again = await run(file, by)
  expect([counts(again).unchanged, again.warnings]).toEqual([6, 0])
  expect((await run(ordersFrom(10, [1, 2, 3, 4, 5, 6]), by)).reasons).toEqual([
    { code: 'customer.several', rejected: false, rows: 6 },
  ])
  // Another customer than before is another customer.
  const moved = await run(ordersOf(2), by)
  expect([counts(moved).updated, moved.reasons[0]?.code]).toEqual([1, 'customer.several'])
  // Whoever says whose ids they are is not held by what stands.
  const chosen = { ...by, mapping: JSON.stringify({ customersFrom: [staff] }) }
  expect(counts(await run(file, chosen)).updated).toBe(6)
  const nobody = { ...by, mapping: JSON.stringify({ customersFrom: [] }) }
  expect(counts(await run(file, nobody)).updated).toBe(6)
})

test('a source that is given is the one: under no other are customers looked up', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const { source } = (await run(numbered('Customer ID,First name,Last name', 1, 3))).mapping as Mapping
  const mapping = JSON.stringify({ source: 'shop', customersFrom: [source] })
  const done = await run(ordersOf(1, 2, 3), { kind: 'orders', mapping })

  expect(done.mapping).not.toHaveProperty('customersFrom')
  expect(done.reasons).toEqual([{ code: 'customer.unknown', rejected: false, rows: 3 }])
})
