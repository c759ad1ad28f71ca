// Our own export, read back: every value means itself.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { opened, rowsOf } from './reading.kit.ts'

/** As the export writes them: guarded, quoted. */
const cell = (value: unknown): string => {
  const text =
    value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  const guarded = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

const csv = (records: readonly Record<string, unknown>[]) => {
  const headers = Object.keys(records[0] ?? {})
  return `\ufeff${headers.join(',')}\r\n${records.map((record) => headers.map((header) => cell(record[header])).join(',')).join('\r\n')}\r\n`
}

const phone = { kind: 'work', number: '+12025550143', extension: '12', valid: true, isPrimary: true }
const address = {
  id: newId(),
  label: 'Home',
  line1: '1 Main St',
  line2: null,
  city: 'Reston',
  state: 'VA',
  postalCode: '20190',
  country: 'US',
  countryText: null,
  gateCode: null,
  isBilling: true,
  isDelivery: true,
}
const organization = {
  id: newId(),
  number: '7',
  name: 'Acme',
  title: 'Buyer',
  isManager: true,
  isPrimary: true,
  from: '2020-01-01',
  until: null,
}

const customer = {
  id: newId(),
  type: 'personal',
  number: '007',
  displayName: 'Ann Lee',
  firstName: 'Ann',
  lastName: 'Lee',
  businessName: null,
  email: 'ann@example.com',
  additionalEmails: ['b@example.com'],
  phone: '+12025550143',
  phones: [phone],
  dateOfBirth: '--05-12',
  doNotServe: { value: true, reason: 'owes' },
  consent: {
    email: { state: 'in', at: '2024-01-01T00:00:00.000Z', source: 'api' },
    sms: { state: 'unknown', at: null, source: null },
    call: { state: 'out', at: '2024-01-01T00:00:00.000Z', source: null },
  },
  tags: [{ id: newId(), name: 'VIP, gold', color: '#fff' }],
  organizations: [organization],
  stores: [{ id: newId(), name: 'North; East', preferred: true }],
  address,
  addresses: [address],
  billing: {
    onAccount: true,
    onHold: false,
    requirePurchaseOrder: false,
    discountPercent: 2.5,
    noMinimumOrder: false,
    noDeliveryCharge: false,
    paymentTerms: 'Net 30',
    creditLimit: { amount: 1050, currency: 'USD' },
    invoiceNotes: null,
    invoiceEmails: ['c@example.com'],
  },
  attributes: { shoe: 38 },
  externalIds: { till: '1001', web: 'x' },
  customerSince: '2019-01-01',
  createdAt: '2026-01-01T00:00:00.000Z',
  version: 3,
}

test('is known by its words, and what the database keeps by itself is not read', async () => {
  const file = await opened(csv([customer]))

  expect(file.plan.layout).toBe('own')
  expect(file.plan.unreadColumns.map((column) => column.header)).toEqual([
    'displayName',
    'createdAt',
    'version',
  ])
})

test('gives lists and parts back whole', async () => {
  const [row] = await rowsOf(csv([customer]))

  expect(row?.warnings).toEqual([])
  expect(row?.fields).toEqual({
    id: customer.id,
    type: 'personal',
    typeGiven: true,
    wholeLists: true,
    number: '007',
    firstName: 'Ann',
    lastName: 'Lee',
    email: 'ann@example.com',
    additionalEmails: ['b@example.com'],
    phones: [{ ...phone, digits: '12025550143', country: 'US' }],
    dateOfBirth: '--05-12',
    doNotServe: { value: true, reason: 'owes' },
    consent: {
      email: { state: 'in', at: '2024-01-01T00:00:00.000Z', source: 'api' },
      call: { state: 'out', at: '2024-01-01T00:00:00.000Z' },
    },
    tags: ['VIP, gold'],
    organizations: [
      {
        id: organization.id,
        number: '7',
        name: 'Acme',
        title: 'Buyer',
        isManager: true,
        isPrimary: true,
        from: '2020-01-01',
      },
    ],
    stores: [{ id: customer.stores[0]?.id, name: 'North; East', preferred: true }],
    addresses: [
      {
        use: 'other',
        label: 'Home',
        line1: '1 Main St',
        city: 'Reston',
        state: 'VA',
        postalCode: '20190',
        country: 'US',
        isBilling: true,
        isDelivery: true,
      },
    ],
    billing: {
      onAccount: true,
      onHold: false,
      requirePurchaseOrder: false,
      discountPercent: 2.5,
      noMinimumOrder: false,
      noDeliveryCharge: false,
      paymentTerms: 'Net 30',
      creditLimit: { amount: 1050, currency: 'USD' },
      invoiceEmails: ['c@example.com'],
    },
    attributes: { shoe: 38 },
    externalIds: { till: '1001', web: 'x' },
    customerSince: '2019-01-01',
  })
})

test('members that stand in columns of their own', async () => {
  const attributes = [
    { key: 'budget', label: 'Budget', kind: 'money', options: [] },
    { key: 'diet', label: 'Diet', kind: 'choices', options: ['Vegan', 'Halal'] },
  ] as const
  const record = {
    id: newId(),
    type: 'business',
    businessName: 'NULL',
    'manager.id': customer.id,
    'manager.name': 'Ann Lee',
    'consent.email.state': 'in',
    'consent.email.at': '2024-01-01T00:00:00.000Z',
    'consent.email.source': '-',
    'consent.sms.state': '',
    'doNotServe.value': 'false',
    'billing.creditLimit': '1.500',
    'billing.discountPercent': '2.5',
    'attributes.budget': '-1234.50',
    'attributes.diet': ['Vegan', 'Halal'],
    'attributes.gone': 'x',
    'address.city': 'Reston',
    'activity.state': 'none',
  }
  const given = { context: { attributes, locale: 'de', currency: 'KWD' } }
  const [row] = await rowsOf(csv([record]), given)

  expect(row?.fields).toEqual({
    id: record.id,
    type: 'business',
    typeGiven: true,
    wholeLists: true,
    businessName: 'NULL',
    manager: { id: customer.id, name: 'Ann Lee' },
    consent: { email: { state: 'in', at: '2024-01-01T00:00:00.000Z', source: '-' } },
    doNotServe: { value: false },
    billing: { creditLimit: { amount: 1500, currency: 'KWD' }, discountPercent: 2.5 },
    attributes: { budget: { amount: -1234500, currency: 'KWD' }, diet: ['Vegan', 'Halal'] },
    addresses: [{ use: 'default', city: 'Reston' }],
  })
  const file = await opened(csv([record]), given)
  expect(file.plan.unreadColumns.map((column) => column.header)).toEqual([
    'attributes.gone',
    'activity.state',
  ])
})

test('the list of phones wins over the short form, and it is told', async () => {
  const [row] = await rowsOf(csv([{ ...customer, phone: '202-555-0199' }]))

  expect(row?.fields.phones).toMatchObject([{ number: '+12025550143', kind: 'work', isPrimary: true }])
  expect(row?.warnings).toMatchObject([{ column: 'phone', original: '202-555-0199', code: 'phone.of_list' }])
})

test('without the list the short form is the phone', async () => {
  const { phones: _, ...alone } = customer
  const [row] = await rowsOf(csv([{ ...alone, phone: '202-555-0199' }]))

  expect(row?.fields.phones).toMatchObject([{ number: '+12025550199', isPrimary: true }])
})

test('a column that somebody added to ours stays unread, the others are ours still', async () => {
  const file = await opened(csv([{ ...customer, 'My remark': 'x' }]))

  expect([file.plan.layout, file.plan.unreadColumns.at(-1)]).toEqual([
    'own',
    { header: 'My remark', filled: 1 },
  ])
})

test('a file of another program with the same words is not ours', async () => {
  const file = await opened('id,firstName,lastName,email\n1,Ann,Lee,a@b.co\n2,Bob,Fox,b@b.co\n')

  expect(file.plan.layout).toBeNull()
  expect(file.plan.mapping.columns).toMatchObject({ id: 'externalId' })
})

describe('any text comes back as it was', () => {
  const naughty = [
    'NULL',
    'null',
    'N/A',
    '-',
    'undefined',
    '=1+1',
    "'=1",
    "''+x",
    '+1',
    '@a',
    '\tx',
    "'",
    '"',
    '""',
    'a"b,c',
    'a\nb',
    'a\r\nb',
    'a\rb',
    'Ω≈ç√',
    '田中',
    'שלום',
    '‮abc',
    '👾',
    "O'Brien",
    '0/0/00',
    '1E+11',
    'sep=;',
    'Total',
    "'t Hooft",
    '  x',
    'x;y|z',
  ]
  // PostgreSQL keeps neither NUL nor half characters; white space around a name is none of it.
  const text = fc
    .oneof(fc.constantFrom(...naughty), fc.string({ unit: 'binary', maxLength: 40 }))
    .map((value) => value.replaceAll('\0', ''))
    .filter((value) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(value) && value.isWellFormed())

  test('in names, notes, tags and externalIds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ firstName: text, lastName: text, notes: text, tag: text, source: text }), {
          minLength: 1,
          maxLength: 8,
        }),
        async (values) => {
          const records = values.map((value) => ({
            id: newId(),
            type: 'personal',
            firstName: value.firstName,
            lastName: value.lastName,
            notes: value.notes,
            tags: [{ name: value.tag }],
            externalIds: { till: value.source },
          }))
          const rows = await rowsOf(csv(records))

          expect(
            rows.map((row) => [
              row.fields.id,
              row.fields.firstName,
              row.fields.lastName,
              row.fields.notes,
              row.fields.tags,
              row.fields.externalIds,
            ]),
          ).toEqual(
            records.map((record) => [
              record.id,
              record.firstName,
              record.lastName,
              record.notes,
              [record.tags[0]?.name],
              record.externalIds,
            ]),
          )
          expect(rows.flatMap((row) => row.warnings)).toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  }, 60_000)
})
