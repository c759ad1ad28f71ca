// Customers are read on a guess of who asks; what ends or changes somebody's access must hold for the very next request.
import { expect, test } from 'vitest'
import { setup } from '../../test/harness.ts'

const page = '/customers'

test('a key that was revoked elsewhere is refused by the next request', async () => {
  const { as, db } = await setup()
  expect((await as.get(page)).status).toBe(200)
  expect((await as.get(page)).status).toBe(200)

  await db.owner.query('update api_keys set revoked_at = now()')

  for (const path of [page, '/customers/count', `/customers/${crypto.randomUUID()}`, `${page}?limit=many`]) {
    expect([path, (await as.get(path)).status]).toEqual([path, 401])
  }
})

test('rights taken away and given hold for the next request', async () => {
  const { as, db } = await setup()
  const scopes = (await db.owner.query('select scopes from api_keys limit 1')).rows[0].scopes
  await as.get(page)

  await db.owner.query("update api_keys set scopes = '{settings.read}'")
  expect((await as.get(page)).status).toBe(403)
  await db.owner.query('update api_keys set scopes = $1', [scopes])
  expect((await as.get(page)).status).toBe(200)
})

test('what the answer was made with is as it is now', async () => {
  const { as, db, first } = await setup()
  await as.post('/customers', { type: 'personal', lastName: 'Arden' })
  const currencyNow = async () =>
    (await as.get(`${page}?fields=balanceDue`)).body.items[0].balanceDue.currency
  await currencyNow()

  await db.owner.query("update merchants set currency = 'KWD' where merchant_id = $1", [first.id])

  expect(await currencyNow()).toBe('KWD')
})

test('a guess never answers for another merchant', async () => {
  const kit = await setup()
  const other = await kit.merchant({ name: 'Other' })
  const { body } = await kit.as.post('/customers', { type: 'personal', lastName: 'Arden' })
  const path = `/customers/${body.id}`
  const stranger = other.caller
  for (let turn = 0; turn < 3; turn++) {
    expect((await kit.as.get(path)).status).toBe(200)
    expect((await stranger.get(path)).status).toBe(404)
  }
})
