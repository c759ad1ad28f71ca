import { expect, test } from 'vitest'
import { type Caller, callerWith, setup } from '../../../test/harness.ts'
import { hashToken } from '../../kernel/secrets.ts'

const business = {
  business: 'South Grill',
  country: 'ES',
  currency: 'EUR',
  timeZone: 'Europe/Madrid',
  locale: 'es',
  owner: { name: 'Owner', email: ' Owner@Example.com ', password: 'correct horse battery' },
}

const cookieOf = (headers: Record<string, unknown>) => String(headers['set-cookie']).split(';')[0] ?? ''

async function firstStart() {
  const kit = await setup()
  await kit.db.owner.query('delete from merchants')
  const made = await kit.anonymous.post('/setup', business)
  const browser = callerWith(kit.app, { cookie: cookieOf(made.headers) })
  return { ...kit, made, browser }
}

test('the first start makes the business, its owner and a session, once', async () => {
  const { made, browser, anonymous } = await firstStart()

  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    merchant: { name: 'South Grill', currency: 'EUR' },
    user: { email: 'owner@example.com' },
    role: 'owner',
  })
  expect((await browser.get('/session')).body.permissions).toContain('users.write')
  expect((await anonymous.get('/setup')).body).toEqual({ needed: false, codeRequired: false })
  expect((await anonymous.post('/setup', business)).status).toBe(409)
})

test('a first start names every field that is wrong', async () => {
  const kit = await setup()
  await kit.db.owner.query('delete from merchants')

  const reply = await kit.anonymous.post('/setup', {
    ...business,
    country: 'XX',
    timeZone: 'Nowhere/Land',
    owner: { ...business.owner, email: 'not an email' },
  })

  expect(reply.status).toBe(422)
  expect(reply.body.fields.map((f: { path: string }) => f.path).sort()).toEqual([
    'country',
    'owner.email',
    'timeZone',
  ])
})

test('from elsewhere the first start asks for the code printed at start', async () => {
  const kit = await setup({ setupCode: 'abcd-efgh' })
  await kit.db.owner.query('delete from merchants')
  const far = callerWith(kit.app, { host: 'shop.example', 'x-forwarded-for': '203.0.113.9' })

  expect((await far.get('/setup')).body).toEqual({ needed: true, codeRequired: true })
  expect((await far.post('/setup', { ...business, code: 'wrong' })).status).toBe(403)
  expect((await far.post('/setup', { ...business, code: ' abcd-efgh' })).status).toBe(201)
})

test('signing in needs the right password and says nothing about who exists', async () => {
  const { anonymous } = await firstStart()

  const right = await anonymous.post('/session', {
    email: 'OWNER@example.com',
    password: 'correct horse battery',
  })
  const wrong = await anonymous.post('/session', { email: 'owner@example.com', password: 'wrong' })
  const unknown = await anonymous.post('/session', { email: 'nobody@example.com', password: 'wrong' })

  expect(right.status).toBe(200)
  expect(String(right.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/)
  expect(wrong.status).toBe(401)
  expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' })
})

test('guessing a password is slowed', async () => {
  const { anonymous } = await firstStart()
  const statuses: number[] = []
  for (let i = 0; i < 22; i++)
    statuses.push(
      (await anonymous.post('/session', { email: 'owner@example.com', password: `guess ${i}` })).status,
    )

  expect(statuses.at(-1)).toBe(429)
})

test('spelling the same account in another way gives no further guesses', async () => {
  const { anonymous } = await firstStart()
  let last = 0
  for (let i = 0; i < 22; i++) {
    const spelt = `x${i} <owner@example.com>`
    last = (await anonymous.post('/session', { email: spelt, password: `guess ${i}` })).status
  }

  expect(last).toBe(429)
})

test('trying many accounts from one address is slowed', async () => {
  const { anonymous } = await firstStart()
  const tried = await Promise.all(
    Array.from({ length: 201 }, (_, i) =>
      anonymous.post('/session', { email: `guess${i}@example.com`, password: 'a long enough guess' }),
    ),
  )

  expect(tried.filter(({ status }) => status === 429)).toHaveLength(1)
}, 60_000)

test('behind a proxy the first start asks for the code, whatever the Host', async () => {
  const kit = await setup({ setupCode: 'abcd-efgh' })
  await kit.db.owner.query('delete from merchants')
  const near = callerWith(kit.app, { host: 'localhost:3000' })
  const proxied = callerWith(kit.app, { host: '127.0.0.1:3000', 'x-real-ip': '203.0.113.9' })

  expect((await near.get('/setup')).body.codeRequired).toBe(false)
  expect((await proxied.get('/setup')).body.codeRequired).toBe(true)
})

test('a one-time link sets a password once and ends every session', async () => {
  const { anonymous, browser, db } = await firstStart()
  const token = 'one-time'
  await db.owner.query(
    "insert into password_resets (token_hash, user_id, expires_at) select $1, id, now() + interval '1 hour' from users",
    [hashToken(token)],
  )

  const asked = [
    await isGood(anonymous, token),
    await isGood(anonymous, token),
    await isGood(anonymous, 'other'),
  ]
  const used = await anonymous.post('/password-reset', { token, password: 'a wholly new phrase' })
  const again = await anonymous.post('/password-reset', { token, password: 'yet another phrase' })

  expect(asked).toEqual([204, 204, 404])
  expect([used.status, again.status, await isGood(anonymous, token)]).toEqual([204, 404, 404])
  expect((await browser.get('/session')).status).toBe(401)
  const signedIn = await anonymous.post('/session', {
    email: 'owner@example.com',
    password: 'a wholly new phrase',
  })
  expect(signedIn.status).toBe(200)
})

const isGood = async ({ post }: Pick<Caller, 'post'>, token: string) =>
  (await post('/password-reset/check', { token })).status

test('whether a link is good is told no faster than a link can be spent', async () => {
  const { anonymous } = await firstStart()

  const asked = await Promise.all(Array.from({ length: 21 }, (_, n) => isGood(anonymous, `guess ${n}`)))

  expect(asked.filter((status) => status === 429)).toHaveLength(1)
})

test('a changed password ends the other sessions and leaves this one', async () => {
  const { anonymous, browser, app } = await firstStart()
  const other = callerWith(app, {
    cookie: cookieOf(
      (await anonymous.post('/session', { email: 'owner@example.com', password: 'correct horse battery' }))
        .headers,
    ),
  })

  const refused = await browser.post('/session/password', {
    currentPassword: 'wrong',
    newPassword: 'another long phrase',
  })
  const changed = await browser.post('/session/password', {
    currentPassword: 'correct horse battery',
    newPassword: 'another long phrase',
  })

  expect(refused.status).toBe(422)
  expect(changed.status).toBe(204)
  expect((await browser.get('/session')).status).toBe(200)
  expect((await other.get('/session')).status).toBe(401)
})

test('signing out ends the session at once', async () => {
  const { browser } = await firstStart()

  expect((await browser.delete('/session')).status).toBe(204)
  expect((await browser.get('/session')).status).toBe(401)
})

test('a page of another site cannot use the cookie', async () => {
  const { browser } = await firstStart()

  const foreign = await browser.post(
    '/session/password',
    { currentPassword: 'x', newPassword: 'another long phrase' },
    { origin: 'https://evil.example' },
  )

  expect(foreign.status).toBe(403)
})

test('an API key is shown once, holds no more than its maker, and ends when revoked', async () => {
  const { as, app } = await setup()

  const made = await as.post('/api-keys', { name: 'till', scopes: ['customers.read', 'apiKeys.write'] })
  const till = callerWith(app, { authorization: `Bearer ${made.body.key}` })
  const listed = await till.get('/api-keys')
  const greedy = await till.post('/api-keys', { name: 'more', scopes: ['settings.write'] })
  await as.delete(`/api-keys/${made.body.id}`)

  expect(made.status).toBe(201)
  expect(JSON.stringify(listed.body)).not.toContain(made.body.key)
  expect(greedy.status).toBe(422)
  expect((await till.get('/api-keys')).status).toBe(401)
})

test('one email may belong to several businesses and switches between them only', async () => {
  const { browser, db, merchant } = await firstStart()
  const second = await merchant({ name: 'Second' })
  const foreign = await merchant({ name: 'Foreign' })
  await db.owner.query(
    "insert into memberships (merchant_id, user_id, role) select $1, id, 'staff' from users",
    [second.id],
  )

  expect((await browser.post('/session/merchant', { merchantId: foreign.id })).status).toBe(404)
  expect((await browser.post('/session/merchant', { merchantId: second.id })).status).toBe(204)
  expect((await browser.get('/session')).body).toMatchObject({ merchant: { name: 'Second' }, role: 'staff' })
})
