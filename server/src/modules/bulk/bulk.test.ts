import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../test/harness.ts'
import { plainCustomers, userOf } from '../../../test/people.ts'
import { count, customers, inactive, type Kit, newStore } from './bulk.kit.ts'

test('up to two hundred are done before the answer', async () => {
  const kit = await setup()
  const ids = await customers(kit, 200)

  const reply = await kit.as.post('/customers/bulk', { action: 'inactivate', ids })

  expect(reply.status).toBe(200)
  expect(reply.body).toMatchObject({
    action: 'inactivate',
    state: 'succeeded',
    matched: 200,
    done: 200,
    failed: 0,
    error: null,
  })
  expect(await inactive(kit, ids)).toBe(200)
  expect((await kit.as.get(`/jobs/${reply.body.id}`)).body).toEqual(reply.body)
})

test('each customer that changed has one activity, all under that of the bulk action', async () => {
  const kit = await setup()
  const ids = await customers(kit, 3)
  await kit.as.post('/customers/bulk', { action: 'inactivate', ids: ids.slice(0, 1) })

  const { body } = await kit.as.post('/customers/bulk', { action: 'inactivate', ids })

  expect(body.done).toBe(3)
  const { rows } = await kit.db.owner.query(
    'select customer_id, kind, before, after, actor_name from activities where parent_id = $1 order by customer_id',
    [body.id],
  )
  expect(rows).toEqual(
    ids.slice(1).map((id) => ({
      customer_id: id,
      kind: 'customer.inactivated',
      before: { status: 'active' },
      after: { status: 'inactive' },
      actor_name: 'test',
    })),
  )
  expect(
    await count(kit, `activities where id = $1 and kind = 'customers.bulk' and customer_id is null`, [
      body.id,
    ]),
  ).toBe(1)
})

test('a tag is added by its id or its name, a new name makes it, and search knows', async () => {
  const kit = await setup()
  const ids = await customers(kit, 2)

  const known = await kit.as.post('/customers/bulk', { action: 'addTag', ids, tag: 'vip' })
  const fresh = await kit.as.post('/customers/bulk', { action: 'addTag', ids, tag: 'Fresh' })

  expect([known.body.done, fresh.body.done]).toEqual([2, 2])
  expect(await count(kit, `customer_search where tag_nos = '{2,4}'`)).toBe(2)
  expect(await count(kit, `customer_tags where sort_name = 'customer'`)).toBe(4)
  const tag = (await kit.as.get('/tags')).body.items.find((item: { name: string }) => item.name === 'VIP')
  const removed = await kit.as.post('/customers/bulk', { action: 'removeTag', ids, tagId: tag.id })
  expect(removed.body.done).toBe(2)
  expect(await count(kit, `customer_search where tag_nos = '{4}'`)).toBe(2)
})

test('customers are assigned to a store', async () => {
  const kit = await setup()
  const ids = await customers(kit, 2)
  const storeId = await newStore(kit, 'North')

  await kit.as.post('/customers/bulk', { action: 'assignStore', ids, storeId })

  expect(await count(kit, 'customer_stores where store_id = $1 and not preferred', [storeId])).toBe(2)
  expect(await count(kit, `customer_search where store_nos = '{1}'`)).toBe(2)
})

test('a customer that carries two hundred tags fails, the others do not', async () => {
  const kit = await setup()
  const ids = await customers(kit, 2)
  await kit.db.owner.query(
    `with made as (
       insert into tags (merchant_id, id, tag_no, name, name_key, color)
       select $1, gen_random_uuid(), n, 'T' || n, 't' || n, 'red' from generate_series(4, 203) n returning id)
     insert into customer_tags select $1, $2, id, '' from made`,
    [kit.first.id, ids[0]],
  )

  const { body } = await kit.as.post('/customers/bulk', { action: 'addTag', ids, tag: 'VIP' })

  expect(body).toMatchObject({ state: 'succeeded', matched: 2, done: 1, failed: 1 })
})

test('what is missing, unknown or another merchant’s is named', async () => {
  const kit = await setup()
  const other = await kit.merchant()
  const ids = await customers(kit, 1)
  const theirs = await plainCustomers(kit.db.owner, other.id, { count: 1 })
  const theirTag = (await other.caller.get('/tags')).body.items[0].id
  const pathOf = async (body: object) => {
    const reply = await kit.as.post('/customers/bulk', body)
    return [reply.status, reply.body.fields?.[0]?.path]
  }

  expect(await pathOf({ action: 'explode', ids })).toEqual([422, 'action'])
  expect(await pathOf({ action: 'inactivate', ids: [] })).toEqual([422, 'ids'])
  expect(await pathOf({ action: 'inactivate', ids: ['nobody'] })).toEqual([422, 'ids.0'])
  expect(await pathOf({ action: 'addTag', ids, tagId: theirTag })).toEqual([422, 'tagId'])
  expect(await pathOf({ action: 'removeTag', ids, tag: 'Unheard of' })).toEqual([422, 'tag'])
  expect(await pathOf({ action: 'assignStore', ids, storeId: crypto.randomUUID() })).toEqual([422, 'storeId'])
  const foreign = await kit.as.post('/customers/bulk', { action: 'inactivate', ids: theirs })
  expect(foreign.body).toMatchObject({ state: 'succeeded', matched: 0, done: 0 })
  expect(await count(kit, `customers where status = 'inactive'`)).toBe(0)
})

test('inactivating needs the right to delete, the rest the right to write', async () => {
  const kit = await setup()
  const ids = await customers(kit, 1)
  const writer = await kit.callerOf(kit.first.id, ['customers.read', 'customers.write'])
  const reader = await kit.callerOf(kit.first.id, ['customers.read'])

  expect((await writer.post('/customers/bulk', { action: 'inactivate', ids })).status).toBe(403)
  expect((await writer.post('/customers/bulk', { action: 'addTag', ids, tag: 'VIP' })).status).toBe(200)
  expect((await reader.post('/customers/bulk', { action: 'restore', ids })).status).toBe(403)
})

test('a user limited to a store changes the customers of that store only, and undoes only what they did', async () => {
  const kit = await setup()
  const [north, south] = [await newStore(kit, 'North'), await newStore(kit, 'South')]
  const mine = await customers(kit, 2, { storeId: north })
  const theirs = await customers(kit, 2, { storeId: south })
  const { cookie } = await userOf(kit.db.owner, kit.first.id, { role: 'manager', storeIds: [north] })
  const manager = callerWith(kit.app, { cookie })

  const own = await manager.post('/customers/bulk', { action: 'inactivate', ids: [...mine, ...theirs] })
  const all = await kit.as.post('/customers/bulk', { action: 'addTag', ids: theirs, tag: 'VIP' })

  expect(own.body).toMatchObject({ matched: 2, done: 2 })
  expect(await inactive(kit, theirs)).toBe(0)
  expect(
    (await manager.post('/customers/bulk', { action: 'assignStore', ids: mine, storeId: south })).status,
  ).toBe(422)
  expect((await manager.post(`/jobs/${all.body.id}/undo`)).status).toBe(403)
  expect((await manager.post(`/jobs/${own.body.id}/undo`)).body).toMatchObject({
    state: 'undone',
    undone: 2,
    kept: 0,
  })
})

test('undo reverses what was changed, keeps what somebody changed since, and leaves what was so before', async () => {
  const kit = await setup()
  const ids = await customers(kit, 4)
  await kit.as.post('/customers/bulk', { action: 'addTag', ids: ids.slice(0, 1), tag: 'VIP' })
  const { body: job } = await kit.as.post('/customers/bulk', { action: 'addTag', ids, tag: 'VIP' })
  await kit.db.owner.query(`update customers set notes = 'seen', version = version + 1 where id = $1`, [
    ids[1],
  ])

  const undone = await kit.as.post(`/jobs/${job.id}/undo`)

  expect(undone.status).toBe(200)
  expect(undone.body).toMatchObject({ state: 'undone', done: 4, undone: 2, kept: 1 })
  const { rows } = await kit.db.owner.query('select customer_id from customer_tags order by customer_id')
  expect(rows.map((row) => row.customer_id)).toEqual(ids.slice(0, 2))
  expect(await count(kit, `customer_search where tag_nos = '{}' and customer_id = any($1)`, [ids])).toBe(2)
  expect(
    await count(
      kit,
      `activities a join activities p on p.id = a.parent_id and p.kind = 'customers.bulkUndone' where a.kind = 'customer.untagged'`,
    ),
  ).toBe(2)
  expect((await kit.as.post(`/jobs/${job.id}/undo`)).body).toEqual(undone.body)
})

test.each(['inactivate', 'restore', 'removeTag', 'assignStore'] as const)(
  '%s is undone as well',
  async (action) => {
    const kit = await setup()
    const tag = (await kit.as.get('/tags')).body.items[0]
    const ids = await customers(kit, 2, { tagId: tag.id })
    const storeId = await newStore(kit, 'North')
    if (action === 'restore') await kit.as.post('/customers/bulk', { action: 'inactivate', ids })
    const state = `(select jsonb_agg(to_jsonb(x)) as rows from (
    select c.status, s.inactive, array(select tag_id from customer_tags l where l.customer_id = c.id) as tags,
           array(select store_id from customer_stores l where l.customer_id = c.id) as stores
      from customers c join customer_search s on s.customer_id = c.id order by c.id) x) as all_of_it`
    const look = async () => (await kit.db.owner.query(`select rows from ${state}`)).rows[0].rows
    const before = await look()

    const { body: job } = await kit.as.post('/customers/bulk', {
      action,
      ids,
      ...(action === 'removeTag' && { tagId: tag.id }),
      ...(action === 'assignStore' && { storeId }),
    })
    expect(await look()).not.toEqual(before)
    await kit.as.post(`/jobs/${job.id}/undo`)

    expect(await look()).toEqual(before)
  },
)

test('a repeat under the same Idempotency-Key does nothing a second time', async () => {
  const kit = await setup()
  const ids = await customers(kit, 2)
  const send = () =>
    kit.as.post('/customers/bulk', { action: 'addTag', ids, tag: 'VIP' }, { 'idempotency-key': 'bulk-1' })

  const [first, again] = [await send(), await send()]

  expect(again.body).toEqual(first.body)
  expect(await count(kit, 'bulk_jobs')).toBe(1)
})

async function searchable(kit: Kit, names: readonly string[]): Promise<string[]> {
  const made = await Promise.all(
    names.map((lastName) => kit.as.post('/customers', { type: 'personal', firstName: 'Ann', lastName })),
  )
  return made.map((reply) => reply.body.id)
}

test('a filter means what the list shows under it', async () => {
  const kit = await setup()
  const [vip, other, gone] = await searchable(kit, ['Berg', 'Bach', 'Barth'])
  await kit.as.post('/customers/bulk', { action: 'addTag', ids: [vip, gone], tag: 'VIP' })
  await kit.as.post('/customers/bulk', { action: 'inactivate', ids: [gone] })
  const run = (filter: object, action = 'inactivate') => kit.as.post('/customers/bulk', { action, filter })

  expect((await run({ tag: ['VIP'], status: 'all' }, 'restore')).body).toMatchObject({ matched: 2, done: 2 })
  expect((await run({ tag: 'vip', q: 'ber' })).body).toMatchObject({
    state: 'succeeded',
    matched: 1,
    done: 1,
  })
  expect(await inactive(kit, [vip as string])).toBe(1)
  expect((await run({ q: 'nobody at all' })).body).toMatchObject({ state: 'succeeded', matched: 0 })
  expect((await run({})).body.matched).toBe(2)
  expect(await inactive(kit, [vip, other, gone] as string[])).toBe(3)
})

test('a filter that cannot be read is named at its field', async () => {
  const kit = await setup()
  const pathOf = async (filter: unknown) => {
    const reply = await kit.as.post('/customers/bulk', { action: 'inactivate', filter })
    return [reply.status, reply.body.fields?.[0]?.path]
  }

  expect(await pathOf({ type: 'robot' })).toEqual([422, 'filter.type'])
  expect(await pathOf({ shoeSize: '43' })).toEqual([422, 'filter.shoeSize'])
  expect(await pathOf({ createdFrom: 'yesterday' })).toEqual([422, 'filter.createdFrom'])
  expect(await pathOf({ 'attr.unheard': 'x' })).toEqual([422, 'filter.attr.unheard'])
  expect(await pathOf('all')).toEqual([422, 'filter'])
})
