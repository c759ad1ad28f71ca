// Customer since is the earliest of what is known, the first order among it: an import leaves that as it stands.
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { verifyFigures } from '../orders/index.ts'
import { counts, exportedBy, importer } from './imports.kit.ts'

test('an import of customers who have ordered keeps the day of their first order, or moves it earlier', async () => {
  const kit = await setup()
  const { as } = kit
  for (const number of ['a', 'b']) {
    await as.post('/customers', { firstName: 'Ann', lastName: number, number })
    const order = { placedAt: '2019-05-04T12:00:00Z', totals: { net: 1 }, customer: { number } }
    await as.put(`/orders/external/till/${number}`, order)
  }

  const file = 'Number,First name,Nickname,Registered\na,Ann,Annie,2021-01-01\nb,Ann,Annie,2015-02-03\n'
  const columns = {
    Number: 'number',
    'First name': 'firstName',
    Nickname: 'nickname',
    Registered: 'registeredAt',
  }
  const { run } = await importer(kit)
  expect(await run(file, { mapping: JSON.stringify({ columns }) })).toMatchObject({ updated: 2 })

  const { items } = (await as.get('/customers?sort=number&fields=nickname,customerSince')).body
  expect(items).toEqual([
    expect.objectContaining({ nickname: 'Annie', customerSince: '2019-05-04' }),
    expect.objectContaining({ nickname: 'Annie', customerSince: '2015-02-03' }),
  ])
})

test('our own export of customers who ordered before they were written down changes none of them', async () => {
  const kit = await setup()
  const { as } = kit
  const { id } = (await as.post('/customers', { firstName: 'Ann', number: 'a' })).body
  const order = { placedAt: '2019-05-04T12:00:00Z', totals: { net: 1 }, customer: { number: 'a' } }
  await as.put('/orders/external/till/a', order)
  const { run } = await importer(kit)

  expect(counts(await run(await exportedBy(kit, 'csv')))).toMatchObject({ updated: 0, unchanged: 1 })
  expect((await as.get(`/customers/${id}`)).body.version).toBe(1)

  const earlier = await run('No,Name,Since\na,Ann,2018-01-02\n', {
    mapping: JSON.stringify({ columns: { No: 'number', Name: 'firstName', Since: 'customerSince' } }),
  })
  expect(counts(earlier)).toMatchObject({ updated: 1 })
  const [edited] = (await as.get(`/customers/${id}/activities`)).body.items
  expect(edited).toMatchObject({
    kind: 'customer.edited',
    before: { customerSince: '2019-05-04' },
    after: { customerSince: '2018-01-02' },
  })
})

test('whom an import brings without a day is not new, until something says since when', async () => {
  const kit = await setup()
  const { as } = kit
  const { run } = await importer(kit)
  const today = (await as.post('/customers', { firstName: 'Zoe' })).body.customerSince
  await run(`First name,Last name,Company,Customer since\nAnn,Lee,Acme,\nBob,Fox,,\nCleo,Paz,,${today}\n`)
  const from = `/customers?customerSinceFrom=${today}&sort=name`
  const fresh = async () => {
    const { newCustomers } = (await as.get('/customers/summary')).body
    const listed = (await as.get(from)).body.items.map((one: { displayName: string }) => one.displayName)
    return [newCustomers.count, listed]
  }

  expect(await fresh()).toEqual([2, ['Cleo Paz', 'Zoe']])
  const [bob] = (await as.get('/customers?q=fox')).body.items
  const sheet = (await exportedBy(kit, 'csv')).toString()
  expect(sheet.split('\r\n').filter((line) => line.includes(`${today},`))).toHaveLength(2)
  expect((await as.get(`/customers?customerSinceTo=${today}`)).body.items).toHaveLength(5)

  const order = { placedAt: `${today}T00:00:00Z`, totals: { net: 1 }, customer: { id: bob.id } }
  await as.put('/orders/external/till/b', order)
  await as.post(`/customers`, { firstName: 'Dora' })
  expect((await fresh())[0]).toBe((await as.get(`/customers/count?customerSinceFrom=2000-01-01`)).body.count)
  const differences: unknown[] = []
  await verifyFigures(kit.db, kit.first.id, (one) => differences.push(one))
  expect(differences).toEqual([])
})
