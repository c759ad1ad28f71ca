// What is stored of reviews, whatever becomes of them; and the windows of a score.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { verifySearch } from '../customers/index.ts'
import { readMerchant } from '../merchants/index.ts'
import { verifyFigures } from '../orders/index.ts'
import { verifyReviews } from './index.ts'

type House = Awaited<ReturnType<typeof setup>>

async function differences({ db, first }: House): Promise<unknown[]> {
  const found: unknown[] = []
  await verifyReviews(db, first.id, (one) => found.push(one))
  await verifyFigures(db, first.id, (one) => found.push(one))
  // What lists show of them.
  const known = await db.read(first.id, (reader) => readMerchant(reader, first.id))
  await verifySearch(db, known, (one) => found.push(one))
  return found
}

/** Two organizations, then four people: one alone, two of the first, one of the second. */
async function people({ as }: House): Promise<string[]> {
  const ids: string[] = []
  for (const number of ['c0', 'c1'])
    ids.push((await as.post('/customers', { type: 'business', businessName: number, number })).body.id)
  for (const [n, home] of [null, 0, 0, 1].entries()) {
    const organizations = home === null ? [] : [{ id: ids[home], isPrimary: true }]
    const body = { type: 'personal', firstName: `P${n}`, number: `c${n + 2}`, organizations }
    ids.push((await as.post('/customers', body)).body.id)
  }
  return ids
}

const KEYS = fc.integer({ min: 0, max: 9 })
const PEOPLE = fc.integer({ min: 0, max: 5 })
const review = fc.record({
  key: KEYS,
  customer: fc.option(PEOPLE),
  score: fc.integer({ min: 1, max: 5 }),
  sentiment: fc.option(fc.constantFrom('positive', 'neutral', 'negative')),
  day: fc.integer({ min: 1, max: 28 }),
  store: fc.constantFrom(null, 'N', 'S'),
  order: fc.option(PEOPLE),
})
const step = fc.oneof(
  { weight: 8, arbitrary: review.map((put) => ({ put })) },
  { weight: 2, arbitrary: fc.record({ key: KEYS, to: fc.option(PEOPLE) }).map((assign) => ({ assign })) },
  { weight: 2, arbitrary: KEYS.map((remove) => ({ remove })) },
  { weight: 1, arbitrary: PEOPLE.map((ordered) => ({ ordered })) },
  { weight: 1, arbitrary: fc.constantFrom(3, 4).map((moved) => ({ moved })) },
)
type Put = typeof review extends fc.Arbitrary<infer T> ? T : never

async function put(as: House['as'], run: number, one: Put): Promise<string> {
  const answer = await as.put(`/reviews/external/site/${run}-${one.key}`, {
    ...{ at: `2026-10-${String(one.day).padStart(2, '0')}T23:30:00Z`, score: one.score },
    ...{ sentiment: one.sentiment, store: one.store === null ? null : { code: one.store } },
    ...(one.customer !== null && { customer: { number: `c${one.customer}` } }),
    ...(one.order !== null && { order: { number: `o${one.order}` } }),
  })
  expect([200, 201], answer.text).toContain(answer.status)
  return answer.body.id
}

test('whatever is thrown at them, the figures are those of the reviews', { timeout: 60_000 }, async () => {
  const house = await setup()
  const { as } = house
  await as.post('/stores', { name: 'North', code: 'N', timeZone: 'Asia/Kathmandu' })
  await as.post('/stores', { name: 'South', code: 'S' })
  const ids = await people(house)
  const order = (n: number) =>
    as.put(`/orders/external/till/${n}`, {
      ...{
        placedAt: '2026-10-01T12:00:00Z',
        number: `o${n}`,
        totals: { net: 100 },
        customer: { number: `c${n}` },
      },
    })
  let run = 0
  let home = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async (steps) => {
      run++
      const made = new Map<number, string>()
      for (const one of steps) {
        if ('put' in one) made.set(one.put.key, await put(as, run, one.put))
        else if ('ordered' in one) await order(one.ordered)
        else if ('moved' in one) {
          const [from, to] = home === 0 ? [ids[0], ids[1]] : [ids[1], ids[0]]
          const body = { ids: [ids[3], ids[4]], to, orders: one.moved === 3 ? 'move' : 'stay' }
          const moved = await as.post(`/organizations/${from}/contacts/move`, body)
          expect(moved.status, moved.text).toBe(200)
          home = 1 - home
        } else if ('remove' in one) {
          await as.delete(`/reviews/${made.get(one.remove) ?? ids[0]}`)
          made.delete(one.remove)
        } else if (made.has(one.assign.key)) {
          const customer = one.assign.to === null ? null : { id: ids[one.assign.to] }
          const reply = await as.patch(
            `/reviews/${made.get(one.assign.key)}`,
            { customer },
            { 'if-match': '*' },
          )
          expect(reply.status, reply.text).toBe(200)
        }
      }
      expect(await differences(house)).toEqual([])
    }),
    { numRuns: 10 },
  )
})

test('what does not agree is reported', async () => {
  const house = await setup()
  const { as, db } = house
  await people(house)
  await as.put('/reviews/external/site/1', {
    at: '2026-10-01T12:00:00Z',
    score: 5,
    customer: { number: 'c3' },
  })
  expect(await differences(house)).toEqual([])
  await db.owner.query('update review_days set positive = 0')
  await db.owner.query('update customer_stats set reviews = 3')
  expect(await differences(house)).toMatchObject([
    ...[{ table: 'review_days' }, { table: 'review_days' }, { table: 'customer_stats' }],
    { table: 'customer_stats' },
  ])
})

test('the score is of one, three and six months and of all, of an organization with its contacts', async () => {
  const house = await setup()
  const { as } = house
  const ids = await people(house)
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
  const all: [number, number, number][] = [
    [3, 2, 5],
    [4, 60, 1],
    [4, 120, 3],
    [0, 800, 4],
    [5, 1, 1],
  ]
  for (const [n, [customer, days, score]] of all.entries())
    await as.put(`/reviews/external/site/${n}`, {
      at: ago(days),
      score,
      customer: { number: `c${customer}` },
    })
  const scoreOf = async (n: number) => (await as.get(`/customers/${ids[n]}/review-score`)).body
  expect(await scoreOf(0)).toEqual({
    month: { count: 1, positive: 1, negative: 0 },
    threeMonths: { count: 2, positive: 1, negative: 1 },
    sixMonths: { count: 3, positive: 1, negative: 1 },
    lifetime: { count: 4, positive: 2, negative: 1 },
  })
  const none = { count: 0, positive: 0, negative: 0 }
  expect(await scoreOf(2)).toEqual({ month: none, threeMonths: none, sixMonths: none, lifetime: none })
  const listed = (await as.get('/organizations?sort=-reviews&limit=1')).body.items[0]
  expect(listed.reviews).toEqual({ count: 4, positive: 2, negative: 1 })
  const [contact] = (await as.get(`/organizations/${ids[0]}/contacts`)).body.items
  expect(contact.reviews).toEqual({ count: 1, positive: 1, negative: 0 })
  expect((await as.get(`/customers/${ids[0]}/reviews`)).body.items).toHaveLength(4)
})

test('the metrics of a period have what was said in it', async () => {
  const house = await setup()
  const { as } = house
  const ids = await people(house)
  for (const [n, day] of ['09', '10', '11', '12', '13'].entries()) {
    const at = `2026-04-${day}T23:30:00-04:00`
    await as.put(`/reviews/external/site/${n}`, { at, score: n + 1, customer: { number: 'c3' } })
  }
  for (const id of [ids[0], ids[3]]) {
    const { body } = await as.get(`/customers/${id}/metrics?from=2026-04-10&to=2026-04-12`)
    expect(body).toMatchObject({ feedback: { positive: 1, negative: 1 }, orders: 0 })
  }
})

test('many who write at once of shared organizations wait for each other and never in a circle', async () => {
  const house = await setup()
  const { as } = house
  await people(house)
  const at = '2026-10-01T12:00:00Z'
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, i) => {
      const customer = { number: `c${i % 6}` }
      return i % 3 === 0
        ? as.put(`/orders/external/till/${i % 7}`, { placedAt: at, totals: { net: i }, customer })
        : as.put(`/reviews/external/site/${i % 9}`, { at, score: 1 + (i % 5), customer })
    }),
  )
  expect(answers.map(({ status }) => status).filter((status) => status >= 400)).toEqual([])
  expect(await differences(house)).toEqual([])
})

test('who is inactive and comes back has what they said', async () => {
  const house = await setup()
  const { as } = house
  const ids = await people(house)
  await as.put('/reviews/external/site/1', {
    at: '2026-10-01T12:00:00Z',
    score: 5,
    customer: { number: 'c2' },
  })
  await as.delete(`/customers/${ids[2]}`)
  await as.put('/reviews/external/site/2', {
    at: '2026-10-02T12:00:00Z',
    score: 1,
    customer: { number: 'c2' },
  })
  const back = await as.post(`/customers/${ids[2]}/restore`)
  expect(back.body.reviews).toEqual({ count: 2, positive: 1, negative: 1 })
  expect(await differences(house)).toEqual([])
})
