import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../test/harness.ts'
import { plainCustomers, userOf } from '../../../test/people.ts'
import { startWorker } from '../../../test/worker.ts'

const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })

test('settings are read with their version and changed against it', async () => {
  const { as } = await setup()

  const read = await as.get('/settings')
  const changed = await as.patch(
    '/settings',
    { name: 'North Grill', country: 'es', requiredFields: { personal: ['email'] } },
    ifMatch(1),
  )

  expect(read.headers.etag).toBe('"1"')
  expect(read.body).toMatchObject({ name: 'North Deli', currency: 'USD', nameOrder: 'last', version: 1 })
  expect(changed.body).toMatchObject({
    name: 'North Grill',
    country: 'ES',
    requiredFields: { personal: ['email'], business: [] },
    version: 2,
  })
  expect((await as.get('/settings')).body).toEqual(changed.body)
})

test('a change needs the version that was read, and one that changes nothing keeps it', async () => {
  const kit = await setup()

  expect((await kit.as.patch('/settings', { name: 'x' })).status).toBe(428)
  expect((await kit.as.patch('/settings', { name: 'North Deli' }, ifMatch(1))).body.version).toBe(1)
  expect((await kit.as.patch('/settings', { name: 'x' }, ifMatch(7))).body.current.version).toBe(1)
  const { rows } = await kit.db.owner.query(
    `select count(*)::int as count from activities where kind = 'settings.edited'`,
  )
  expect(rows[0].count).toBe(0)
})

test.each([
  [{ currency: 'XXZ' }, 'currency'],
  [{ country: 'XX' }, 'country'],
  [{ timeZone: '+02:00' }, 'timeZone'],
  [{ locale: 'english' }, 'locale'],
  [{ name: '  ' }, 'name'],
  [{ nameOrder: 'middle' }, 'nameOrder'],
  [{ requiredFields: { personal: ['shoeSize'] } }, 'requiredFields.personal.0'],
  [{ colour: 'red' }, 'colour'],
])('%j is refused at the field that is wrong', async (change, path) => {
  const { as } = await setup()

  const reply = await as.patch('/settings', change, ifMatch(1))

  expect(reply.status).toBe(422)
  expect(reply.body.fields[0].path).toBe(path)
})

test('the currency stays once a customer carries an amount in it', async () => {
  const kit = await setup()
  const free = await kit.as.patch('/settings', { currency: 'eur' }, ifMatch(1))
  const [id] = await plainCustomers(kit.db.owner, kit.first.id, { count: 1 })
  await kit.db.owner.query('update customers set billing_credit_limit = 500 where id = $1', [id])

  const refused = await kit.as.patch('/settings', { currency: 'USD' }, ifMatch(2))

  expect(free.body.currency).toBe('EUR')
  expect(refused.status).toBe(409)
  expect(refused.body.code).toBe('settings.currency_in_use')
})

test('a new name order lists everybody anew, step by step', async () => {
  const kit = await setup()
  const ids = await plainCustomers(kit.db.owner, kit.first.id, { count: 2300 })
  await kit.db.owner.query(`update customers set first_name = 'Ann', last_name = 'Zoe' where id = any($1)`, [
    ids,
  ])
  const worker = await startWorker(kit.db)
  const sorted = async () =>
    (await kit.db.owner.query('select sort_name, count(*)::int as count from customer_search group by 1'))
      .rows

  await kit.as.patch('/settings', { nameOrder: 'first' }, ifMatch(1))
  await expect.poll(sorted, { timeout: 15_000 }).toEqual([{ sort_name: 'ann zoe', count: 2300 }])
  await kit.as.patch('/settings', { nameOrder: 'last' }, ifMatch(2))
  await expect.poll(sorted, { timeout: 15_000 }).toEqual([{ sort_name: 'zoe ann', count: 2300 }])
  expect(worker.errors).toEqual([])
})

test('preferences are of one user at one merchant', async () => {
  const kit = await setup()
  const [kim, lee] = await Promise.all([
    userOf(kit.db.owner, kit.first.id),
    userOf(kit.db.owner, kit.first.id),
  ])
  const [asKim, asLee] = [
    callerWith(kit.app, { cookie: kim.cookie }),
    callerWith(kit.app, { cookie: lee.cookie }),
  ]
  const value = { columns: ['name', 'phone'], wide: true }

  expect((await asKim.get('/preferences/customers.list')).body).toEqual({
    key: 'customers.list',
    value: null,
  })
  expect((await asKim.put('/preferences/customers.list', { value })).status).toBe(200)

  expect((await asKim.get('/preferences/customers.list')).body.value).toEqual(value)
  expect((await asLee.get('/preferences/customers.list')).body.value).toBeNull()
  await asKim.put('/preferences/customers.list', { value: null })
  expect((await asKim.get('/preferences/customers.list')).body.value).toBeNull()
})

test('a preference has a bounded size, a plain key and a person', async () => {
  const kit = await setup()
  const { cookie } = await userOf(kit.db.owner, kit.first.id)
  const user = callerWith(kit.app, { cookie })

  expect((await user.put('/preferences/list', { value: 'x'.repeat(17_000) })).status).toBe(413)
  expect((await user.put('/preferences/a%20b', { value: 1 })).status).toBe(404)
  expect((await user.put('/preferences/list', {})).status).toBe(422)
  expect((await kit.as.get('/preferences/list')).status).toBe(403)
})

test('who works here is listed for those who may know, and of one merchant only', async () => {
  const kit = await setup()
  const other = await kit.merchant()
  const user = await userOf(kit.db.owner, kit.first.id, { role: 'manager', name: 'Kim' })

  expect((await kit.as.get('/users')).body.items).toEqual([
    { id: user.id, name: 'Kim', email: `${user.id}@example.com`, role: 'manager' },
  ])
  expect((await other.caller.get('/users')).body.items).toEqual([])
  const staff = await kit.callerOf(kit.first.id, ['customers.read'])
  expect((await staff.get('/users')).status).toBe(403)
})
