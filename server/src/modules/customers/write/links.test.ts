import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { makeStore } from './write.kit.ts'

const first = { 'if-match': '"1"' }

test('tags are given by id or name, case aside, and made when new', async () => {
  const { as } = await setup()
  const made = await as.post('/customers', { firstName: 'Ann', tags: ['vip', { name: ' Regular ' }, 'VIP'] })

  const [regular, vip] = made.body.tags
  const changed = await as.patch(
    `/customers/${made.body.id}`,
    { tags: [regular, { name: 'Late payer' }] },
    first,
  )

  expect([regular.name, vip.name]).toEqual(['Regular', 'VIP'])
  expect(changed.body.tags.map((tag: { name: string }) => tag.name)).toEqual(['Late payer', 'Regular'])
  const { body } = await as.get(`/customers/${made.body.id}/activities`)
  expect(body.items[0]).toMatchObject({
    kind: 'customer.tagged',
    before: { tags: [{ name: 'Regular' }, { name: 'VIP' }] },
  })
})

test('stores are given by id, name or code, one of them preferred', async () => {
  const { as, db, first: merchant } = await setup()
  const north = await makeStore(db.owner, merchant.id, 'North', { code: 'N1' })
  const south = await makeStore(db.owner, merchant.id, 'South')

  const made = await as.post('/customers', { firstName: 'Ann', stores: ['n1', { code: 'N1' }] })
  const named = await as.post('/customers', {
    firstName: 'Ann',
    stores: [{ name: 'south' }, { id: north, preferred: true }],
  })
  const turned = await as.patch(
    `/customers/${named.body.id}`,
    { stores: [{ id: north }, { id: south, preferred: true }] },
    first,
  )
  const twice = await as.patch(
    `/customers/${named.body.id}`,
    {
      stores: [
        { id: north, preferred: true },
        { id: south, preferred: true },
      ],
    },
    { 'if-match': '"2"' },
  )

  expect(made.body.fields).toMatchObject([{ path: 'stores.0', code: 'store.unknown' }])
  expect(named.body.stores).toEqual([
    { id: north, name: 'North', preferred: true },
    { id: south, name: 'South', preferred: false },
  ])
  expect(turned.body.stores).toEqual([
    { id: south, name: 'South', preferred: true },
    { id: north, name: 'North', preferred: false },
  ])
  expect(twice.status).toBe(422)
  expect((await as.get(`/customers/${named.body.id}/stores`)).body).toEqual({
    items: turned.body.stores,
    nextCursor: null,
  })
})

test('a person belongs to organizations, given by id, number or name; the first is primary', async () => {
  const { as } = await setup()
  const oak = await as.post('/customers', {
    businessName: 'Oak & Sons',
    number: 'O-1',
    phone: '212 555 0100',
    address: { line1: '1 Main' },
  })
  const elm = await as.post('/customers', { businessName: 'Elm' })
  await as.post('/customers', { businessName: 'Twin' })
  await as.post('/customers', { businessName: 'TWIN' })

  const ann = await as.post('/customers', {
    firstName: 'Ann',
    organizations: [
      { name: 'oak and sons' },
      { name: 'OAK & SONS', title: 'Chef', from: '2020-01-01' },
      { id: elm.body.id, isPrimary: true },
    ],
  })
  const bob = await as.post('/customers', {
    firstName: 'Bob',
    organizations: [{ number: 'O-1', isManager: true }],
  })
  const faults = await as.post('/customers', {
    firstName: 'C',
    organizations: [
      'Twin',
      { number: 'O-1', from: '2020-02-30' },
      { id: elm.body.id, from: '2021-01-01', until: '2020-01-01' },
    ],
  })
  const company = await as.post('/customers', { businessName: 'Sub', organizations: ['Elm'] })

  expect(ann.body.fields).toMatchObject([{ path: 'organizations.0', code: 'organization.unknown' }])
  expect(bob.body.organizations).toEqual([
    {
      id: oak.body.id,
      number: 'O-1',
      name: 'Oak & Sons',
      title: null,
      isManager: true,
      isPrimary: true,
      from: null,
      until: null,
    },
  ])
  expect(faults.body.fields.map((f: { path: string; code: string }) => [f.path, f.code])).toEqual([
    ['organizations.0', 'organization.ambiguous'],
    ['organizations.1.from', 'day.impossible'],
    ['organizations.2.until', 'day.before_start'],
  ])
  expect(company.body.fields).toMatchObject([{ path: 'organizations', code: 'organization.people_only' }])
  const { body } = await as.get(`/customers/${bob.body.id}/organizations`)
  expect(body.items).toMatchObject([
    {
      id: oak.body.id,
      name: 'Oak & Sons',
      phone: '+12125550100',
      address: { line1: '1 Main' },
      isManager: true,
      status: 'active',
    },
  ])
})

test('an organization lists its people by name, fifty at a time, and says how many hang on it', async () => {
  const { as } = await setup()
  const oak = (await as.post('/customers', { businessName: 'Oak' })).body
  for (let n = 0; n < 53; n++) {
    await as.post('/customers', {
      firstName: 'P',
      lastName: `Name ${String(99 - n)}`,
      organizations: [{ id: oak.id, title: `t${n}` }],
    })
  }
  await as.patch(
    `/customers/${oak.id}`,
    { manager: { id: (await as.get(`/customers/${oak.id}/contacts`)).body.items[0].id } },
    first,
  )

  const page = (await as.get(`/customers/${oak.id}/contacts`)).body
  const rest = (await as.get(`/customers/${oak.id}/contacts?cursor=${page.nextCursor}`)).body

  expect([page.items.length, rest.items.length, rest.nextCursor]).toEqual([50, 3, null])
  const names = [...page.items, ...rest.items].map((item: { displayName: string }) => item.displayName)
  expect(names).toEqual([...names].sort())
  expect(page.items[0]).toMatchObject({
    displayName: 'P Name 47',
    title: 't52',
    isPrimary: true,
    status: 'active',
    email: null,
  })
  expect((await as.get(`/customers/${oak.id}/dependents`)).body).toEqual({ contacts: 53, managed: 0 })
  expect((await as.get(`/customers/${page.items[0].id}/dependents`)).body).toEqual({
    contacts: 0,
    managed: 1,
  })
  const turned = await as.patch(
    `/customers/${oak.id}`,
    { type: 'personal', firstName: 'Oak' },
    { 'if-match': '"2"' },
  )
  expect(turned.body.fields).toMatchObject([{ path: 'type', code: 'customer.has_contacts' }])
  expect((await as.get(`/customers/${oak.id}/contacts?cursor=nonsense`)).status).toBe(400)
})

test('an external id and a number belong to one customer only', async () => {
  const { as } = await setup()
  await as.post('/customers', { firstName: 'Ann', externalIds: { shop: '1' }, number: '7' })

  const same = await as.post('/customers', { firstName: 'Bob', externalIds: { shop: '1' } })
  const elsewhere = await as.post('/customers', { firstName: 'Bob', externalIds: { till: '1', old: 'x' } })
  const numbered = await as.post('/customers', { firstName: 'Bob', number: '7' })
  const merged = await as.patch(
    `/customers/${elsewhere.body.id}`,
    { externalIds: { old: null, crm: 'c' } },
    first,
  )

  expect(same).toMatchObject({ status: 409, body: { code: 'customer.external_id_taken' } })
  expect(numbered).toMatchObject({ status: 409, body: { code: 'customer.number_taken' } })
  expect(merged.body.externalIds).toEqual({ crm: 'c', till: '1' })
})

test('a number without its country is read in that of the address, else the store, else the merchant', async () => {
  const { as, db, first: merchant } = await setup()
  await makeStore(db.owner, merchant.id, 'Paris', { country: 'FR' })
  const phone = '020 7946 0958'

  const british = await as.post('/customers', {
    firstName: 'A',
    phone,
    address: { country: 'GB' },
    stores: ['Paris'],
  })
  const french = await as.post('/customers', { firstName: 'A', phone: '01 42 68 53 00', stores: ['paris'] })
  const unknown = await as.post('/customers', { firstName: 'A', phone })

  expect(british.body.phone).toBe('+442079460958')
  expect(french.body.phone).toBe('+33142685300')
  expect(unknown.body.phones).toMatchObject([{ number: phone, valid: false }])
  const later = await as.patch(
    `/customers/${unknown.body.id}`,
    { firstName: 'B', address: { country: 'GB' } },
    first,
  )
  expect(later.body.phones).toMatchObject([{ number: phone, valid: false }])
})
