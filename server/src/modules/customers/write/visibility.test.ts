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

async function limited() {
  const { app, as, db, first: merchant } = await setup()
  const north = await makeStore(db.owner, merchant.id, 'North')
  const south = await makeStore(db.owner, merchant.id, 'South')
  const { cookie } = await userOf(db.owner, merchant.id, { role: 'manager', storeIds: [north] })
  const make = async (body: object) => (await as.post('/customers', body)).body
  const boss = await make({ firstName: 'Boss', phone: '+14165550101', stores: [south] })
  const far = await make({
    businessName: 'Far',
    phone: '+14165550102',
    address: { line1: '1 Road', city: 'Toronto' },
    stores: [south],
  })
  const near = await make({
    businessName: 'Near',
    phone: '+14165550103',
    manager: { id: boss.id },
    stores: [north],
  })
  const ann = await make({
    firstName: 'Ann',
    manager: { id: boss.id },
    organizations: [{ id: far.id, isPrimary: true, title: 'Cook' }, { id: near.id }],
    stores: [north],
  })
  return { as, kim: callerWith(app, { cookie }), north, south, make, boss, far, near, ann }
}
type Tie = { readonly name: string; readonly isPrimary: boolean }
const ties = (reply: { body: { organizations: Tie[] } }) =>
  reply.body.organizations.map((tie) => (tie.isPrimary ? `*${tie.name}` : tie.name))

test('of an organization or a manager out of sight a record says who it is, and no more', async () => {
  const { as, kim, boss, far, near, ann } = await limited()

  const all = await as.get(`/customers/${ann.id}/organizations`)
  const some = await kim.get(`/customers/${ann.id}/organizations`)

  expect(all.body.items[0]).toMatchObject({ id: far.id, status: 'active', phone: '+14165550102' })
  expect(all.body.items[0].address).toMatchObject({ line1: '1 Road' })
  expect(some.body.items).toMatchObject([
    { id: far.id, name: 'Far', status: null, phone: null, address: null, manager: null, title: 'Cook' },
    { id: near.id, status: 'active', phone: '+14165550103', manager: { id: boss.id, phone: null } },
  ])
  expect((await as.get(`/customers/${ann.id}`)).body.manager.phone).toBe('+14165550101')
  expect((await kim.get(`/customers/${ann.id}`)).body.manager).toEqual({
    id: boss.id,
    name: 'Boss',
    phone: null,
  })
})

test('a manager in sight is shown with their phone', async () => {
  const { kim, north, make } = await limited()
  const lead = await make({ firstName: 'Lead', phone: '+14165550104', stores: [north] })
  const made = await kim.post('/customers', { firstName: 'New', manager: { id: lead.id } })

  expect(made.body.manager).toEqual({ id: lead.id, name: 'Lead', phone: '+14165550104' })
})

test('dependents are counted as far as they are in sight', async () => {
  const { as, kim, south, make, near, north } = await limited()
  await make({ firstName: 'Bo', organizations: [{ id: near.id }], stores: [south] })
  for (const stores of [[north], [south]]) await make({ firstName: 'Di', manager: { id: near.id }, stores })

  expect((await as.get(`/customers/${near.id}/dependents`)).body).toEqual({ contacts: 2, managed: 2 })
  expect((await kim.get(`/customers/${near.id}/dependents`)).body).toEqual({ contacts: 1, managed: 1 })
})

test('a record can be sent back as it was read, whatever of it is out of sight', async () => {
  const { kim, ann } = await limited()
  const { organizations, manager, stores } = (await kim.get(`/customers/${ann.id}`)).body

  const same = await kim.patch(`/customers/${ann.id}`, { organizations, manager, stores }, first)
  const renamed = await kim.patch(`/customers/${ann.id}`, { organizations, manager, nickname: 'An' }, first)

  expect([same.status, same.body.version]).toEqual([200, 1])
  expect([renamed.status, ties(renamed)]).toEqual([200, ['*Far', 'Near']])
  expect(renamed.body.manager.name).toBe('Boss')
})

test('an affiliation out of sight stays when it is left out, and first unless another is chosen', async () => {
  const { as, kim, far, near, ann } = await limited()
  const patch = (organizations: object[], version: number) =>
    kim.patch(`/customers/${ann.id}`, { organizations }, { 'if-match': `"${version}"` })

  expect(ties(await patch([{ id: near.id, title: 'Host' }], 1))).toEqual(['*Far', 'Near'])
  expect(ties(await patch([{ id: near.id, title: 'Host', isPrimary: true }], 2))).toEqual(['*Near', 'Far'])
  const alone = await patch([], 3)
  expect(ties(alone)).toEqual(['*Far'])
  expect(alone.body.organizations[0]).toMatchObject({ id: far.id, title: 'Cook' })
  expect(
    (await as.patch(`/customers/${ann.id}`, { organizations: [] }, { 'if-match': '"4"' })).body,
  ).toMatchObject({
    organizations: [],
  })
})
