// The list by figures: sorted and filtered by what was ordered, compared with what the records themselves say.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callerWith, setup, type TestMerchant } from '../../../../test/harness.ts'
import { userOf } from '../../../../test/people.ts'
import { encodeCursor } from '../../../kernel/cursor.ts'

type House = Awaited<ReturnType<typeof setup>>
type As = House['as']
type State = 'new' | 'active' | 'atRisk' | 'lost' | 'none'
type Item = {
  id: string
  displayName: string
  type: string
  tags: { name: string }[]
  activity: { state: State }
  lastOrderAt: string | null
  revenue4w: { amount: number }
  revenue3m: { amount: number }
  revenue6m: { amount: number }
  revenueTotal: { amount: number }
  orders: number
  reviews: { count: number }
}
type Page = { items: Item[]; nextCursor: string | null; previousCursor?: string | null }

const FIELDS =
  'fields=displayName,type,tags,activity,lastOrderAt,revenue4w,revenue3m,revenue6m,revenueTotal,orders,reviews'
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

async function order(as: As, key: string, customer: string, days: number, more: object = {}) {
  const body = { placedAt: ago(days), totals: { net: 100 }, customer: { number: customer }, ...more }
  const reply = await as.put(`/orders/external/till/${key}`, body)
  expect(reply.status, reply.text).toBe(201)
}

async function review(as: As, n: number, times: number): Promise<void> {
  for (let at = 0; at < times; at++) {
    const body = { at: ago(at), score: 5, customer: { number: `c${n}` } }
    const reply = await as.put(`/reviews/external/site/${n}-${at}`, body)
    expect(reply.status, reply.text).toBe(201)
  }
}

/** Forty of all kinds; every seventh has never ordered, one only a draft, some the same amount, some left reviews. */
async function given(house: House): Promise<Item[]> {
  const { as } = house
  for (let n = 0; n < 40; n++) {
    const made = await as.post('/customers', {
      ...(n % 4 === 0
        ? { type: 'business', businessName: `Mill ${n}` }
        : { firstName: 'Ann', lastName: `Lee ${n}` }),
      number: `c${n}`,
      tags: n % 3 === 0 ? ['VIP'] : [],
    })
    expect(made.status, made.text).toBe(201)
    await review(as, n, Math.max((n % 6) - 3, 0))
    if (n % 7 === 0) continue
    const days = [3, 20, 45, 95, 200, 364, 500][n % 7 === 6 ? 6 : (n * 5) % 7] as number
    await order(as, `${n}`, `c${n}`, days, { totals: { net: (n % 5) * 1000 } })
    if (n % 3 === 0) await order(as, `${n}b`, `c${n}`, days + 60)
  }
  await order(as, 'draft', 'c7', 2, { status: 'draft' })
  return everyone(as, '')
}

async function page(as: As, query: string): Promise<Page> {
  const reply = await as.get(`/customers?${FIELDS}&${query}`)
  expect(reply.status, `${query} ${reply.text}`).toBe(200)
  return reply.body
}

async function everyone(as: As, query: string): Promise<Item[]> {
  return (await page(as, `limit=200&${query}`)).items
}

async function down(as: As, query: string): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const read = await page(as, `${query}&limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`)
    ids.push(...read.items.map(({ id }) => id))
    cursor = read.nextCursor
  }
  return ids
}

async function up(as: As, query: string): Promise<string[]> {
  let read = await page(as, `${query}&limit=6&at=1`)
  let ids = read.items.map(({ id }) => id)
  while (read.previousCursor) {
    read = await page(as, `${query}&limit=6&before=${read.previousCursor}`)
    ids = [...read.items.map(({ id }) => id), ...ids]
  }
  return ids
}

const keys = {
  lastOrderAt: (item: Item) => Date.parse(item.lastOrderAt ?? ''),
  revenue4w: (item: Item) => item.revenue4w.amount,
  revenue3m: (item: Item) => item.revenue3m.amount,
  revenue6m: (item: Item) => item.revenue6m.amount,
  revenueTotal: (item: Item) => item.revenueTotal.amount,
  reviews: (item: Item) => item.reviews.count,
  createdAt: () => 0,
}

/** Sorted by these, who has nothing of it is absent; by others, who never ordered. */
const hasOwnPlaces: readonly string[] = ['reviews', 'revenue4w', 'revenue3m']

/** As the contract has it: absent last both ways, ties by id. */
function naively(items: readonly Item[], sort: keyof typeof keys, sign: 1 | -1): string[] {
  const byId = (a: Item, b: Item) => sign * (a.id < b.id ? -1 : 1)
  const key = keys[sort]
  const isPresent = (item: Item) => (hasOwnPlaces.includes(sort) ? key(item) : item.orders) > 0
  const present = items.filter(isPresent)
  return [
    ...present.sort((a, b) => sign * (key(a) - key(b)) || byId(a, b)),
    ...items.filter((item) => !isPresent(item)).sort(byId),
  ].map(({ id }) => id)
}

const filter = fc.record({
  activity: fc.subarray<State>(['new', 'active', 'atRisk', 'lost', 'none']),
  type: fc.option(fc.constantFrom('business', 'personal')),
  tag: fc.boolean(),
  q: fc.option(fc.constantFrom('mill', 'lee', 'an')),
  from: fc.option(fc.constantFrom(400, 100, 30)),
  to: fc.option(fc.constantFrom(10, 90, 250)),
})
type Filter = typeof filter extends fc.Arbitrary<infer T> ? T : never

function queryOf({ activity, type, tag, q, from, to }: Filter): string {
  return [
    ...activity.map((state) => `activity=${state}`),
    ...(type === null ? [] : [`type=${type}`]),
    ...(tag ? ['tag=VIP'] : []),
    ...(q === null ? [] : [`q=${q}`]),
    ...(from === null ? [] : [`lastOrderFrom=${ago(from)}`]),
    ...(to === null ? [] : [`lastOrderTo=${ago(to)}`]),
  ].join('&')
}

const meets =
  ({ activity, type, tag, q, from, to }: Filter) =>
  (item: Item): boolean =>
    (activity.length === 0 || activity.includes(item.activity.state)) &&
    (type === null || item.type === type) &&
    (!tag || item.tags.length > 0) &&
    (q === null || item.displayName.toLowerCase().includes(q)) &&
    (from === null || (item.lastOrderAt ?? '') >= ago(from)) &&
    (to === null || (item.lastOrderAt !== null && item.lastOrderAt <= ago(to)))

test('in every order and under every filter, pages read down and up are what sorting all of them gives', {
  timeout: 120_000,
}, async () => {
  const house = await setup()
  const all = await given(house)
  expect(new Set(all.map((item) => item.activity.state))).toEqual(
    new Set(['new', 'active', 'atRisk', 'lost', 'none']),
  )
  const windows = ['revenue4w', 'revenue3m', 'revenue6m', 'revenueTotal'] as const
  const sort = fc.constantFrom('lastOrderAt', ...windows, 'reviews')
  await fc.assert(
    fc.asyncProperty(filter, sort, fc.constantFrom(1, -1), async (wanted, by, sign) => {
      const kept = naively(all.filter(meets(wanted)), by as 'revenue6m', sign as 1)
      const query = `${queryOf(wanted)}&sort=${sign === -1 ? '-' : ''}${by}`
      expect(await down(house.as, query)).toEqual(kept)
      expect(await up(house.as, query)).toEqual(kept)
      const count = await house.as.get(`/customers/count?${queryOf(wanted)}`)
      expect(count.body).toMatchObject({ count: kept.length, capped: false })
      const middle = await page(house.as, `${query}&limit=3&at=0.5`)
      expect(middle.items.map(({ id }) => id)).toEqual(kept.slice(Math.floor(kept.length / 2)).slice(0, 3))
    }),
    { numRuns: 60 },
  )
})

test('a draft alone is no order: who has nothing else stands last and never ordered', async () => {
  const house = await setup()
  const { as } = house
  for (const number of ['a', 'b', 'c']) await as.post('/customers', { firstName: number, number })
  await order(as, '1', 'a', 5, { totals: { net: 0 } })
  await order(as, '2', 'b', 5, { status: 'draft' })
  for (const sort of [
    'lastOrderAt',
    '-lastOrderAt',
    'revenue6m',
    '-revenue6m',
    'revenueTotal',
    '-revenueTotal',
  ])
    expect((await everyone(as, `sort=${sort}`))[0]?.displayName).toBe('a')
  expect((await everyone(as, 'activity=none')).map((item) => item.displayName)).toEqual(['b', 'c'])
})

test('a state, a day and a sort that are none are refused', async () => {
  const { as } = await setup()
  for (const query of ['activity=gone', 'lastOrderFrom=2026-02-30', 'lastOrderTo=x', 'sort=orders']) {
    const reply = await as.get(`/customers?${query}`)
    expect([query, reply.status]).toEqual([query, 400])
    expect(reply.body.fields[0].path.split('.')[0]).toBe(query.split('=')[0])
  }
})

test('a cursor whose amount is none is refused before the database sees it', async () => {
  const { as } = await setup()
  for (const key of ['x', '1.5', '99999999999999999999']) {
    const cursor = encodeCursor([key, '018f0000-0000-7000-8000-000000000000'], 'customers -revenue6m')
    expect((await as.get(`/customers?sort=-revenue6m&cursor=${cursor}`)).status).toBe(400)
  }
})

test('days of the last order are the merchant’s own, and both ends belong', async () => {
  const { as } = await setup()
  await as.post('/customers', { firstName: 'Ann', number: 'a' })
  // 23:30 on 2 March in New York.
  await as.put('/orders/external/till/1', {
    placedAt: '2026-03-03T04:30:00Z',
    totals: { net: 1 },
    customer: { number: 'a' },
  })
  const found = async (query: string) => (await everyone(as, query)).length
  expect(await found('lastOrderFrom=2026-03-02&lastOrderTo=2026-03-02')).toBe(1)
  expect(await found('lastOrderFrom=2026-03-03')).toBe(0)
  expect(await found('lastOrderTo=2026-03-01')).toBe(0)
  expect(await found('lastOrderTo=2026-03-03T04:30:00Z')).toBe(1)
})

test('a user limited to stores sorts and filters their own customers only; another merchant’s are in no list', async () => {
  const house = await setup()
  const { as, app, db, first, merchant } = house
  const north = (await as.post('/stores', { name: 'North' })).body
  for (const [name, stores] of [
    ['mine', [{ id: north.id }]],
    ['yours', []],
  ] as const) {
    await as.post('/customers', { firstName: name, number: name, stores })
    await order(as, name, name, 200)
  }
  await as.post('/customers', { firstName: 'never', stores: [{ id: north.id }] })
  const other: TestMerchant = await merchant({ name: 'Other' })
  await other.caller.post('/customers', { firstName: 'theirs', number: 't' })
  await order(other.caller, '1', 't', 200)
  const { cookie } = await userOf(db.owner, first.id, { storeIds: [north.id] })
  const limited = callerWith(app, { cookie })

  const names = async (caller: As, query: string) =>
    (await everyone(caller, query)).map(({ displayName }) => displayName)
  for (const sort of ['-revenueTotal', 'lastOrderAt']) {
    expect(await names(limited, `sort=${sort}`)).toEqual(['mine', 'never'])
    expect((await names(as, `sort=${sort}`)).sort()).toEqual(['mine', 'never', 'yours'])
  }
  expect(await names(limited, 'activity=atRisk')).toEqual(['mine'])
  expect(await names(limited, 'activity=none')).toEqual(['never'])
  expect((await limited.get('/customers/count?activity=atRisk')).body.count).toBe(1)
})

test('what a list says of figures is what the record says, found by name, by search or by sort', async () => {
  const house = await setup()
  const all = await given(house)
  const figures = [
    'activity',
    'snoozedUntil',
    'firstOrderAt',
    'lastOrderAt',
    'orders',
    'visits',
    'revenue6m',
    'revenueTotal',
  ]
  for (const query of ['', 'q=lee', 'sort=-revenue6m', 'activity=lost'])
    for (const item of (await house.as.get(`/customers?limit=40&${query}&fields=${figures}`)).body.items) {
      const record = (await house.as.get(`/customers/${item.id}`)).body
      expect(item).toEqual({
        id: item.id,
        ...Object.fromEntries(figures.map((name) => [name, record[name]])),
      })
    }
  expect(all).toHaveLength(40)
})
