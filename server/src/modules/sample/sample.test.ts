import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../test/harness.ts'
import { userOf } from '../../../test/people.ts'
import { newId } from '../../kernel/ids.ts'
import { hashPassword } from '../auth/index.ts'
import { verifySearch } from '../customers/index.ts'
import { readMerchant } from '../merchants/index.ts'
import { verifyFigures } from '../orders/index.ts'
import { verifyReviews } from '../reviews/index.ts'

type Kit = Awaited<ReturnType<typeof setup>>

async function withOwner() {
  const kit = await setup()
  const owner = await userOf(kit.db.owner, kit.first.id, { role: 'owner' })
  return { ...kit, owner, browser: callerWith(kit.app, { cookie: owner.cookie }) }
}

/** Rows of this merchant, table by table; also those of tables that are still to come. */
async function rowsOf({ db }: Kit, merchantId: string): Promise<Record<string, number>> {
  const { rows: tables } = await db.owner.query(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'merchant_id' and t.table_type = 'BASE TABLE'`,
    [],
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await db.owner.query(`select count(*)::int as n from ${name} where merchant_id = $1`, [
      merchantId,
    ])
    if (rows[0].n > 0) counts[name] = rows[0].n
  }
  return counts
}

test('the sample is made once, beside the real business, which it leaves as it was', async () => {
  const kit = await withOwner()
  await kit.as.post('/customers', { firstName: 'Ann' })
  const before = await rowsOf(kit, kit.first.id)

  const made = await kit.browser.post('/sample')
  const again = await kit.browser.post('/sample')

  expect([made.status, again.status]).toEqual([201, 200])
  expect(again.body).toEqual(made.body)
  expect(made.body.id).not.toBe(kit.first.id)
  expect(await rowsOf(kit, kit.first.id)).toEqual(before)
})

test('it has a year of orders: people in every state, sales with a period before, figures that are those of the orders', async () => {
  const { browser, db } = await withOwner()
  const { id } = (await browser.post('/sample')).body
  await browser.post('/session/merchant', { merchantId: id })

  const states = await Promise.all(
    ['new', 'active', 'atRisk', 'lost', 'none'].map(
      async (state) => (await browser.get(`/customers/count?activity=${state}`)).body.count,
    ),
  )
  const summary = (await browser.get('/customers/summary')).body
  const differences: unknown[] = []
  const orders = await verifyFigures(db, id, (difference) => differences.push(difference))

  const reviews = await verifyReviews(db, id, (difference) => differences.push(difference))
  const [judge] = (await browser.get('/customers?sort=-reviews&limit=1&fields=reviews')).body.items

  expect(orders).toBeGreaterThan(300)
  expect(reviews).toBeGreaterThan(30)
  expect(judge.reviews).toMatchObject({ positive: expect.any(Number) })
  expect(judge.reviews.count).toBeGreaterThan(1)
  expect(Math.min(...states)).toBeGreaterThan(0)
  expect(summary.sales.amount.amount).toBeGreaterThan(summary.sales.guests.amount)
  expect(summary.sales.previous.amount).toBeGreaterThan(0)
  expect(summary.topCustomers).toHaveLength(10)
  expect((await browser.get('/orders?state=current')).body.items.length).toBeGreaterThan(0)
  expect(differences).toEqual([])
})

test('two requests at the same moment make one', async () => {
  const { browser } = await withOwner()

  const [one, other] = await Promise.all([browser.post('/sample'), browser.post('/sample')])

  expect(one.body).toEqual(other.body)
  expect([one.status, other.status].sort()).toEqual([200, 201])
})

test('it holds people and organizations of many kinds, and search knows all of them', async () => {
  const { browser, db } = await withOwner()
  const { id } = (await browser.post('/sample')).body
  await browser.post('/session/merchant', { merchantId: id })

  const items = (await browser.get('/customers?limit=200&status=all')).body.items
  const differences: unknown[] = []
  const merchant = await db.read(id, (reader) => readMerchant(reader, id))
  const seen = await verifySearch(db, merchant, (difference) => void differences.push(difference))

  expect(items.length).toBeGreaterThanOrEqual(60)
  expect(seen).toBe(items.length)
  expect(differences).toEqual([])
  expect(items.filter((one: { type: string }) => one.type === 'business')).toHaveLength(12)
  const days = new Set(items.map(({ createdAt }: { createdAt: string }) => createdAt.slice(0, 10)))
  expect(days.size).toBeGreaterThan(40)
  expect((await browser.get('/customers?q=petersen')).body.items).toHaveLength(2)
  expect((await browser.get(`/customers?q=${encodeURIComponent('حداد')}`)).body.items).toHaveLength(1)
})

test('the session says which business is the sample, and signing in leads to the real one', async () => {
  const kit = await withOwner()
  const { id } = (await kit.browser.post('/sample')).body
  // Before the sample in the alphabet or after it: the real one comes first.
  await kit.db.owner.query("update merchants set name = 'Zebra Grill' where merchant_id = $1", [kit.first.id])

  const { email } = (await kit.browser.get('/session')).body.user
  await kit.db.owner.query('insert into credentials (user_id, password_hash) values ($1, $2)', [
    kit.owner.id,
    await hashPassword('correct horse battery'),
  ])

  const signedIn = await kit.anonymous.post('/session', { email, password: 'correct horse battery' })
  await kit.browser.post('/session/merchant', { merchantId: id })
  const inside = (await kit.browser.get('/session')).body

  const home = signedIn.body
  expect(home.merchant).toMatchObject({ id: kit.first.id, isSample: false })
  expect(home.merchants.map((one: { isSample: boolean }) => one.isSample)).toEqual([false, true])
  expect(inside.merchant).toMatchObject({ id, isSample: true })
  expect(inside.role).toBe('owner')
  expect((await kit.as.get('/session')).body.merchant.isSample).toBe(false)
})

test('removing it leaves no row, no file, no job and no session that stands in it', async () => {
  const kit = await withOwner()
  const { id } = (await kit.browser.post('/sample')).body
  await kit.browser.post('/session/merchant', { merchantId: id })
  await liveIn(kit, kit.browser, id)
  const { rows: files } = await kit.db.owner.query(
    'select storage_key as key from files where merchant_id = $1',
    [id],
  )
  expect(await kit.storage.has(files[0].key)).toBe(true)

  const removed = await kit.browser.delete('/sample')

  expect(removed.status).toBe(204)
  expect(await rowsOf(kit, id)).toEqual({})
  expect(await Promise.all(files.map(({ key }) => kit.storage.has(key)))).toEqual(files.map(() => false))
  const { rows: left } = await kit.db.owner.query(
    `select (select count(*)::int from graphile_worker._private_jobs where payload ->> 'merchantId' = $1) as jobs`,
    [id],
  )
  expect(left[0]).toEqual({ jobs: 0 })
  expect((await kit.browser.get('/session')).body.merchant.id).toBe(kit.first.id)
  expect((await kit.browser.delete('/sample')).status).toBe(204)
})

/** Whatever people do in a business: photos, preferences, imports, exports, bulk actions, API keys. */
async function liveIn({ db }: Kit, browser: Kit['as'], id: string): Promise<void> {
  const [customer] = (await browser.get('/customers?limit=1')).body.items
  await db.owner.query(
    `insert into user_preferences (merchant_id, user_id, key, value) select $1, user_id, 'x', '1' from memberships where merchant_id = $1`,
    [id],
  )
  const pixel = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64')
  const form = new FormData()
  form.append('file', new Blob([pixel], { type: 'image/gif' }), 'a.gif')
  const sent = new Response(form)
  const photo = await browser.call(
    'PUT',
    `/customers/${customer.id}/photo`,
    Buffer.from(await sent.arrayBuffer()),
    { 'content-type': sent.headers.get('content-type') ?? '' },
  )
  expect(photo.status).toBe(200)
  expect((await browser.post('/api-keys', { name: 'till' })).status).toBe(201)
  expect((await browser.post('/exports', { kind: 'customers', format: 'csv' })).status).toBe(202)
  expect((await browser.post('/customers/bulk', { action: 'inactivate', filter: {} })).status).toBeLessThan(
    300,
  )
  await db.owner.query(
    `insert into imports (merchant_id, id, kind, state, dry_run, file_name, file_bytes, file_sha256, actor_kind, actor_name)
     values ($1, $2, 'customers', 'running', false, 'a.csv', 1, '\\x00', 'system', 'System')`,
    [id, newId()],
  )
}

test('who removes it is back in their own business; pages of others ask them to sign in, rather than turn real unasked', async () => {
  const kit = await withOwner()
  const { id } = (await kit.browser.post('/sample')).body
  const colleague = await userOf(kit.db.owner, kit.first.id, { role: 'owner' })
  const there = callerWith(kit.app, { cookie: colleague.cookie })
  const atHome = callerWith(kit.app, {
    cookie: (await userOf(kit.db.owner, kit.first.id, { role: 'staff' })).cookie,
  })
  await there.post('/sample')
  await there.post('/session/merchant', { merchantId: id })
  await kit.browser.post('/session/merchant', { merchantId: id })

  expect((await kit.browser.delete('/sample')).status).toBe(204)

  expect((await kit.browser.get('/session')).body.merchant.id).toBe(kit.first.id)
  expect((await there.get('/customers')).status).toBe(401)
  expect((await there.post('/customers', { firstName: 'Made up' })).status).toBe(401)
  expect((await atHome.get('/session')).body.merchant.id).toBe(kit.first.id)
})

test('a program that removes it moves nobody', async () => {
  const kit = await withOwner()
  const { id } = (await kit.browser.post('/sample')).body
  await kit.browser.post('/session/merchant', { merchantId: id })

  expect((await kit.as.delete('/sample')).status).toBe(204)

  expect((await kit.browser.get('/session')).status).toBe(401)
})

test('who may not change settings neither makes nor removes it, and nobody removes that of another business', async () => {
  const kit = await withOwner()
  const { id } = (await kit.browser.post('/sample')).body
  const manager = await userOf(kit.db.owner, kit.first.id, { role: 'manager' })
  const below = callerWith(kit.app, { cookie: manager.cookie })
  const foreign = await kit.merchant({ name: 'Foreign' })

  expect((await below.post('/sample')).status).toBe(403)
  expect((await below.delete('/sample')).status).toBe(403)
  expect((await below.post('/session/merchant', { merchantId: id })).status).toBe(404)
  expect((await foreign.caller.delete('/sample')).status).toBe(204)
  expect(await rowsOf(kit, id)).toMatchObject({ merchants: 1 })
})

test('asked from inside, it answers itself rather than making a sample of a sample', async () => {
  const { browser } = await withOwner()
  const { id } = (await browser.post('/sample')).body
  await browser.post('/session/merchant', { merchantId: id })

  const inside = await browser.post('/sample')

  expect(inside.status).toBe(200)
  expect(inside.body.id).toBe(id)
})

test('a second owner who asks for it is let in', async () => {
  const kit = await withOwner()
  const { id } = (await kit.browser.post('/sample')).body
  const second = callerWith(kit.app, {
    cookie: (await userOf(kit.db.owner, kit.first.id, { role: 'owner' })).cookie,
  })

  expect((await second.post('/session/merchant', { merchantId: id })).status).toBe(404)
  expect((await second.post('/sample')).body.id).toBe(id)
  expect((await second.post('/session/merchant', { merchantId: id })).status).toBe(204)
})

test('a business in Spanish has a sample in Spanish, with its own currency', async () => {
  const kit = await setup()
  const spanish = await kit.merchant({
    locale: 'es',
    currency: 'EUR',
    country: 'ES',
    timeZone: 'Europe/Madrid',
  })
  const { id, name } = (await spanish.caller.post('/sample')).body
  const inside = await kit.callerOf(id, ['customers.read'])

  const tags = (await inside.get('/tags?limit=200')).body.items.map((tag: { name: string }) => tag.name)

  expect(name).toBe('Bistró de ejemplo')
  expect(tags).toContain('Proveedor')
  expect(tags).not.toContain('Supplier')
  expect((await inside.get('/session')).body.merchant).toMatchObject({ currency: 'EUR', isSample: true })
})
