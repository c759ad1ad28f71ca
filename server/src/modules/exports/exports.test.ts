import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../test/harness.ts'
import { userOf } from '../../../test/people.ts'
import { cleanUp } from '../../housekeeping.ts'
import { exported, fileOf, linesOf, workerOf } from './exports.kit.ts'

const person = (firstName: string, more: object = {}) => ({ type: 'personal', firstName, ...more })

async function withPeople() {
  const kit = await setup()
  const worker = await workerOf(kit)
  const make = async (body: object) => (await kit.as.post('/customers', body)).body
  const ann = await make(person('Ann', { tags: ['VIP'], email: 'ann@example.com' }))
  const bob = await make(person('Bob', { tags: ['Press'] }))
  const cem = await make(person('Cem'))
  await kit.as.delete(`/customers/${cem.id}`)
  const namesOf = async (wanted: object) =>
    linesOf((await exported(kit, { format: 'csv', ...wanted })).file).map(({ firstName }) => firstName)
  return { kit, worker, ann, bob, cem, namesOf }
}

test('rows are those that the list shows under the same filter, or a selection', async () => {
  const { bob, cem, namesOf, worker } = await withPeople()

  expect(await namesOf({})).toEqual(['Ann', 'Bob'])
  expect(await namesOf({ filter: { status: 'all' } })).toEqual(['Ann', 'Bob', 'Cem'])
  expect(await namesOf({ filter: { status: 'inactive' } })).toEqual(['Cem'])
  expect(await namesOf({ filter: { tag: ['vip'] } })).toEqual(['Ann'])
  expect(await namesOf({ filter: { q: 'ann@' } })).toEqual(['Ann'])
  expect(await namesOf({ filter: { tag: ['unheard of'] } })).toEqual([])
  expect(await namesOf({ ids: [cem.id, bob.id, '0190aaaa-0000-7000-8000-000000000001'] })).toEqual([
    'Bob',
    'Cem',
  ])
  expect(worker.errors).toEqual([])
})

test('columns come as they were asked for; an object brings all of its members', async () => {
  const { kit } = await withPeople()
  const headersOf = async (columns: string[]) => {
    const { file } = await exported(kit, { format: 'csv', columns, filter: { tag: 'VIP' } })
    return Object.keys(linesOf(file)[0] ?? {})
  }

  expect(await headersOf(['email', 'firstName', 'email'])).toEqual(['email', 'firstName'])
  expect(await headersOf(['doNotServe', 'address.city'])).toEqual([
    'doNotServe.value',
    'doNotServe.reason',
    'address.city',
  ])
  const { file } = await exported(kit, {
    format: 'csv',
    columns: ['displayName', 'orders', 'revenueTotal', 'version'],
  })
  expect(linesOf(file)).toMatchObject([
    { displayName: 'Ann', orders: '0', revenueTotal: '0.00', version: '1' },
    { displayName: 'Bob' },
  ])
  const { file: alone } = await exported(kit, { format: 'csv', columns: ['email'] })
  expect(alone.toString()).toBe('\ufeffemail\r\nann@example.com\r\n""\r\n')
})

test('what cannot be exported is refused at its field', async () => {
  const { kit, ann } = await withPeople()
  const fault = async (body: object) => {
    const reply = await kit.as.post('/exports', { kind: 'customers', format: 'csv', ...body })
    return [reply.status, reply.body.fields?.[0]?.path]
  }

  expect(await fault({ format: 'doc' })).toEqual([422, 'format'])
  expect(await fault({ kind: 'orders' })).toEqual([422, 'kind'])
  expect(await fault({ columns: ['email', 'shoeSize'] })).toEqual([422, 'columns.1'])
  expect(await fault({ columns: ['attributes.unheard'] })).toEqual([422, 'columns.0'])
  expect(await fault({ filter: { type: 'robot' } })).toEqual([422, 'filter.type'])
  expect(await fault({ filter: { createdFrom: 'yesterday' } })).toEqual([422, 'filter.createdFrom'])
  expect(await fault({ filter: { 'attr.unheard': 'x' } })).toEqual([422, 'filter.attr.unheard'])
  expect(await fault({ filter: {}, ids: [ann.id] })).toEqual([422, 'ids'])
  expect(await fault({ format: 'vcf', columns: ['email'] })).toEqual([422, 'columns'])
})

test('the file is named after the moment in the merchant’s time zone', async () => {
  const { kit } = await withPeople()

  const { fileName, headers, createdAt, bytes, file } = await exported(kit, { format: 'csv' })

  const local = new Date(createdAt)
    .toLocaleString('sv', { timeZone: 'America/New_York' })
    .replaceAll(':', '.')
  expect(fileName).toMatch(/^Customer Report \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.csv$/)
  expect(fileName.slice(0, 32)).toBe(`Customer Report ${local}`.slice(0, 32))
  expect(headers['content-disposition']).toBe(
    `attachment; filename="${fileName}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  )
  expect(headers['content-type']).toBe('text/csv; charset=utf-8')
  expect([bytes, Number(headers['content-length'])]).toEqual([file.length, file.length])
})

test('who took whom away is recorded', async () => {
  const { kit } = await withPeople()

  await exported(kit, { format: 'json', filter: { tag: ['VIP'] }, columns: ['email'] })

  const { rows } = await kit.db.owner.query(
    `select customer_id, actor_kind, actor_name, after from activities where kind = 'customers.exported'`,
  )
  expect(rows).toEqual([
    {
      customer_id: null,
      actor_kind: 'apiKey',
      actor_name: 'test',
      after: { format: 'json', filter: { tag: ['VIP'] }, selected: null, columns: ['email'], count: 1 },
    },
  ])
})

test('it takes a right of its own, and other merchants see nothing', async () => {
  const { kit } = await withPeople()
  const reader = await kit.callerOf(kit.first.id, ['customers.read', 'customers.write'])
  const other = await kit.merchant({ name: 'Other' })
  const { id } = await exported(kit, { format: 'csv' })

  expect((await reader.post('/exports', { kind: 'customers', format: 'csv' })).status).toBe(403)
  expect((await reader.get(`/exports/${id}/file`)).status).toBe(403)
  expect((await other.caller.get(`/exports/${id}`)).status).toBe(404)
  expect((await fileOf(kit, id, other.key)).status).toBe(404)
  expect((await other.caller.get('/exports')).body.items).toEqual([])
  expect(linesOf((await exported({ ...kit, first: other }, { format: 'csv' }, other.caller)).file)).toEqual(
    [],
  )
})

test('somebody limited to stores takes away their own customers only, and gets no other export', async () => {
  const { kit } = await withPeople()
  const north = (await kit.as.post('/stores', { name: 'North' })).body
  await kit.as.post('/customers', person('Dora', { stores: ['North'] }))
  const all = await exported(kit, { format: 'csv' })
  const { cookie } = await userOf(kit.db.owner, kit.first.id, { role: 'manager', storeIds: [north.id] })
  const limited = callerWith(kit.app, { cookie })

  const { id } = (
    await limited.post('/exports', { kind: 'customers', format: 'csv', filter: { status: 'all' } })
  ).body
  await expect.poll(async () => (await limited.get(`/exports/${id}`)).body.state).toBe('succeeded')

  expect(
    linesOf(Buffer.from((await limited.get(`/exports/${id}/file`)).text)).map((line) => line.firstName),
  ).toEqual(['Dora'])
  expect((await limited.get(`/exports/${all.id}/file`)).status).toBe(404)
  expect((await limited.get('/exports')).body.items.map((item: { id: string }) => item.id)).toEqual([id])
})

test('asked for again under the same key it is the same export', async () => {
  const { kit } = await withPeople()
  const ask = () => kit.as.post('/exports', { kind: 'customers', format: 'csv' }, { 'idempotency-key': 'k1' })

  const [one, two] = [await ask(), await ask()]

  expect([one.status, two.status]).toEqual([202, 202])
  expect(two.body.id).toBe(one.body.id)
  expect((await kit.as.get('/exports')).body.items).toHaveLength(1)
})

test('exports are listed latest first, page by page', async () => {
  const kit = await setup()
  for (const format of ['csv', 'json', 'vcf']) await kit.as.post('/exports', { kind: 'customers', format })

  const first = (await kit.as.get('/exports?limit=2')).body
  const second = (await kit.as.get(`/exports?limit=2&cursor=${first.nextCursor}`)).body

  expect(first.items.map((item: { format: string }) => item.format)).toEqual(['vcf', 'json'])
  expect(second).toMatchObject({ items: [{ format: 'csv', state: 'queued', rows: 0 }], nextCursor: null })
})

test('after a day the file and the export are gone', async () => {
  const { kit } = await withPeople()
  const { id } = await exported(kit, { format: 'csv' })
  const kept = await exported(kit, { format: 'csv' })
  await kit.db.owner.query(`update exports set expires_at = now() - interval '1 second' where id = $1`, [id])

  await cleanUp(kit.db, kit.storage)

  expect((await kit.as.get(`/exports/${id}`)).status).toBe(404)
  expect((await fileOf(kit, kept.id)).file.equals(kept.file)).toBe(true)
})
