import { expect, test } from 'vitest'
import { parsePhone } from '../../kernel/phone.ts'
import { organizations } from './content/organizations.ts'
import { people } from './content/people.ts'
import { speaking, stores } from './content/shop.ts'

const say = speaking('en')
const everybody = [...organizations(say), ...people(say)]
const emails = everybody.flatMap((one) => [
  ...(one.email == null ? [] : [one.email]),
  ...(one.additionalEmails ?? []),
  ...(one.billing?.invoiceEmails ?? []),
])
const phones = everybody.flatMap((one) => (one.phones ?? []).map(({ number }) => number))

/** What the numbering authorities keep free for fiction and tests. */
const fictional =
  /^\+(12075550[1]\d\d|442079460\d{3}|33199001234|493023125\d{3}|61491570156|4684650041|46701740605)$/

test('nobody can be reached by what the sample says of them', () => {
  expect(emails.filter((email) => !/@example\.(com|org|net)$/.test(email))).toEqual([])
  expect(phones.filter((phone) => !fictional.test(phone))).toEqual([])
  const shops = stores(say)
  expect(
    shops.filter(({ phone, email }) => !fictional.test(phone ?? '') || !email?.endsWith('@example.com')),
  ).toEqual([])
})

test('every number is one that telephones know, and every customer number stands once', () => {
  expect(phones.filter((phone) => !(parsePhone(phone, 'US') as { valid?: boolean }).valid)).toEqual([])
  expect(new Set(everybody.map((one) => one.number)).size).toBe(everybody.length)
})

test('two phones are shared by several people each, beside the one of somebody entered twice', () => {
  const own = people(say).flatMap((one) =>
    (one.phones ?? []).filter((phone) => phone.extension == null).map(({ number }) => number),
  )
  const shared = own.filter((number, i) => own.indexOf(number) !== i)

  expect(shared).toHaveLength(3)
})

test('both languages say the same of the same customers', () => {
  const spanish = speaking('es-MX')
  const plain = (list: readonly object[]) => list.map((one) => Object.keys(one).sort())

  expect(plain(people(spanish))).toEqual(plain(people(say)))
  expect(plain(organizations(spanish))).toEqual(plain(organizations(say)))
})
