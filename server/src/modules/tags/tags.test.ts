import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../test/harness.ts'
import { plainCustomers, userOf } from '../../../test/people.ts'
import { startWorker } from '../../../test/worker.ts'
import { ensureTags } from './index.ts'

type Kit = Awaited<ReturnType<typeof setup>>
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })
const namesOf = (reply: { body: { items: { name: string }[] } }) => reply.body.items.map((tag) => tag.name)

async function tagNosOf(kit: Kit, customerIds: readonly string[]) {
  const { rows } = await kit.db.owner.query(
    `select tag_nos, count(*)::int from customer_search where customer_id = any($1) group by tag_nos order by tag_nos`,
    [customerIds],
  )
  return rows
}
const historiesOf = (kit: Kit, ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await kit.as.get(`/customers/${id}/activities`)).body.items))
async function tagged(kit: Kit, count: number, name: string) {
  const tag = (await kit.as.post('/tags', { name })).body
  const ids = await plainCustomers(kit.db.owner, kit.first.id, { count, tagId: tag.id })
  await kit.db.owner.query(
    `update customer_search set tag_nos = array[(select tag_no from tags where id = $2)] where customer_id = any($1)`,
    [ids, tag.id],
  )
  return { tag, ids }
}

test('a new merchant begins with Supplier, VIP and Family member, in its language', async () => {
  const kit = await setup()
  const spanish = await kit.merchant({ locale: 'es-MX' })

  expect(namesOf(await kit.as.get('/tags'))).toEqual(['Family member', 'Supplier', 'VIP'])
  expect(namesOf(await spanish.caller.get('/tags'))).toEqual(['Familiar', 'Proveedor', 'VIP'])
})

test('a tag is made with a colour of its own and answers with its version as ETag', async () => {
  const { as } = await setup()

  const made = await as.post('/tags', { name: '  Regular​ ' })
  const read = await as.get(`/tags/${made.body.id}`)

  expect(made.status).toBe(201)
  expect(made.body).toEqual({
    id: expect.any(String),
    name: 'Regular',
    color: expect.any(String),
    customers: 0,
    capped: false,
    version: 1,
  })
  expect(read.headers.etag).toBe('"1"')
  expect(read.body).toEqual(made.body)
})

test('two spellings of one name are one tag', async () => {
  const { as } = await setup()

  const again = await as.post('/tags', { name: 'víp' })

  expect(again.status).toBe(409)
  expect(again.body).toMatchObject({ code: 'tag.name_taken', fields: [{ path: 'name' }] })
})

test.each([
  [{ name: '' }, 'name'],
  [{ name: ' ​' }, 'name'],
  [{ name: 'x'.repeat(61) }, 'name'],
  [{ name: 'New', color: 'beige' }, 'color'],
  [{ name: 'New', shade: 'red' }, 'shade'],
])('%j is refused at the field that is wrong', async (body, path) => {
  const { as } = await setup()

  const reply = await as.post('/tags', body)

  expect(reply.status).toBe(422)
  expect(reply.body.fields[0].path).toBe(path)
})

test('a rename needs the version that was read, and one that changes nothing keeps it', async () => {
  const { as } = await setup()
  const { body: tag } = await as.post('/tags', { name: 'Regular', color: 'red' })
  const at = `/tags/${tag.id}`

  expect((await as.patch(at, { name: 'Often' })).status).toBe(428)
  expect((await as.patch(at, { name: 'Regular', color: 'red' }, ifMatch(1))).body.version).toBe(1)
  expect((await as.patch(at, { name: 'Often' }, ifMatch(1))).body).toMatchObject({
    name: 'Often',
    color: 'red',
    version: 2,
  })
  const stale = await as.patch(at, { color: 'blue' }, ifMatch(1))
  expect(stale.status).toBe(412)
  expect(stale.body.current).toMatchObject({ name: 'Often', version: 2 })
})

test('the list goes page by page, by name', async () => {
  const { as } = await setup()
  for (const name of ['b', 'Á', 'c']) await as.post('/tags', { name })

  const first = await as.get('/tags?limit=4')
  const second = await as.get(`/tags?limit=4&cursor=${first.body.nextCursor}`)

  expect([...namesOf(first), ...namesOf(second)]).toEqual(['Á', 'b', 'c', 'Family member', 'Supplier', 'VIP'])
  expect(second.body.nextCursor).toBeNull()
  expect((await as.get('/tags?cursor=nonsense')).status).toBe(400)
  expect((await as.get('/tags?limit=201')).status).toBe(400)
})

test('a user limited to a store sees the number of its own customers', async () => {
  const kit = await setup()
  const storeId = crypto.randomUUID()
  await kit.db.owner.query(
    'insert into stores (merchant_id, id, store_no, name, name_key) values ($1, $2, 1, $3, $3)',
    [kit.first.id, storeId, 'north'],
  )
  const { tag } = await tagged(kit, 3, 'Regular')
  await plainCustomers(kit.db.owner, kit.first.id, { count: 2, tagId: tag.id, storeId })
  const { cookie } = await userOf(kit.db.owner, kit.first.id, { storeIds: [storeId] })

  expect((await kit.as.get(`/tags/${tag.id}`)).body.customers).toBe(5)
  expect((await callerWith(kit.app, { cookie }).get(`/tags/${tag.id}`)).body.customers).toBe(2)
})

test('deleting a tag takes it off its customers and out of search, and its number is not given again', async () => {
  const kit = await setup()
  const { tag, ids } = await tagged(kit, 3, 'Regular')

  const gone = await kit.as.delete(`/tags/${tag.id}`)
  const next = await tagged(kit, 1, 'Next')

  expect(gone.status).toBe(204)
  expect((await kit.as.delete(`/tags/${tag.id}`)).status).toBe(404)
  expect(await tagNosOf(kit, ids)).toEqual([{ tag_nos: [], count: 3 }])
  expect(await tagNosOf(kit, next.ids)).toEqual([{ tag_nos: [5], count: 1 }])
})

test('merging gives the customers the other tag, those that carry both once', async () => {
  const kit = await setup()
  const { tag, ids } = await tagged(kit, 3, 'Regular')
  const other = await tagged(kit, 1, 'Often')
  await kit.db.owner.query(`insert into customer_tags values ($1, $2, $3, 'customer')`, [
    kit.first.id,
    ids[0],
    other.tag.id,
  ])

  const merged = await kit.as.post(`/tags/${tag.id}/merge`, { into: other.tag.id })

  expect(merged.status).toBe(200)
  expect(merged.body).toMatchObject({ id: other.tag.id, customers: 4 })
  expect((await kit.as.get(`/tags/${tag.id}`)).status).toBe(404)
  expect(await tagNosOf(kit, ids)).toEqual([{ tag_nos: [5], count: 3 }])
  expect((await kit.as.post(`/tags/${other.tag.id}/merge`, { into: other.tag.id })).status).toBe(422)
  expect((await kit.as.post(`/tags/${other.tag.id}/merge`, { into: tag.id })).status).toBe(422)
})

test('a customer that loses a tag with it, or has another in its place, is changed and says so', async () => {
  const kit = await setup()
  const { tag, ids } = await tagged(kit, 2, 'Regular')
  const other = await tagged(kit, 1, 'Often')
  await kit.db.owner.query(`insert into customer_tags values ($1, $2, $3, 'customer')`, [
    kit.first.id,
    ids[0],
    other.tag.id,
  ])

  await kit.as.post(`/tags/${tag.id}/merge`, { into: other.tag.id })
  const [both, one] = await historiesOf(kit, ids)
  const stale = await kit.as.patch(`/customers/${ids[0]}`, { tags: [{ id: tag.id }] }, ifMatch(1))
  await kit.as.delete(`/tags/${other.tag.id}`)
  const [latest] = (await historiesOf(kit, ids)).map((history) => history[0])

  const { rows } = await kit.db.owner.query(
    `select version, updated_at > created_at as later from customers where id = any($1)`,
    [ids],
  )
  expect(rows).toEqual(Array(2).fill({ version: 3, later: true }))
  expect(stale.status).toBe(412)
  expect(both).toMatchObject([
    { kind: 'customer.tagged', before: { tags: [{ name: 'Regular' }, { name: 'Often' }] } },
  ])
  expect(one).toMatchObject([
    { before: { tags: [{ name: 'Regular' }] }, after: { tags: [{ id: other.tag.id, name: 'Often' }] } },
  ])
  expect(latest).toMatchObject({ before: { tags: [{ name: 'Often' }] }, after: { tags: [] } })
  const { rows: parents } = await kit.db.owner.query('select kind from activities where id = any($1)', [
    [one?.[0].parentId, latest.parentId],
  ])
  expect(parents.map((row) => row.kind).sort()).toEqual(['tag.deleted', 'tag.merged'])
})

test('nothing is merged into a tag while that is being taken off its customers', async () => {
  const kit = await setup()
  const { tag } = await tagged(kit, 2001, 'Regular')
  const other = await tagged(kit, 1, 'Often')

  expect((await kit.as.delete(`/tags/${tag.id}`)).status).toBe(202)
  const merged = await kit.as.post(`/tags/${other.tag.id}/merge`, { into: tag.id })

  expect([merged.status, merged.body.code]).toEqual([409, 'tag.being_removed'])
  expect((await kit.as.get(`/tags/${other.tag.id}`)).body.customers).toBe(1)
})

test('two tags that are merged into each other at once: one of them stays, with all customers', async () => {
  const kit = await setup()
  const one = await tagged(kit, 3, 'Regular')
  const other = await tagged(kit, 2, 'Often')

  const replies = await Promise.all([
    kit.as.post(`/tags/${one.tag.id}/merge`, { into: other.tag.id }),
    kit.as.post(`/tags/${other.tag.id}/merge`, { into: one.tag.id }),
  ])

  expect(replies.filter((reply) => reply.status === 200).map((reply) => reply.body.customers)).toEqual([5])
})

test('a tag on thousands of customers is merged by the worker', async () => {
  const kit = await setup()
  const { tag, ids } = await tagged(kit, 4500, 'Regular')
  const other = await tagged(kit, 1, 'Often')
  const worker = await startWorker(kit.db)

  const merged = await kit.as.post(`/tags/${tag.id}/merge`, { into: other.tag.id })

  expect(merged.status).toBe(202)
  await expect.poll(async () => (await kit.as.get(`/tags/${tag.id}`)).status, { timeout: 15_000 }).toBe(404)
  expect(await tagNosOf(kit, ids)).toEqual([{ tag_nos: [5], count: 4500 }])
  const { rows } = await kit.db.owner.query(
    `select p.kind, count(*)::int from activities a join activities p on p.id = a.parent_id group by p.kind`,
  )
  expect(rows).toEqual([{ kind: 'tag.merged', count: 4500 }])
  expect((await kit.as.get(`/tags/${other.tag.id}`)).body.customers).toBe(4501)
  expect(worker.errors).toEqual([])
})

test('many makers of tags at once get numbers of their own', async () => {
  const kit = await setup()

  const made = await Promise.all(
    Array.from({ length: 20 }, (_, i) => kit.as.post('/tags', { name: `Tag ${i}` })),
  )

  expect(made.map((reply) => reply.status)).toEqual(Array(20).fill(201))
  const { rows } = await kit.db.owner.query(
    'select count(distinct tag_no)::int as count, max(tag_no)::int from tags',
  )
  expect(rows[0]).toEqual({ count: 23, max: 23 })
})

test('names become tags on the fly, known ones and new ones, each once', async () => {
  const kit = await setup()

  const ids = await kit.db.write(kit.first.id, (tx) =>
    ensureTags(tx, kit.first.id, ['vip', 'Fresh', ' FRESH ']),
  )

  expect(ids[1]).toBe(ids[2])
  expect((await kit.as.get(`/tags/${ids[0]}`)).body.name).toBe('VIP')
  expect((await kit.as.get(`/tags/${ids[1]}`)).body.name).toBe('Fresh')
})

test('beyond two thousand tags there is one clear refusal', async () => {
  const kit = await setup()
  await kit.db.owner.query(
    `insert into tags (merchant_id, id, tag_no, name, name_key, color)
     select $1, gen_random_uuid(), n, 'T' || n, 't' || n, 'red' from generate_series(4, 2000) n`,
    [kit.first.id],
  )

  const reply = await kit.as.post('/tags', { name: 'One more' })

  expect(reply.status).toBe(409)
  expect(reply.body).toMatchObject({ code: 'tag.too_many', params: { limit: 2000 } })
})

test('tags of another merchant are neither seen nor merged into', async () => {
  const kit = await setup()
  const other = await kit.merchant()
  const [mine] = (await kit.as.get('/tags')).body.items
  const [theirs] = (await other.caller.get('/tags')).body.items

  expect((await kit.as.get(`/tags/${theirs.id}`)).status).toBe(404)
  expect((await kit.as.delete(`/tags/${theirs.id}`)).status).toBe(404)
  expect((await kit.as.patch(`/tags/${theirs.id}`, { name: 'x' }, ifMatch(1))).status).toBe(404)
  expect((await kit.as.post(`/tags/${mine.id}/merge`, { into: theirs.id })).status).toBe(422)
})
