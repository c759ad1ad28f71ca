import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../../test/harness.ts'
import { userOf } from '../../../../test/people.ts'

test('an unknown, foreign or malformed id is 404', async () => {
  const { as } = await setup()

  for (const id of ['0197a0e0-0000-7000-8000-000000000000', 'nobody', '%00', "'; select 1", '1']) {
    expect([id, (await as.get(`/customers/${id}`)).status]).toEqual([id, 404])
  }
})

test('activities come latest first, page by page, with who did what from and to', async () => {
  const { app, as, db, first } = await setup()
  const { cookie } = await userOf(db.owner, first.id, { role: 'owner', name: 'Kim' })
  const kim = callerWith(app, { cookie })
  const { body } = await as.post('/customers', { firstName: 'Ann' })
  const path = `/customers/${body.id}`
  for (let n = 1; n <= 4; n++) await kim.patch(path, { nickname: `n${n}` }, { 'if-match': `"${n}"` })

  const page = (await as.get(`${path}/activities?limit=3`)).body
  const rest = (await as.get(`${path}/activities?limit=3&cursor=${page.nextCursor}`)).body

  expect(page.items.map((item: { after: unknown }) => item.after)).toEqual([
    { nickname: 'n4' },
    { nickname: 'n3' },
    { nickname: 'n2' },
  ])
  expect(page.items[0]).toMatchObject({
    kind: 'customer.edited',
    before: { nickname: 'n3' },
    actor: { kind: 'user', name: 'Kim' },
    parentId: null,
  })
  expect(rest.items.map((item: { kind: string }) => item.kind)).toEqual([
    'customer.edited',
    'customer.created',
  ])
  expect(rest.items[1]).toMatchObject({
    before: null,
    after: { type: 'personal', firstName: 'Ann' },
    actor: { kind: 'apiKey' },
  })
  expect(rest.nextCursor).toBeNull()
  for (const query of ['limit=0', 'limit=201', 'limit=x', 'cursor=abc', 'page=2', 'about=tags']) {
    expect([query, (await as.get(`${path}/activities?${query}`)).status]).toEqual([query, 400])
  }
})

test('activities can be narrowed to what they are about', async () => {
  const { as } = await setup()
  const { id } = (await as.post('/customers', { firstName: 'Ann' })).body
  const customer = { id }
  await as.put('/reviews/external/site/1', { at: '2026-01-05T12:00:00Z', score: 5, customer })
  const kinds = async (about: string) =>
    (await as.get(`/customers/${id}/activities?about=${about}`)).body.items.map(
      ({ kind }: { kind: string }) => kind,
    )

  expect([await kinds('changes'), await kinds('reviews'), await kinds('orders')]).toEqual([
    ['customer.created'],
    ['review.received'],
    [],
  ])
})

test('a change wakes the open screens', async () => {
  const { as, db, first } = await setup()
  const { body } = await as.post('/customers', { firstName: 'Ann' })
  await as.patch(`/customers/${body.id}`, { firstName: 'Ann' }, { 'if-match': '"1"' })
  await as.delete(`/customers/${body.id}`)

  const { rows } = await db.owner.query('select kind, ids from events where merchant_id = $1 order by id', [
    first.id,
  ])

  expect(rows).toEqual(Array(2).fill({ kind: 'customer.changed', ids: [body.id] }))
})
