import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { Customer } from '../customer.schemas.ts'

const ifMatch = (etag: unknown) => ({ 'if-match': String(etag) })

test('a person is created whole, with its ETag and its place', async () => {
  const { as } = await setup()

  const made = await as.post('/customers', {
    firstName: 'Ann',
    lastName: 'Lee',
    email: ' Ann@Example.COM ',
    phone: '(212) 555-0123',
  })

  expect(made.status).toBe(201)
  expect(made.headers.etag).toBe('"1"')
  expect(made.headers.location).toBe(`/api/v1/customers/${made.body.id}`)
  expect(made.body).toMatchObject({
    type: 'personal',
    displayName: 'Ann Lee',
    email: 'ann@example.com',
    phone: '+12125550123',
    version: 1,
  })
  const read = await as.get(`/customers/${made.body.id}`)
  expect(read.body).toEqual(made.body)
  expect(read.headers.etag).toBe('"1"')
})

test('every field that can be written comes back, and the answer is what the schema says', async () => {
  const { as } = await setup()
  const write = {
    type: 'business',
    number: 'C-7',
    businessName: 'Oak & Sons',
    registrationNumber: 'R1',
    taxId: 'T1',
    taxExempt: true,
    website: 'oak.example',
    industry: 'Catering',
    email: 'office@oak.example',
    additionalEmails: ['bills@oak.example'],
    phones: [
      { kind: 'work', number: '+442079460958', extension: '12', isPrimary: false },
      { kind: 'fax', number: '+1 212 555 0188', isPrimary: true },
    ],
    gender: 'n/a',
    dateOfBirth: '--02-29',
    nationality: 'gb',
    idNumber: 'X',
    anniversary: '2019-05-01',
    gateCode: '#1',
    notes: ' two\nlines',
    preferredLanguage: 'es_mx',
    accountType: 'registered',
    doNotServe: { value: true, reason: 'unpaid' },
    consent: { email: { state: 'in', at: '2025-01-01T10:00:00Z', source: 'form' }, sms: { state: 'out' } },
    tags: ['VIP', { name: 'Wholesale' }],
    addresses: [
      { label: 'Bills', line1: '1 Main St', city: 'Leeds', postalCode: 'LS1', country: 'gb' },
      { line1: '2 Dock', isDelivery: true, gateCode: '9' },
    ],
    billing: {
      onAccount: true,
      discountPercent: 7.25,
      creditLimit: { amount: 500_000, currency: 'USD' },
      invoiceEmails: ['AP@oak.example'],
    },
    externalIds: { shopify: '991' },
    salesperson: 'Kim',
    registeredAt: '2018-03-04T05:06:07+02:00',
  }

  const { status, body } = await as.post('/customers', write)

  expect(status).toBe(201)
  const ajv = new Ajv({ allErrors: true, strict: false })
  ;(addFormats as unknown as (ajv: Ajv) => void)(ajv)
  expect(ajv.validate(Customer, body) || ajv.errors).toBe(true)
  const { phones, addresses, consent, tags, billing, ...plain } = body
  expect(plain).toMatchObject({
    number: 'C-7',
    displayName: 'Oak & Sons',
    taxExempt: true,
    website: 'oak.example',
    phone: '+12125550188',
    dateOfBirth: '--02-29',
    nationality: 'GB',
    anniversary: '2019-05-01',
    notes: ' two\nlines',
    preferredLanguage: 'es-MX',
    accountType: 'registered',
    doNotServe: { value: true, reason: 'unpaid' },
    externalIds: { shopify: '991' },
    customerSince: '2018-03-03',
    registeredAt: '2018-03-04T03:06:07.000Z',
    additionalEmails: ['bills@oak.example'],
    address: { line1: '2 Dock', isDelivery: true },
  })
  expect(phones).toEqual([
    { kind: 'work', number: '+442079460958', extension: '12', valid: true, isPrimary: false },
    { kind: 'fax', number: '+12125550188', extension: null, valid: true, isPrimary: true },
  ])
  expect(addresses).toMatchObject([
    { label: 'Bills', country: 'GB', isBilling: true, isDelivery: false },
    { isBilling: false, isDelivery: true },
  ])
  expect(consent.email).toEqual({ state: 'in', at: '2025-01-01T10:00:00.000Z', source: 'form' })
  expect(consent.sms).toMatchObject({ state: 'out', source: 'api' })
  expect(tags.map((tag: { name: string }) => tag.name)).toEqual(['VIP', 'Wholesale'])
  expect(billing).toMatchObject({
    onAccount: true,
    onHold: false,
    discountPercent: 7.25,
    creditLimit: { amount: 500_000, currency: 'USD' },
    invoiceEmails: ['ap@oak.example'],
  })
})

test('a patch changes what it names, counts the version up, and says what changed', async () => {
  const { as } = await setup()
  const made = await as.post('/customers', {
    firstName: 'Ann',
    lastName: 'Lee',
    billing: { onHold: true, paymentTerms: '30 days' },
  })

  const changed = await as.patch(
    `/customers/${made.body.id}`,
    { lastName: 'Ray', billing: { onAccount: true } },
    ifMatch(made.headers.etag),
  )

  expect(changed.status).toBe(200)
  expect(changed.headers.etag).toBe('"2"')
  expect(changed.body).toMatchObject({
    displayName: 'Ann Ray',
    firstName: 'Ann',
    billing: { onHold: true, onAccount: true, paymentTerms: '30 days' },
  })
  const { body } = await as.get(`/customers/${made.body.id}/activities`)
  expect(body.items.map((item: { kind: string }) => item.kind)).toEqual([
    'customer.edited',
    'customer.created',
  ])
  expect(Object.keys(body.items[0].before).sort()).toEqual(['billing', 'lastName'])
  expect(body.items[0].after).toMatchObject({ lastName: 'Ray', billing: { onAccount: true } })
  expect(body.items[0].actor).toMatchObject({ kind: 'apiKey', name: 'test' })
})

test('what was read can be sent back, and changes neither version nor activities', async () => {
  const { as } = await setup()
  const made = await as.post('/customers', {
    firstName: 'Ann',
    phones: [{ number: '12345678' }, { number: '+442079460958', kind: 'home' }],
    tags: ['VIP'],
    addresses: [{ line1: 'a' }, { line1: 'b', isDelivery: true }],
    consent: { sms: { state: 'in' } },
    externalIds: { x: '1' },
    notes: ' n ',
  })
  const {
    phones,
    tags,
    addresses,
    consent,
    billing,
    externalIds,
    notes,
    organizations,
    stores,
    doNotServe,
    address,
    phone,
    attributes,
  } = made.body

  const same = await as.patch(
    `/customers/${made.body.id}`,
    {
      phones,
      tags,
      addresses,
      consent,
      billing,
      externalIds,
      notes,
      organizations,
      stores,
      doNotServe,
      address,
      phone,
      attributes,
      firstName: ' Ann ',
    },
    ifMatch(made.headers.etag),
  )

  expect(same.status).toBe(200)
  expect(same.body).toEqual(made.body)
  expect((await as.get(`/customers/${made.body.id}/activities`)).body.items).toHaveLength(1)
})

test('a patch needs If-Match, and a stale one is answered with what stands', async () => {
  const { as } = await setup()
  const { body } = await as.post('/customers', { firstName: 'Ann' })
  const path = `/customers/${body.id}`
  await as.patch(path, { nickname: 'A' }, ifMatch('"1"'))

  const without = await as.patch(path, { nickname: 'B' })
  const stale = await as.patch(path, { nickname: 'B' }, ifMatch('"1"'))
  const malformed = await as.patch(path, { nickname: 'B' }, ifMatch('one'))

  expect([without.status, stale.status, malformed.status]).toEqual([428, 412, 400])
  expect(stale.body).toMatchObject({ code: 'version.stale', current: { nickname: 'A', version: 2 } })
})

test('a deleted customer is inactive, repeatably, and comes back with everything', async () => {
  const { as } = await setup()
  const { body } = await as.post('/customers', { firstName: 'Ann', tags: ['VIP'] })
  const path = `/customers/${body.id}`

  const [first, second] = [await as.delete(path), await as.delete(path)]
  const gone = await as.get(path)
  const back = await as.post(`${path}/restore`)
  const again = await as.post(`${path}/restore`)

  expect([first.status, second.status, gone.status, back.status, again.status]).toEqual([
    204, 204, 200, 200, 200,
  ])
  expect(gone.body).toMatchObject({ status: 'inactive', version: 2, inactivatedAt: expect.any(String) })
  expect(back.body).toMatchObject({
    status: 'active',
    version: 3,
    inactivatedAt: null,
    tags: [{ name: 'VIP' }],
  })
  expect(again.headers.etag).toBe('"3"')
  const { body: activities } = await as.get(`${path}/activities`)
  expect(activities.items.map((item: { kind: string }) => item.kind)).toEqual([
    'customer.restored',
    'customer.inactivated',
    'customer.created',
  ])
})

test('without the right to delete, a status cannot be changed by an edit either', async () => {
  const { as, callerOf, first } = await setup()
  const { body } = await as.post('/customers', { firstName: 'Ann' })
  const clerk = await callerOf(first.id, ['customers.read', 'customers.write'])

  const edited = await clerk.patch(`/customers/${body.id}`, { status: 'inactive' }, ifMatch('"1"'))
  const deleted = await clerk.delete(`/customers/${body.id}`)

  expect([edited.status, deleted.status]).toEqual([403, 403])
  expect((await as.get(`/customers/${body.id}`)).body.status).toBe('active')
})
