import { expect, test } from 'vitest'
import { type CardCustomer, cardOf, folded } from './vcard.rules.ts'

const customer: CardCustomer = {
  id: '0190aaaa-0000-7000-8000-000000000001',
  type: 'personal',
  displayName: 'Ann; "the" Müller, Dr.',
  salutation: 'Dr.',
  firstName: 'Ann',
  middleName: null,
  lastName: 'Müller; b',
  nickname: null,
  businessName: null,
  email: 'ann@example.com',
  additionalEmails: ['a2@example.com'],
  phones: [
    { kind: 'mobile', number: '+12125550123', extension: null, valid: true, isPrimary: true },
    { kind: 'fax', number: '+12125550124', extension: '9', valid: true, isPrimary: false },
  ],
  addresses: [
    {
      ...{
        id: '0190aaaa-0000-7000-8000-000000000002',
        label: 'Home',
        line1: '1, Main St',
        line2: 'Apt 2',
        city: 'New York',
      },
      ...{
        state: 'NY',
        postalCode: '10001',
        country: 'US',
        countryText: null,
        gateCode: null,
        isBilling: false,
        isDelivery: true,
      },
    },
  ],
  organizations: [
    {
      ...{
        id: '0190aaaa-0000-7000-8000-000000000003',
        number: null,
        name: 'Acme, Inc.',
        title: 'CEO',
        isManager: false,
      },
      ...{ isPrimary: true, from: null, until: null },
    },
  ],
  website: 'https://example.com/',
  dateOfBirth: '--02-29',
  anniversary: '2010-06-01',
  gender: 'Female',
  preferredLanguage: 'de',
  notes: 'one\ntwo\\ \u0007',
  tags: [
    { id: '', name: 'VIP, gold', color: 'blue' },
    { id: '', name: 'Press', color: 'red' },
  ],
  updatedAt: '2026-11-21T14:30:05.123Z',
}

test('a card has what an address book shows, escaped', () => {
  expect(cardOf(customer).split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'UID:urn:uuid:0190aaaa-0000-7000-8000-000000000001',
    'REV:20261121T143005Z',
    'KIND:individual',
    'FN:Ann\\; "the" Müller\\, Dr.',
    'N:Müller\\; b;Ann;;Dr.;',
    'ORG:Acme\\, Inc.',
    'TITLE:CEO',
    'TEL;TYPE=cell;PREF=1:+12125550123',
    'TEL;TYPE=fax:+12125550124 ext. 9',
    'EMAIL;PREF=1:ann@example.com',
    'EMAIL:a2@example.com',
    'ADR;TYPE=home;PREF=1:;;1\\, Main St,Apt 2;New York;NY;10001;US',
    'URL:https://example.com/',
    'BDAY:--0229',
    'ANNIVERSARY:20100601',
    'GENDER:F',
    'LANG:de',
    'NOTE:one\\ntwo\\\\ ',
    'CATEGORIES:VIP\\, gold,Press',
    'END:VCARD',
    '',
  ])
})

test('a day with its year and without it', () => {
  const birthday = (dateOfBirth: string) =>
    /BDAY:(.*)/.exec(cardOf({ ...customer, dateOfBirth }))?.[1]?.trim()

  expect([birthday('1980-05-12'), birthday('--05-12')]).toEqual(['19800512', '--0512'])
})

test('a business is an organization by its own name', () => {
  const card = cardOf({
    ...customer,
    type: 'business',
    displayName: 'Acme',
    businessName: 'Acme',
    organizations: [],
  })

  expect(card).toContain('KIND:org\r\nFN:Acme\r\nORG:Acme\r\n')
  expect(card).not.toContain('\r\nN:')
})

test.each([
  ['ascii', `NOTE:${'x'.repeat(300)}`],
  ['two bytes each', `NOTE:${'é'.repeat(200)}`],
  ['emoji', `NOTE:a${'😀'.repeat(100)}`],
])('long lines are folded at 75 bytes and no character is cut: %s', (_, text) => {
  const lines = folded(text).split('\r\n')

  expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\ufffd'))).toBe(true)
  expect(lines.slice(1).every((line) => line.startsWith(' '))).toBe(true)
  expect(lines.map((line, at) => (at === 0 ? line : line.slice(1))).join('')).toBe(text)
})
