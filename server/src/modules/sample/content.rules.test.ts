import { expect, test } from 'vitest'
import { parsePhone } from '../../kernel/phone.ts'
import { orders } from './content/orders.ts'
import { organizations } from './content/organizations.ts'
import { people } from './content/people.ts'
import { reviews } from './content/reviews.ts'
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

test.each([
  ['in the evening', '2026-11-22T23:36:10Z'],
  ['in the night', '2026-11-22T08:02:10Z'],
  ['just after it opened', '2026-11-22T17:01:10Z'],
])(
  'asked for %s, people came at many minutes of the hours it is open, and nobody later than now',
  (_, at) => {
    const now = new Date(at)
    const timeZone = 'America/New_York'
    const ids = (count: number) => Array.from({ length: count }, (_, n) => String(n))
    const made = orders(say, { organizations: ids(12), people: ids(70), now, timeZone })
    const said = reviews(say, made, now)
    const hourOf = (instant: string) =>
      Number(
        new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(
          new Date(instant),
        ),
      )
    const minutes = (instants: readonly string[]) => new Set(instants.map((one) => one.slice(14, 16))).size

    const placed = made.map(({ placedAt }) => placedAt)
    const wanted = made.flatMap(({ fulfilAt }) => (fulfilAt == null ? [] : [fulfilAt]))
    expect(placed.filter((one) => one > now.toISOString() || hourOf(one) < 11 || hourOf(one) > 21)).toEqual(
      [],
    )
    expect(minutes(placed)).toBeGreaterThan(50)
    expect(minutes(said.map(({ input }) => String(input.at)))).toBeGreaterThan(20)
    expect(said.filter(({ input }) => String(input.at) > now.toISOString())).toEqual([])
    expect(wanted.filter((one) => one <= now.toISOString())).toEqual([])
    expect(new Set(wanted).size).toBe(wanted.length)
    const repeated = made.filter(
      ({ items = [] }) => new Set(items?.map(({ name }) => name)).size < (items?.length ?? 0),
    )
    expect(repeated).toEqual([])
    expect(orders(say, { organizations: ids(12), people: ids(70), now, timeZone })).toEqual(made)
  },
)
