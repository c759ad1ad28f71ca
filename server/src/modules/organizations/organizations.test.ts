import { expect, test } from 'vitest'
import { type Caller, callerWith, setup } from '../../../test/harness.ts'
import { userOf } from '../../../test/people.ts'
import { verifyFigures } from '../orders/index.ts'

async function harbor() {
  const house = await setup()
  const { as } = house
  const made = async (body: object) => (await as.post('/customers', body)).body
  const press = await made({
    type: 'business',
    businessName: 'Press',
    number: 'P',
    phone: '+12075550100',
    tags: ['VIP'],
  })
  const mill = await made({ type: 'business', businessName: 'Mill', number: 'M' })
  const contact = (firstName: string, more: object = {}) =>
    made({
      type: 'personal',
      firstName,
      number: firstName,
      organizations: [{ id: press.id, title: 'Cook', isPrimary: true }],
      ...more,
    })
  const ann = await contact('Ann', { phone: '+12075550111' })
  const bob = await contact('Bob')
  const put = (key: string, customer: string, net: number) =>
    as.put(`/orders/external/till/${key}`, {
      placedAt: '2026-11-02T12:00:00Z',
      customer: { number: customer },
      totals: { net },
    })
  await put('1', 'Ann', 100)
  await put('2', 'Bob', 30)
  const differences: unknown[] = []
  const check = async () => {
    await verifyFigures(house.db, house.first.id, (one) => differences.push(one))
    return differences
  }
  return { ...house, press, mill, ann, bob, put, check }
}

const totalOf = async (as: Caller, id: string) => {
  const { orders, revenueTotal } = (await as.get(`/customers/${id}`)).body
  return [orders, revenueTotal.amount]
}

test('organizations are listed with their figures, and their people with theirs', async () => {
  const { as, press, ann, bob } = await harbor()
  const list = (await as.get('/organizations')).body.items
  expect(list.map((one: { displayName: string }) => one.displayName)).toEqual(['Mill', 'Press'])
  expect(list[1]).toMatchObject({ id: press.id, revenue6m: { amount: 130 } })
  const first = (await as.get(`/organizations/${press.id}/contacts?limit=1`)).body
  expect(first.items).toMatchObject([
    { id: ann.id, title: 'Cook', phone: '+12075550111', phoneInherited: false, revenue6m: { amount: 100 } },
  ])
  const second = (await as.get(`/organizations/${press.id}/contacts?limit=1&cursor=${first.nextCursor}`)).body
  expect(second.items).toMatchObject([
    {
      id: bob.id,
      phone: '+12075550100',
      phoneInherited: true,
      tags: [],
      organizationTags: [{ name: 'VIP' }],
    },
  ])
  expect(second.nextCursor).toBeNull()
  expect((await as.get(`/organizations/${ann.id}/contacts`)).status).toBe(404)
})

test('its people are listed with whatever fields are asked for, without those who left or are inactive', async () => {
  const { as, press, ann, bob } = await harbor()
  const cy = await as.post('/customers', {
    type: 'personal',
    firstName: 'Cy',
    organizations: [{ id: press.id, until: '2020-01-01' }],
  })
  await as.delete(`/customers/${bob.id}`)
  const list = async (query: string) =>
    (await as.get(`/organizations/${press.id}/contacts?${query}`)).body.items.map(
      (one: { id: string }) => one.id,
    )
  expect(await list('')).toEqual([ann.id, bob.id, cy.body.id])
  expect(await list('status=active')).toEqual([ann.id, cy.body.id])
  expect(await list('status=active&current=true')).toEqual([ann.id])
  expect(await list('status=inactive')).toEqual([bob.id])
  const [one] = (await as.get(`/organizations/${press.id}/contacts?fields=orders,stores&limit=1`)).body.items
  expect(one).toMatchObject({ displayName: 'Ann', orders: 1, stores: [], phone: '+12075550111' })
  expect((await as.get(`/organizations/${press.id}/contacts?fields=secret`)).status).toBe(400)
})

test('a user of one store sees only the people of an organization who are known there', async () => {
  const { app, as, db, first, press, ann } = await harbor()
  const north = (await as.post('/stores', { name: 'North' })).body.id
  for (const id of [press.id, ann.id])
    await as.patch(`/customers/${id}`, { stores: [{ id: north }] }, { 'if-match': '*' })
  const { cookie } = await userOf(db.owner, first.id, { storeIds: [north] })
  const staff = callerWith(app, { cookie })
  const page = (await staff.get(`/organizations/${press.id}/contacts?status=active`)).body
  expect(page.items.map((one: { id: string }) => one.id)).toEqual([ann.id])
  // Nor what other organizations of theirs lend them.
  const asked = (await staff.get(`/organizations/${press.id}/contacts?fields=nickname,organizationPhone`))
    .body
  expect(asked.items[0]).toHaveProperty('nickname')
  expect(asked.items[0]).not.toHaveProperty('organizationPhone')
})

test('who has no phone shows that of an organization in a list that asks, unless it is out of the caller’s sight', async () => {
  const { app, as, db, first, ann, bob } = await harbor()
  const north = (await as.post('/stores', { name: 'North' })).body.id
  await as.patch(`/customers/${bob.id}`, { stores: [{ id: north }] }, { 'if-match': '*' })
  const { cookie } = await userOf(db.owner, first.id, { storeIds: [north] })
  const list = async (caller: Caller) =>
    (await caller.get('/customers?type=personal&fields=phone,organizationPhone,organizationTags')).body.items
  const tags = [{ name: 'VIP' }]
  expect(await list(as)).toMatchObject([
    { id: ann.id, phone: '+12075550111', organizationPhone: null, organizationTags: tags },
    { id: bob.id, phone: null, organizationPhone: '+12075550100', organizationTags: tags },
  ])
  expect(await list(callerWith(app, { cookie }))).toMatchObject([
    { id: bob.id, phone: null, organizationPhone: null, organizationTags: [] },
  ])
})

test('contacts move without the orders they placed', async () => {
  const { as, press, mill, ann, bob, put, check } = await harbor()
  const moved = await as.post(`/organizations/${press.id}/contacts/move`, {
    ids: [ann.id],
    to: mill.id,
    orders: 'stay',
  })
  expect([moved.status, moved.body]).toEqual([200, { moved: 1, orders: 0 }])
  expect((await as.get(`/customers/${ann.id}`)).body.organizations).toMatchObject([
    { id: mill.id, name: 'Mill', title: 'Cook', isPrimary: true },
  ])
  await put('3', 'Ann', 7)
  expect(await totalOf(as, press.id)).toEqual([2, 130])
  expect(await totalOf(as, mill.id)).toEqual([1, 7])
  expect((await as.get(`/customers/${bob.id}`)).body.organizations).toMatchObject([{ id: press.id }])
  const [latest] = (await as.get(`/customers/${ann.id}/activities`)).body.items
  expect(latest).toMatchObject({ kind: 'customer.moved', before: { organization: { name: 'Press' } } })
  expect(await check()).toEqual([])
})

test('contacts move with the orders they placed', async () => {
  const { as, press, mill, ann, put, check } = await harbor()
  const moved = await as.post(`/organizations/${press.id}/contacts/move`, {
    ids: [ann.id],
    to: mill.id,
    orders: 'move',
  })
  expect(moved.body).toEqual({ moved: 1, orders: 1 })
  expect(await totalOf(as, press.id)).toEqual([1, 30])
  expect(await totalOf(as, mill.id)).toEqual([1, 100])
  expect(await totalOf(as, ann.id)).toEqual([1, 100])
  // The source says the same again: the order stays where it was moved to.
  await put('1', 'Ann', 100)
  expect(await totalOf(as, mill.id)).toEqual([1, 100])
  expect(await check()).toEqual([])
})

test('a move that cannot be is refused whole, and named', async () => {
  const { as, press, mill, ann, merchant } = await harbor()
  const move = (body: object, id = press.id) => as.post(`/organizations/${id}/contacts/move`, body)
  const paths = async (body: object) =>
    (await move(body)).body.fields?.map((field: { path: string }) => field.path)
  expect(await paths({ ids: [ann.id], to: press.id, orders: 'stay' })).toEqual(['to'])
  expect(await paths({ ids: [ann.id], to: ann.id, orders: 'stay' })).toEqual(['to'])
  expect(await paths({ ids: [ann.id, mill.id], to: mill.id, orders: 'stay' })).toEqual(['ids.1'])
  expect((await move({ ids: [ann.id], to: mill.id, orders: 'stay' }, ann.id)).status).toBe(404)
  const other = await merchant({ name: 'Other' })
  expect(
    (
      await other.caller.post(`/organizations/${press.id}/contacts/move`, {
        ids: [ann.id],
        to: mill.id,
        orders: 'stay',
      })
    ).status,
  ).toBe(404)
  expect((await as.get(`/customers/${ann.id}`)).body.organizations).toMatchObject([{ id: press.id }])
})

test('the set-up and the word are settings, told to every screen', async () => {
  const { as } = await setup()
  const change = { setup: 'hierarchy', organizationWord: { singular: 'Department', plural: ' Departments ' } }
  const saved = await as.patch('/settings', change, { 'if-match': '*' })
  expect(saved.body).toMatchObject({
    setup: 'hierarchy',
    organizationWord: { singular: 'Department', plural: 'Departments' },
  })
  expect((await as.get('/session')).body.merchant).toMatchObject({
    setup: 'hierarchy',
    organizationWord: { singular: 'Department', plural: 'Departments' },
  })
  const blank = await as.patch(
    '/settings',
    { organizationWord: { singular: ' ', plural: 'x' } },
    { 'if-match': '*' },
  )
  expect([blank.status, blank.body.fields[0].path]).toEqual([422, 'organizationWord.singular'])
  expect(
    (await as.patch('/settings', { organizationWord: null }, { 'if-match': '*' })).body.organizationWord,
  ).toBeNull()
})

test('the currency is fixed once there is an order', async () => {
  const { as } = await setup()
  await as.put('/orders/external/till/1', { placedAt: '2026-11-02T12:00:00Z', totals: { net: 5 } })
  expect((await as.patch('/settings', { currency: 'EUR' }, { 'if-match': '*' })).status).toBe(409)
})
