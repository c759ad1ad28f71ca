// Who works for single stores sees and brings reviews of these, and leaves those of others alone.
import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../test/harness.ts'
import { userOf } from '../../../test/people.ts'

const good = { at: '2026-11-02T12:30:00Z', score: 5, text: 'Good' }

async function twoStores() {
  const house = await setup()
  const { app, as, db, first } = house
  for (const code of ['N', 'S']) expect((await as.post('/stores', { name: code, code })).status).toBe(201)
  const [north] = (await as.get('/stores')).body.items as { id: string }[]
  const { cookie } = await userOf(db.owner, first.id, { storeIds: [north?.id as string] })
  const limited = callerWith(app, { cookie, 'sec-fetch-site': 'same-origin' })
  const customer = { firstName: 'Ana', number: 'A', stores: ['N'] }
  const { id: ana } = (await as.post('/customers', customer)).body
  const theirs = { ...good, score: 1, store: { code: 'S' }, customer: { number: 'A' } }
  const { id } = (await as.put('/reviews/external/site/theirs', theirs)).body
  return { ...house, limited, ana, id, before: (await as.get(`/reviews/${id}`)).body }
}

test('the reviews of their stores are read and counted, and no others exist for them', async () => {
  const { as, limited, ana, id } = await twoStores()
  const put = { ...good, store: { code: 'N' }, customer: { number: 'A' } }
  const mine = (await limited.put('/reviews/external/site/mine', put)).body
  const [, south] = (await as.get('/stores')).body.items as { id: string }[]

  for (const path of ['/reviews', `/customers/${ana}/reviews`])
    expect((await limited.get(path)).body.items).toEqual([expect.objectContaining({ id: mine.id })])
  expect((await limited.get(`/reviews?store=${south?.id}`)).body.items).toEqual([])
  expect((await limited.get(`/reviews/${id}`)).status).toBe(404)
  expect((await limited.patch(`/reviews/${id}`, { customer: null }, { 'if-match': '*' })).status).toBe(404)
  expect((await limited.delete(`/reviews/${id}`)).status).toBe(404)
  expect((await limited.get(`/customers/${ana}/review-score`)).body.lifetime).toEqual({
    ...{ count: 1, positive: 1, negative: 0 },
  })
  expect((await as.get(`/customers/${ana}/review-score`)).body.lifetime.count).toBe(2)
})

test('a review of another store is not taken over by its key, nor brought without one of theirs', async () => {
  const { as, limited, id, before } = await twoStores()
  const put = async (key: string, body: object) => {
    const reply = await limited.put(`/reviews/external/site/${key}`, body)
    return [reply.status, reply.body.fields?.[0]?.code]
  }
  expect(await put('theirs', { ...good, store: { code: 'N' } })).toEqual([422, 'review.out_of_sight'])
  expect(await put('nobodys', good)).toEqual([422, 'field.required'])
  expect(await put('new', { ...good, store: { code: 'S' } })).toEqual([422, 'store.unknown'])
  expect((await as.get(`/reviews/${id}`)).body).toEqual(before)
})

test('the record of a customer in sight tells that there were reviews elsewhere, and nothing of what they say', async () => {
  const { as, limited, ana, id } = await twoStores()
  const worse = { ...good, score: 1, text: 'Awful', store: { code: 'S' }, customer: { number: 'A' } }
  await as.put('/reviews/external/site/theirs', worse)
  await as.delete(`/reviews/${id}`)
  const told = (await limited.get(`/customers/${ana}/activities`)).body.items as { kind: string }[]
  const ofReviews = told.filter(({ kind }) => kind.startsWith('review.'))
  expect(ofReviews).toMatchObject([
    { kind: 'review.deleted', before: { review: { id } }, after: null },
    { kind: 'review.edited', before: { review: { id } }, after: { review: { id } } },
    { kind: 'review.received', before: null, after: { review: { id } } },
  ])
  for (const word of ['score', 'sentiment', 'text', 'Good', 'Awful'])
    expect(JSON.stringify(ofReviews)).not.toContain(word)
})

test('through an order of another store nobody learns whose it is', async () => {
  const { as, limited } = await twoStores()
  await as.put('/orders/external/site/7', {
    ...{
      placedAt: good.at,
      number: '7',
      totals: { net: 1 },
      store: { code: 'S' },
      customer: { number: 'A' },
    },
  })
  for (const order of [{ externalId: '7' }, { number: '7' }]) {
    const body = { ...good, store: { code: 'N' }, order }
    const reply = await limited.put('/reviews/external/site/probe', body)
    expect(reply.body).toMatchObject({ order: null, customer: null })
  }
})

test('customers out of sight have no reviews for them, and are not named', async () => {
  const { as, limited } = await twoStores()
  const { id } = (await as.post('/customers', { firstName: 'Bo', number: 'B', stores: ['S'] })).body
  const body = { ...good, store: { code: 'N' }, customer: { number: 'B' } }
  const { body: review } = await as.put('/reviews/external/site/1', body)
  expect((await limited.get(`/reviews/${review.id}`)).body.customer).toBe(null)
  for (const path of ['reviews', 'review-score'])
    expect((await limited.get(`/customers/${id}/${path}`)).status).toBe(404)
  const change = { customer: { id } }
  expect((await limited.patch(`/reviews/${review.id}`, change, { 'if-match': '*' })).status).toBe(422)
})

test('the same keys of another merchant are other reviews', async () => {
  const { as, merchant, id, before } = await twoStores()
  const other = await merchant({ name: 'Other' })
  expect((await other.caller.put('/reviews/external/site/theirs', good)).status).toBe(201)
  expect((await other.caller.get(`/reviews/${id}`)).status).toBe(404)
  expect((await as.get(`/reviews/${id}`)).body).toEqual(before)
})
