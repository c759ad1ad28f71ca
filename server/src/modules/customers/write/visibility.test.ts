import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../../test/harness.ts'
import { userOf } from '../../../../test/people.ts'
import { makeStore } from './write.kit.ts'

const first = { 'if-match': '"1"' }

test('nothing of another merchant can be read, named or changed', async () => {
  const { as, merchant, db } = await setup()
  const other = await merchant({ name: 'South Deli' })
  const theirs = (
    await other.caller.post('/customers', { businessName: 'Theirs', number: 'T1', tags: ['secret'] })
  ).body
  const store = await makeStore(db.owner, other.id, 'Theirs')
  const mine = (await as.post('/customers', { firstName: 'Ann' })).body

  for (const path of [
    '',
    '/activities',
    '/addresses',
    '/stores',
    '/organizations',
    '/contacts',
    '/dependents',
  ]) {
    expect([path, (await as.get(`/customers/${theirs.id}${path}`)).status]).toEqual([path, 404])
  }
  expect((await as.patch(`/customers/${theirs.id}`, { firstName: 'X' }, first)).status).toBe(404)
  expect((await as.delete(`/customers/${theirs.id}`)).status).toBe(404)
  expect((await as.post(`/customers/${theirs.id}/restore`)).status).toBe(404)
  const write = {
    tags: [{ id: theirs.tags[0].id }],
    stores: [{ id: store }],
    organizations: [{ id: theirs.id }, { number: 'T1' }],
    manager: { id: theirs.id },
  }
  const answer = await as.patch(`/customers/${mine.id}`, write, first)
  expect(answer.body.fields.map((f: { path: string }) => f.path).sort()).toEqual([
    'manager',
    'organizations.0',
    'organizations.1',
    'stores.0',
    'tags.0.id',
  ])
})

test('a user limited to stores sees and edits only the customers of these, and creates them there', async () => {
  const { app, as, db, first: merchant } = await setup()
  const north = await makeStore(db.owner, merchant.id, 'North')
  const south = await makeStore(db.owner, merchant.id, 'South')
  const { cookie } = await userOf(db.owner, merchant.id, { role: 'manager', storeIds: [north] })
  const kim = callerWith(app, { cookie })
  const theirs = (await as.post('/customers', { businessName: 'Far', stores: [south] })).body
  const both = (
    await as.post('/customers', { firstName: 'Both', stores: [south, { id: north, preferred: true }] })
  ).body

  const made = await kim.post('/customers', { firstName: 'New' })
  const abroad = await kim.post('/customers', { firstName: 'New', stores: [south] })
  const kept = await kim.patch(`/customers/${both.id}`, { stores: [{ id: north }] }, first)
  const left = await kim.patch(`/customers/${both.id}`, { stores: [] }, { 'if-match': '"2"' })
  const tied = await kim.post('/customers', { firstName: 'New', organizations: [{ id: theirs.id }] })

  expect((await kim.get(`/customers/${theirs.id}`)).status).toBe(404)
  expect((await kim.patch(`/customers/${theirs.id}`, { notes: 'x' }, first)).status).toBe(404)
  expect((await kim.delete(`/customers/${theirs.id}`)).status).toBe(404)
  expect(made.body.stores).toEqual([{ id: north, name: 'North', preferred: true }])
  expect(abroad.body.fields[0]).toMatchObject({ path: 'stores.0', code: 'store.unknown' })
  expect(kept.body.stores.map((store: { name: string }) => store.name)).toEqual(['North', 'South'])
  expect(left.body.fields).toMatchObject([{ code: 'store.own_required' }])
  expect(tied.body.fields).toMatchObject([{ code: 'organization.unknown' }])
})
