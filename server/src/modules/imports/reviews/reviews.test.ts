// Files of reviews.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../../test/harness.ts'
import { userOf } from '../../../../test/people.ts'
import { verifyReviews } from '../../reviews/index.ts'
import { counts, importer, upload } from '../imports.kit.ts'

type Kit = Awaited<ReturnType<typeof setup>>

async function shop() {
  const kit = await setup()
  const { run } = await importer(kit)
  const bring = (file: string, mapping: object = { source: 'site' }, more: object = {}) =>
    run(file, { kind: 'reviews', mapping: JSON.stringify(mapping), ...more })
  await kit.as.post('/stores', { name: 'North', code: 'N', timeZone: 'Asia/Tokyo' })
  const ann = { firstName: 'Ann', email: 'ann@example.com', externalIds: { till: '77' } }
  const { id } = (await kit.as.post('/customers', ann)).body
  return { kit, bring, run, ann: id }
}

async function reviewsOf({ as }: Kit) {
  const { items } = (await as.get('/reviews?limit=200')).body
  return new Map(items.map((one: { externalId: string }) => [one.externalId, one]))
}

async function expectClean({ db, first }: Kit, reviews: number) {
  const differences: unknown[] = []
  expect(await verifyReviews(db, first.id, (one) => differences.push(one))).toBe(reviews)
  expect(differences).toEqual([])
}

const file = `Review ID,Date,Stars,Comment,Email,Location,Reply,Colour
r1,2026-03-01 23:30,5,"Lovely, as ever",ann@example.com,North,Thank you,blue
r2,2026-03-02,2/5,Cold soup,nobody@example.com,,,
r3,2026-03-03,,Just words,,,,
r4,,4,No day,,,,
r5,2026-03-05,seven,,,,,
r6,2026-03-06,★★★☆☆,Fine,ann@example.com,Moon,,
`

test('a file of reviews comes in, and again changes nothing', async () => {
  const { kit, bring, ann } = await shop()
  const job = await bring(file)
  expect(counts(job)).toEqual({ created: 3, updated: 0, unchanged: 0, rejected: 3 })
  expect(job.unreadColumns).toEqual([{ header: 'Colour', filled: 1 }])
  expect(job.assumptions.map(({ kind }) => kind)).toContain('timeZone')
  const rejected = (await kit.as.get(`/imports/${job.id}/rejected.csv`)).text
  for (const part of ['a score is needed', 'at must be a moment']) expect(rejected).toContain(part)
  const warnings = (await kit.as.get(`/imports/${job.id}/warnings.csv`)).text
  expect(warnings).toContain('is not a known store')
  expect(warnings).toContain(
    '3,customer.unknown,Email,nobody@example.com,Email: is of no customer here; kept',
  )
  expect(job.reasons).toContainEqual({ code: 'customer.unknown', rejected: false, rows: 1 })

  const reviews = await reviewsOf(kit)
  expect(reviews.get('r1')).toMatchObject({
    // 23:30 in Tokyo.
    ...{ source: 'site', at: '2026-03-01T14:30:00.000Z', localDay: '2026-03-01', score: 5 },
    ...{
      text: 'Lovely, as ever',
      customer: { id: ann },
      store: { name: 'North' },
      response: { text: 'Thank you' },
    },
  })
  expect(reviews.get('r2')).toMatchObject({
    ...{
      score: 2,
      sentiment: 'negative',
      customer: null,
      customerReference: { email: 'nobody@example.com' },
    },
  })
  expect(reviews.get('r6')).toMatchObject({ score: 3, sentiment: 'neutral', store: null })
  expect(counts(await bring(file))).toEqual({ created: 0, updated: 0, unchanged: 3, rejected: 3 })
  expect((await kit.as.get(`/customers/${ann}`)).body.reviews).toEqual({ count: 2, positive: 1, negative: 0 })
  await expectClean(kit, 3)
})

test('a filled cell overwrites, an empty one never; of a review twice in a file the last row stands', async () => {
  const { kit, bring, ann } = await shop()
  await bring(file)
  const job = await bring('Review ID,Score,Text\nr1,2,\nr2,,Warm soup\nr1,1,Changed my mind\n')
  expect(counts(job)).toEqual({ created: 0, updated: 3, unchanged: 0, rejected: 0 })
  const reviews = await reviewsOf(kit)
  expect(reviews.get('r1')).toMatchObject({
    ...{ score: 1, sentiment: 'negative', text: 'Changed my mind', customer: { id: ann } },
    ...{ response: { text: 'Thank you' }, store: { name: 'North' } },
  })
  expect(reviews.get('r2')).toMatchObject({ score: 2, text: 'Warm soup' })
  await expectClean(kit, 3)
})

test('columns are found by their names in several languages', async () => {
  const { kit, bring, ann } = await shop()
  const files = [
    'ID opinión;Fecha;Puntuación;Comentario;Correo electrónico\n1;03/12/2026;4,5;Muy rico;ann@example.com\n',
    'Bewertungs-ID;Datum;Sterne;Kommentar;E-Mail\n2;03.12.2026;4,5;Sehr gut;ann@example.com\n',
    'ID avis;Date avis;Note;Commentaire;Courriel\n3;03/12/2026;4,5;Très bon;ann@example.com\n',
  ]
  for (const [n, text] of files.entries()) {
    expect(counts(await bring(text, { source: 'site', dateOrder: 'dmy' }))).toMatchObject({ created: 1 })
    expect((await reviewsOf(kit)).get(String(n + 1))).toMatchObject({
      ...{ score: 4.5, sentiment: 'positive', localDay: '2026-12-03', customer: { id: ann } },
      text: expect.any(String),
    })
  }
})

test('thumbs are enough, and a review without an id is known again by what it says', async () => {
  const { kit, bring } = await shop()
  const thumbs = `Date,Sentiment,Comment\n2026-03-01,👍,Good\n2026-03-01,thumbs down,Bad\n2026-03-02,Negativo,\n`
  expect(counts(await bring(thumbs))).toMatchObject({ created: 3 })
  expect(counts(await bring(thumbs))).toMatchObject({ created: 0, unchanged: 3 })
  const said = [...(await reviewsOf(kit)).values()] as { sentiment: string }[]
  expect(said.map(({ sentiment }) => sentiment).sort()).toEqual(['negative', 'negative', 'positive'])
})

test('equal rows without an id are as many reviews, and the same ones when they come again', async () => {
  const { kit, bring } = await shop()
  const row = '2026-03-01,5\n'
  expect(counts(await bring(`Date,Rating\n${row.repeat(3)}`))).toMatchObject({ created: 3, unchanged: 0 })
  expect(counts(await bring(`Date,Rating\n${row}2026-03-02,1\n${row.repeat(3)}`))).toMatchObject({
    ...{ created: 2, unchanged: 3 },
  })
  await expectClean(kit, 5)
})

test('a review without an id that has an answer by now is the same review', async () => {
  const { kit, bring } = await shop()
  const head = 'Date,Rating,Comment,Reply,Updated at\n'
  await bring(`${head}2026-03-01,5,Good,,2026-03-01\n`)
  const job = await bring(`${head}2026-03-01,5,Good,Thank you,2026-03-02\n`)
  expect(counts(job)).toMatchObject({ created: 0, updated: 1 })
  expect((await kit.as.get('/reviews')).body.items).toMatchObject([{ response: { text: 'Thank you' } }])
})

test('with another customer a review counts for the organization of that one', async () => {
  const { kit, bring } = await shop()
  const people = [
    { name: 'Eve', home: 'Acme' },
    { name: 'Bob', home: 'Globex' },
  ]
  for (const { name, home } of people) {
    const { id } = (await kit.as.post('/customers', { type: 'business', businessName: home })).body
    const organizations = [{ id, isPrimary: true }]
    await kit.as.post('/customers', { firstName: name, email: `${name}@example.com`, organizations })
  }
  const fileOf = (name: string) => `ID,Date,Score,Email\n1,2026-03-01,5,${name}@example.com\n`
  await bring(fileOf('Eve'))
  expect((await kit.as.get('/reviews')).body.items).toMatchObject([{ organization: { name: 'Acme' } }])
  expect(counts(await bring(fileOf('Bob')))).toMatchObject({ updated: 1 })
  expect((await kit.as.get('/reviews')).body.items).toMatchObject([
    { customer: { name: 'Bob' }, organization: { name: 'Globex' } },
  ])
  await expectClean(kit, 1)
})

test('a file is laid over what others say of a review at the same time', async () => {
  const { kit, bring } = await shop()
  await bring('ID,Date,Score,Text\n1,2026-03-01,5,Old\n')
  const locked = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  const waiting = async () => (await kit.db.owner.query(locked)).rows.length
  const job = await kit.db.write(kit.first.id, async (tx) => {
    await sql`update reviews set text = 'New' where external_id = '1'`.execute(tx)
    const running = bring('ID,Score\n1,2\n')
    await expect.poll(waiting, { timeout: 10_000, interval: 20 }).toBeGreaterThan(0)
    return { running }
  })
  expect(counts(await job.running)).toMatchObject({ updated: 1 })
  expect((await kit.as.get('/reviews')).body.items).toMatchObject([{ score: 2, text: 'New' }])
})

test('scores of a scale of ten are brought to ours, and that is said', async () => {
  const { kit, bring } = await shop()
  const job = await bring('ID,Date,Score\n1,2026-03-01,10\n2,2026-03-01,5\n3,2026-03-01,9\n4,2026-03-01,4\n')
  expect(counts(job)).toMatchObject({ created: 4, rejected: 0 })
  expect(job.assumptions).toContainEqual(
    expect.objectContaining({ kind: 'scoreScale', value: '10', column: 'Score', sure: false }),
  )
  const said = await reviewsOf(kit)
  expect(['1', '2', '3', '4'].map((id) => said.get(id))).toMatchObject([
    { score: 5, sentiment: 'positive' },
    { score: 2.5, sentiment: 'neutral' },
    { score: 4.5, sentiment: 'positive' },
    { score: 2, sentiment: 'negative' },
  ])
})

test('without a source the ids of customers and orders may be of any', async () => {
  const { kit, bring, ann } = await shop()
  await kit.as.put('/orders/external/web/55', { placedAt: '2026-03-01T12:00:00Z', totals: { net: 1 } })
  const job = await bring('ID,Date,Score,Customer ID,Order ID\n1,2026-03-01,5,77,55\n', {})
  expect(counts(job)).toMatchObject({ created: 1 })
  const [review] = (await kit.as.get('/reviews')).body.items
  expect(review).toMatchObject({ customer: { id: ann }, customerReference: null })
  expect((await kit.as.get(`/orders/${review.order.id}`)).body.externalId).toBe('55')
})

test('whoever a review stands with stays, though a later file makes the id of several', async () => {
  const { kit, bring, ann } = await shop()
  const said = 'ID,Date,Score,Customer ID\n1,2026-03-01,5,77\n'
  await bring(said, {})
  await kit.as.post('/customers', { firstName: 'Bob', externalIds: { staff: '77' } })

  const again = await bring(said, {})
  expect([counts(again).unchanged, again.warnings]).toEqual([1, 0])
  expect((await kit.as.get('/reviews')).body.items[0]).toMatchObject({ customer: { id: ann } })
  const other = await bring('ID,Date,Score,Customer ID\n2,2026-03-02,5,77\n', {})
  expect(other.reasons).toEqual([{ code: 'customer.several', rejected: false, rows: 1 }])
})

test('a trial run writes nothing, and says what would become of it', async () => {
  const { kit, bring } = await shop()
  expect(counts(await bring(file, { source: 'site' }, { dryRun: 'true' }))).toMatchObject({
    created: 3,
    rejected: 3,
  })
  expect((await reviewsOf(kit)).size).toBe(0)
  await expectClean(kit, 0)
})

test('a file without a score is none, and bringing one takes the right to', async () => {
  const { kit } = await shop()
  const reply = await upload({
    caller: kit.as,
    file: 'Date,Comment\n2026-03-01,x\n',
    fields: { kind: 'reviews' },
  })
  expect([reply.status, reply.body.code]).toEqual([422, 'import.unreadable'])
  const caller = await kit.callerOf(kit.first.id, ['customers.import', 'customers.read', 'customers.write'])
  const denied = await upload({ caller, file, fields: { kind: 'reviews' } })
  expect([denied.status, denied.body.params]).toEqual([403, { permission: 'orders.write' }])
})

test('whoever works for one store brings reviews of it alone', async () => {
  const { kit, run } = await shop()
  const { app, as, db, first } = kit
  await as.post('/stores', { name: 'South', code: 'S' })
  const stores = (await as.get('/stores')).body.items as { id: string; code: string }[]
  const north = stores.find(({ code }) => code === 'N')?.id as string
  await as.put('/reviews/external/site/theirs', {
    at: '2026-03-01T12:00:00Z',
    score: 5,
    store: { code: 'S' },
  })
  const { cookie } = await userOf(db.owner, first.id, { role: 'manager', storeIds: [north] })
  const limited = callerWith(app, { cookie, 'sec-fetch-site': 'same-origin' })
  const text =
    'ID,Date,Score,Store\ntheirs,2026-03-02,1,N\nmine,2026-03-02,4,N\nnobodys,2026-03-02,4,\nother,2026-03-02,4,S\n'
  const job = await run(text, { kind: 'reviews', mapping: JSON.stringify({ source: 'site' }) }, limited)
  expect(counts(job)).toMatchObject({ created: 1, rejected: 3 })
  const { items } = (await as.get('/reviews')).body
  expect(items.map((one: { externalId: string; score: number }) => [one.externalId, one.score])).toEqual([
    ['mine', 4],
    ['theirs', 5],
  ])
})
