// What a file is a list of: found, or chosen by hand; and who may bring what.
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { counts, ended, importer, upload } from './imports.kit.ts'
import { fieldsOf } from './kinds.rules.ts'
import { isPath } from './mapping/setters.ts'

const people = 'ID,First name,Last name,Email\nA,Ann,Lee,ann@example.com\n'
const orders = 'Order ID,Customer ID,Order date,Total\n1,A,2026-03-01,12.50\n2,,2026-03-02,7\n'
const lines = 'Order ID,SKU,Qty,Unit price\n1,x,1,12.50\n'
const reviews = 'Reviewer,Email,Stars,Comment,Date\nAnn,ann@example.com,4,Fine,2026-03-01\n'
const auto = { kind: 'auto', hold: 'true' }

test('a file is taken for what its columns say, and previewed in the words of its kind', async () => {
  const { as } = await setup()
  const kindOf = async (file: string) => (await upload({ caller: as, file, fields: auto })).body.kind
  const found = await Promise.all([people, orders, lines, reviews].map(kindOf))
  expect(found).toEqual(['customers', 'orders', 'order-lines', 'reviews'])

  const { body } = await upload({
    caller: as,
    path: '/imports/preview',
    file: orders,
    fields: { kind: 'auto' },
  })
  expect(body).toMatchObject({
    rowsOf: 'orders',
    rows: [{ fields: { externalId: '1', 'customer.externalId': 'A', 'totals.total': 1250 } }, {}],
  })
  const ties = 'Contact name,Company,Since\nAnn Lee,Acme,2020-02-29\n'
  const fields = { kind: 'affiliations' }
  const tied = (await upload({ caller: as, path: '/imports/preview', file: ties, fields })).body
  expect(tied.rows[0].fields).toMatchObject({
    ...{ 'contact.name': 'Ann Lee', 'organization.name': 'Acme', from: '2020-02-29' },
  })
  const said = (
    await upload({ caller: as, path: '/imports/preview', file: reviews, fields: { kind: 'auto' } })
  ).body
  expect(said).toMatchObject({
    rowsOf: 'reviews',
    rows: [{ fields: { author: 'Ann', 'customer.email': 'ann@example.com', score: 4, text: 'Fine' } }],
  })
  const told = body.assumptions.map(({ kind, value }: { kind: string; value: string }) => [kind, value])
  expect(Object.fromEntries(told)).toMatchObject({ currency: 'USD', timeZone: 'America/New_York' })
})

test('another kind can be chosen for a file that waits, and is what comes in', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  await run(people, { mapping: '{"source":"shop"}' })
  const held = (await upload({ caller: kit.as, file: 'Slip,When,Sum\n7,2026-03-01,9\n', fields: auto })).body
  expect(held.kind).toBe('customers')
  const mapping = { columns: { Slip: 'externalId', When: 'placedAt', Sum: 'totals.total' } }

  const blind = await kit.as.post(`/imports/${held.id}/preview`, { kind: 'orders' })
  const seen = await kit.as.post(`/imports/${held.id}/preview`, { kind: 'orders', mapping })
  const started = await kit.as.post(`/imports/${held.id}/start`, { kind: 'orders', mapping })

  expect(blind.body).toMatchObject({
    columns: [{ header: 'Slip', path: null }, {}, {}],
    rows: [{ rejected: {} }],
  })
  expect(seen.body).toMatchObject({ rowsOf: 'orders', rows: [{ fields: { 'totals.total': 900 } }] })
  expect([started.status, started.body.kind]).toEqual([202, 'orders'])
  expect(counts(await ended(kit.as, held.id))).toMatchObject({ created: 1, rejected: 0 })
  expect((await kit.as.get('/orders')).body.items).toMatchObject([{ externalId: '7', total: 900 }])
})

test('whoever may not write orders is neither offered them nor shown what others brought of them', async () => {
  const kit = await setup()
  const plain = await kit.callerOf(kit.first.id, ['customers.import', 'customers.read', 'orders.read'])
  const kindsOf = async (caller: typeof plain) =>
    (await caller.get('/imports/kinds')).body.items.map(({ kind }: { kind: string }) => kind)
  const { id } = (await upload({ caller: kit.as, file: orders, fields: auto })).body
  const mine = (await upload({ caller: plain, file: people, fields: auto })).body

  expect(await kindsOf(kit.as)).toEqual(['customers', 'affiliations', 'orders', 'order-lines', 'reviews'])
  expect(await kindsOf(plain)).toEqual(['customers', 'affiliations'])
  expect((await plain.get('/imports')).body.items.map((one: { id: string }) => one.id)).toEqual([mine.id])
  for (const path of ['', '/rejected.csv', '/warnings.csv'])
    expect((await plain.get(`/imports/${id}${path}`)).status).toBe(404)
  for (const act of ['preview', 'start', 'cancel', 'pause', 'resume'])
    expect((await plain.post(`/imports/${id}/${act}`)).status).toBe(404)
  for (const act of ['preview', 'start'])
    expect((await plain.post(`/imports/${mine.id}/${act}`, { kind: 'orders' })).status).toBe(403)
  expect((await upload({ caller: plain, file: orders, fields: { kind: 'orders' } })).status).toBe(403)
  // What it is taken for is one of what they may bring.
  const emails = 'Order ID,Email,Order date,Total\n1,ann@example.com,2026-03-01,7\n'
  expect((await upload({ caller: kit.as, file: emails, fields: auto })).body.kind).toBe('orders')
  expect((await upload({ caller: plain, file: emails, fields: auto })).body.kind).toBe('customers')
})

test('every field that is offered is one that a mapping may name', async () => {
  for (const { path } of fieldsOf('customers')) expect([path, isPath(path)]).toEqual([path, true])
  const { as } = await setup()
  for (const kind of ['affiliations', 'orders', 'order-lines', 'reviews'] as const) {
    const paths = fieldsOf(kind).map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    const columns = Object.fromEntries(paths.map((path, n) => [`c${n}`, path]))
    const file = `${paths.map((_, n) => `c${n}`).join(',')}\n${paths.map(() => '1').join(',')}\n`
    const fields = { kind, mapping: JSON.stringify({ columns }) }
    const { status, body } = await upload({ caller: as, path: '/imports/preview', file, fields })
    expect([kind, status, body.unreadColumns]).toEqual([kind, 200, []])
  }
})
