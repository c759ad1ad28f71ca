import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'

type House = Awaited<ReturnType<typeof setup>>

const good = { at: '2026-11-02T20:30:00-05:00', score: 5, text: 'The bread!', author: 'A. Lee' }

async function ana({ as }: House, more: object = {}) {
  return (await as.post('/customers', { firstName: 'Ana', number: 'C-1', email: 'ana@example.com', ...more }))
    .body
}
const kindsOf = async ({ as }: House, id: string) =>
  ((await as.get(`/customers/${id}/activities`)).body.items as { kind: string }[])
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('review.'))
const countsOf = async ({ as }: House, id: string) => (await as.get(`/customers/${id}`)).body.reviews

test('a review comes in once, is the same again, and changes; the record tells of it', async () => {
  const house = await setup()
  const { as } = house
  const { id } = await ana(house)
  const body = { ...good, customer: { number: 'C-1' } }
  const made = await as.put('/reviews/external/site/1', body)
  expect([made.status, made.headers.etag]).toEqual([201, '"1"'])
  expect(made.body).toMatchObject({
    ...{ source: 'site', externalId: '1', score: 5, sentiment: 'positive', text: 'The bread!' },
    ...{ author: 'A. Lee', at: '2026-11-03T01:30:00.000Z', localDay: '2026-11-02', version: 1 },
    ...{ customer: { id, name: 'Ana', number: 'C-1' }, customerReference: null, customerPinned: false },
    ...{ store: null, organization: null, order: null, response: null },
  })
  const again = await as.put('/reviews/external/site/1', body)
  expect([again.status, again.body]).toEqual([200, made.body])

  const changed = await as.put('/reviews/external/site/1', {
    ...{ ...body, score: 1.5, text: 'The bread?' },
    response: { text: 'We are sorry', at: '2026-11-04T10:00:00Z' },
  })
  expect(changed.status).toBe(200)
  expect(changed.body).toMatchObject({
    ...{ score: 1.5, sentiment: 'negative', version: 2 },
    response: { text: 'We are sorry', at: '2026-11-04T10:00:00.000Z' },
  })
  expect((await as.get(`/reviews/${made.body.id}`)).body).toEqual(changed.body)
  expect(await countsOf(house, id)).toEqual({ count: 1, positive: 0, negative: 1 })
  expect(await kindsOf(house, id)).toEqual(['review.edited', 'review.received'])
})

test('what an older message says changes nothing', async () => {
  const { as } = await setup()
  const put = (sourceUpdatedAt: string, score: number) =>
    as.put('/reviews/external/site/9', { ...good, sourceUpdatedAt, score })
  await put('2026-11-02T13:00:00Z', 4)
  const late = await put('2026-11-02T12:59:00Z', 1)
  expect([late.status, late.body.score, late.body.version]).toEqual([200, 4, 1])
})

test('a score from 4 on is positive and to 2 negative, unless its source says otherwise', async () => {
  const { as } = await setup()
  const scores = [5, 4, 3.9, 3, 2.1, 2, 1]
  const said = []
  for (const score of scores) {
    const { body } = await as.put(`/reviews/external/site/${score}`, { ...good, score })
    expect(body.score).toBe(score)
    said.push(body.sentiment)
  }
  const [positive, neutral, negative] = ['positive', 'neutral', 'negative']
  expect(said).toEqual([positive, positive, neutral, neutral, neutral, negative, negative])
  const told = await as.put('/reviews/external/site/5', { ...good, sentiment: neutral })
  expect(told.body).toMatchObject({ score: 5, sentiment: neutral })
})

test('positive or negative is enough; what is no review is refused at its field', async () => {
  const { as } = await setup()
  const put = (body: object) => as.put('/reviews/external/site/1', body)
  expect((await put({ at: good.at, sentiment: 'negative' })).body).toMatchObject({
    ...{ score: null, sentiment: 'negative', text: null },
  })
  const refused: [object, string, string][] = [
    [{ at: good.at, text: 'Nice' }, 'score', 'field.required'],
    [{ ...good, at: '2026-02-30T10:00:00Z' }, 'at', 'instant.impossible'],
    [{ ...good, at: '2026-02-03T10:00' }, 'at', 'instant.impossible'],
    [{ ...good, response: { text: 'x', at: 'then' } }, 'response.at', 'instant.impossible'],
    [{ ...good, store: { code: 'nowhere' } }, 'store', 'store.unknown'],
    [{ ...good, text: 'a\u0000' }, 'text', 'text.unstorable'],
    [{ ...good, author: '\ud800' }, 'author', 'text.unstorable'],
  ]
  for (const [body, path, code] of refused) {
    const reply = await put(body)
    expect([reply.status, reply.body.fields[0].path, reply.body.fields[0].code]).toEqual([422, path, code])
  }
  for (const body of [
    { ...good, score: 0 },
    { ...good, score: 6 },
    { ...good, sentiment: 'meh' },
    { score: 5 },
  ])
    expect((await put(body)).status, JSON.stringify(body)).toBe(422)
  for (const number of ['a\u0000', '\ud800'])
    expect((await put({ ...good, customer: { number } })).status).toBe(422)
  expect((await put({ ...good, stars: 5 })).body.fields[0].path).toBe('stars')
})

test('whom the source names: unknown and ambiguous ones stay guests, until they are known', async () => {
  const house = await setup()
  const { as } = house
  const put = (customer: object) => as.put('/reviews/external/site/1', { ...good, customer })
  const guest = await put({ email: 'ana@example.com' })
  expect(guest.body).toMatchObject({ customer: null, customerReference: { email: 'ana@example.com' } })
  expect((await as.get('/reviews?guests=true')).body.items).toHaveLength(1)

  const { id } = await ana(house)
  const known = await put({ email: 'ana@example.com' })
  expect(known.body).toMatchObject({ customer: { id }, customerReference: null, version: 2 })
  expect((await as.get('/reviews?guests=true')).body.items).toHaveLength(0)
  expect(await kindsOf(house, id)).toEqual(['review.assigned'])

  // What an organization's name stands on is not nobody's.
  await as.post('/customers', { type: 'business', businessName: 'Mill', number: 'M' })
  const theirs = await as.put('/reviews/external/site/2', { ...good, organization: { number: 'M' } })
  expect(theirs.body).toMatchObject({ customer: null, organization: { number: 'M' } })
  expect((await as.get('/reviews?guests=true')).body.items).toHaveLength(0)
})

test('a review of an order has its customer, organization and store', async () => {
  const house = await setup()
  const { as } = house
  await as.post('/stores', { name: 'Far', code: 'F', timeZone: 'Pacific/Kiritimati' })
  const press = (await as.post('/customers', { type: 'business', businessName: 'Press' })).body
  const { id } = await ana(house, { organizations: [{ id: press.id, isPrimary: true }] })
  const order = (
    await as.put('/orders/external/till/7', {
      ...{ placedAt: '2026-11-01T12:00:00Z', number: 'A 7', totals: { net: 100 } },
      ...{ store: { code: 'F' }, customer: { number: 'C-1' } },
    })
  ).body
  const byKey = await as.put('/reviews/external/till/1', { ...good, order: { externalId: '7' } })
  const byNumber = await as.put('/reviews/external/site/2', { ...good, order: { number: 'a7' } })
  for (const { body } of [byKey, byNumber])
    expect(body).toMatchObject({
      ...{ customer: { id }, organization: { id: press.id }, store: { name: 'Far' }, localDay: '2026-11-03' },
      ...{ order: { id: order.id, number: 'A 7' }, customerReference: null },
    })
  const unknown = await as.put('/reviews/external/site/3', { ...good, order: { number: 'B 8' } })
  expect(unknown.body).toMatchObject({ order: null, customerReference: { order: { number: 'B 8' } } })
  expect((await as.get(`/reviews?order=${order.id}`)).body.items).toHaveLength(2)
  expect(await countsOf(house, press.id)).toEqual({ count: 2, positive: 2, negative: 0 })
})

test('whose it is, said by a user, stays; what it counted moves along', async () => {
  const house = await setup()
  const { as } = house
  const { id } = await ana(house)
  const bo = (await as.post('/customers', { firstName: 'Bo', number: 'C-2' })).body
  const body = { ...good, customer: { number: 'C-1' } }
  const review = (await as.put('/reviews/external/site/1', body)).body
  const change = { customer: { id: bo.id } }
  expect((await as.patch(`/reviews/${review.id}`, change)).status).toBe(428)
  expect((await as.patch(`/reviews/${review.id}`, change, { 'if-match': '"7"' })).status).toBe(412)
  const nobody = await as.patch(`/reviews/${review.id}`, { customer: { id: review.id } }, { 'if-match': '*' })
  expect([nobody.status, nobody.body.fields[0].code]).toEqual([422, 'customer.unknown'])

  const moved = await as.patch(`/reviews/${review.id}`, change, { 'if-match': '"1"' })
  expect(moved.body).toMatchObject({ customer: { id: bo.id }, customerPinned: true, version: 2 })
  expect((await as.put('/reviews/external/site/1', body)).body.customer.id).toBe(bo.id)
  expect([await countsOf(house, id), await countsOf(house, bo.id)]).toMatchObject([
    { count: 0 },
    { count: 1 },
  ])
  expect(await kindsOf(house, id)).toEqual(['review.unassigned', 'review.received'])
  expect(await kindsOf(house, bo.id)).toEqual(['review.assigned'])
})

test('the organization that its source names stays with a review that is assigned', async () => {
  const house = await setup()
  const { as } = house
  const acme = (await as.post('/customers', { type: 'business', businessName: 'Acme', number: 'B-1' })).body
  const { id } = await ana(house)
  const body = { ...good, organization: { number: 'B-1' } }
  const review = (await as.put('/reviews/external/site/1', body)).body
  const assign = async (to: string) =>
    (await as.patch(`/reviews/${review.id}`, { customer: { id: to } }, { 'if-match': '*' })).body
  const assigned = await assign(id)
  expect(assigned).toMatchObject({ customer: { id }, organization: { id: acme.id } })
  expect((await as.put('/reviews/external/site/1', body)).body).toEqual(assigned)

  const other = (await as.put('/reviews/external/site/2', body)).body
  const own = await as.patch(`/reviews/${other.id}`, { customer: { id: acme.id } }, { 'if-match': '*' })
  expect(own.body).toMatchObject({ customer: { id: acme.id }, organization: null })
  expect(await countsOf(house, acme.id)).toMatchObject({ count: 2 })
})

test('an assigned review whose source names somebody unknown is the same when it comes again', async () => {
  const house = await setup()
  const { as } = house
  const { id } = await ana(house)
  for (const customer of [{ email: 'nobody@example.com' }, { number: 'C-1' }]) {
    const key = `/reviews/external/site/${Object.keys(customer)[0]}`
    const body = { ...good, customer, order: { number: 'unknown' } }
    const review = (await as.put(key, body)).body
    const to = 'email' in customer ? { id } : null
    const assigned = (await as.patch(`/reviews/${review.id}`, { customer: to }, { 'if-match': '*' })).body
    expect(assigned).toMatchObject({ customerPinned: true, version: 2 })
    expect((await as.put(key, body)).body).toEqual(assigned)
  }
})

test('a review that is taken away counts no more, and its source may bring it again', async () => {
  const house = await setup()
  const { as } = house
  const { id } = await ana(house)
  const body = { ...good, customer: { number: 'C-1' } }
  const review = (await as.put('/reviews/external/site/1', body)).body
  expect((await as.delete(`/reviews/${review.id}`)).status).toBe(204)
  expect((await as.delete(`/reviews/${review.id}`)).status).toBe(404)
  expect((await as.get(`/reviews/${review.id}`)).status).toBe(404)
  expect(await countsOf(house, id)).toEqual({ count: 0, positive: 0, negative: 0 })
  expect(await kindsOf(house, id)).toEqual(['review.deleted', 'review.received'])
  expect((await as.put('/reviews/external/site/1', body)).status).toBe(201)
})

test('pages are newest first, of one moment by id, and narrowed by what they say and when', async () => {
  const house = await setup()
  const { as } = house
  const { id } = await ana(house)
  for (let n = 0; n < 9; n++) {
    const at = `2026-10-0${1 + Math.floor(n / 2)}T12:00:00-04:00`
    const customer = n % 2 === 0 ? { number: 'C-1' } : null
    await as.put(`/reviews/external/site/${n}`, { at, score: 1 + (n % 5), customer })
  }
  const all = (await as.get('/reviews')).body.items as { id: string; at: string }[]
  const ids: string[] = []
  for (let cursor = ''; ; ) {
    const { body } = await as.get(`/reviews?limit=4${cursor}`)
    ids.push(...body.items.map((item: { id: string }) => item.id))
    if (body.nextCursor === null) break
    cursor = `&cursor=${body.nextCursor}`
  }
  expect(ids).toEqual(all.map((item) => item.id))
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .sort()
      .reverse(),
  )
  const count = async (query: string) => (await as.get(query)).body.items.length
  expect(await count('/reviews?sentiment=negative')).toBe(4)
  expect(await count(`/reviews?customer=${id}&sentiment=positive`)).toBe(2)
  expect(await count(`/customers/${id}/reviews`)).toBe(5)
  expect(await count(`/customers/${id}/reviews?from=2026-10-02&to=2026-10-03`)).toBe(2)
  for (const query of ['from=2026-02-30', 'cursor=x', 'sentiment=bad', 'limit=0'])
    expect([query, (await as.get(`/customers/${id}/reviews?${query}`)).status]).toEqual([query, 400])
})

test('the same key twice at once is one review', async () => {
  const { as } = await setup()
  const answers = await Promise.all(Array.from({ length: 8 }, () => as.put('/reviews/external/site/1', good)))
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(7).fill(200), 201])
})
