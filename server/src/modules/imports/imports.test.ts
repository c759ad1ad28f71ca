// Uploads, previews, trial runs and reports, as their users meet them.
import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../test/harness.ts'
import { userOf } from '../../../test/people.ts'
import { verifySearch } from '../customers/index.ts'
import { counts, customersOf, ended, importer, recordOf, upload } from './imports.kit.ts'

const people = 'First name,Last name,Email,Shoe size\nAnn,Lee,ann@example.com,38\nBob,Poe,bob@example.com,\n'

async function storedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

test('an import says how it was read, what came in, and what was not read', async () => {
  const kit = await setup()
  const { run } = await importer(kit)

  const done = await run(people, { kind: 'customers' })

  expect(done).toMatchObject({
    kind: 'customers',
    state: 'succeeded',
    dryRun: false,
    fileName: 'customers.csv',
    ...{ total: 2, processed: 2, created: 2, updated: 0, unchanged: 0, rejected: 0, warnings: 0 },
    mapping: { columns: { 'First name': 'firstName', 'Last name': 'lastName', Email: 'email' } },
    unreadColumns: [{ header: 'Shoe size', filled: 1 }],
    error: null,
    actor: { name: 'test' },
  })
  expect(done.finishedAt).not.toBeNull()
  expect((await kit.as.get('/imports')).body).toEqual({ items: [done], nextCursor: null })
})

test('each customer has one activity under that of the import, and is found', async () => {
  const kit = await setup()
  const { run } = await importer(kit)

  const done = await run(people)

  const { rows } = await kit.db.owner.query(
    'select kind, actor_name, after ->> $2 as name from activities where parent_id = $1 order by id',
    [done.id, 'firstName'],
  )
  expect(rows).toEqual([
    { kind: 'customer.created', actor_name: 'test', name: 'Ann' },
    { kind: 'customer.created', actor_name: 'test', name: 'Bob' },
  ])
  const parents = await kit.db.owner.query('select kind, customer_id from activities where id = $1', [
    done.id,
  ])
  expect(parents.rows).toEqual([{ kind: 'customers.imported', customer_id: null }])
  expect((await kit.as.get('/customers?q=bob%40ex')).body.items).toHaveLength(1)
})

test('the fields may stand before the file or after it', async () => {
  const kit = await setup()
  await importer(kit)
  const fields = { mapping: JSON.stringify({ columns: { Email: 'email' } }) }

  for (const fileFirst of [true, false]) {
    const reply = await upload({ caller: kit.as, file: people, fields, fileFirst })
    const { mapping, state } = await ended(kit.as, reply.body.id)
    expect({ state, mapping }).toMatchObject({ state: 'succeeded', mapping: { columns: { Email: 'email' } } })
  }
})

test('what is not a list of customers is refused at once, and nothing of it kept', async () => {
  const kit = await setup()
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const bad = ['', 'First name,Email\n', png, Buffer.from([0, 1, 2, 3, 250, 251, 0, 0])]

  for (const file of bad) {
    const reply = await upload({ caller: kit.as, file })
    expect(reply.status).toBe(422)
    expect(reply.body.code).toBe('import.unreadable')
  }
  expect(await storedFiles(kit.filesFolder)).toEqual([])
  expect((await kit.as.get('/imports')).body.items).toEqual([])
})

test('every wrong field of an upload is named', async () => {
  const kit = await setup()
  const fields = { kind: 'ships', dryRun: 'maybe', mapping: '{"dateOrder":"ydm"}', color: 'red' }

  const reply = await upload({ caller: kit.as, file: people, fields })

  expect(reply.status).toBe(422)
  const paths = reply.body.fields.map((fault: { path: string }) => fault.path).sort()
  expect(paths).toEqual(['color', 'dryRun', 'kind', 'mapping.dateOrder'])
  expect((await kit.as.post('/imports', { kind: 'customers' })).status).toBe(415)
  expect((await upload({ caller: kit.as, file: people, fields: { mapping: '{' } })).body.fields[0].path).toBe(
    'mapping',
  )
  const unknown = await upload({
    caller: kit.as,
    file: people,
    fields: { mapping: '{"columns":{"Email":"emails.shoe"}}' },
  })
  expect(unknown.body.fields[0].code).toBe('mapping.path_unknown')
  expect(await storedFiles(kit.filesFolder)).toEqual([])
})

test('it takes a permission that staff do not have', async () => {
  const kit = await setup()
  const staff = await userOf(kit.db.owner, kit.first.id, { role: 'staff' })
  const manager = await userOf(kit.db.owner, kit.first.id, { role: 'manager' })
  const as = (cookie: string) =>
    callerWith(kit.app, { cookie, origin: 'http://localhost', host: 'localhost' })

  expect((await upload({ caller: as(staff.cookie), file: people })).status).toBe(403)
  expect((await upload({ caller: as(manager.cookie), file: people })).status).toBe(202)
  expect((await upload({ caller: kit.anonymous, file: people })).status).toBe(401)
})

test('a preview shows columns, rows and their problems, and keeps nothing', async () => {
  const kit = await setup()
  const file = 'Name,Mail,Born\nAnn Lee,ann@,1990-02-31\nBob Poe,bob@example.com,1990-02-03\n'

  const { status, body } = await upload({ caller: kit.as, path: '/imports/preview', file })

  expect(status).toBe(200)
  expect(body).toMatchObject({ kind: 'csv', delimiter: ',', total: 2, unreadColumns: [] })
  expect(body.columns.map((column: { path: string }) => column.path)).toEqual([
    'fullName',
    'email',
    'dateOfBirth',
  ])
  expect(body.rows[0].problems.map((problem: { column: string }) => problem.column).sort()).toEqual([
    'Born',
    'Mail',
  ])
  expect(body.rows[1]).toMatchObject({
    row: 3,
    problems: [],
    rejected: null,
    fields: { email: 'bob@example.com' },
  })
  expect(await storedFiles(kit.filesFolder)).toEqual([])
})

test('a held upload waits, can be looked at under other mappings, tried, and then brought in', async () => {
  const kit = await setup()
  await importer(kit)
  const held = (await upload({ caller: kit.as, file: people, fields: { hold: 'true' } })).body
  const columns = { 'First name': 'lastName', Email: 'email' }

  const preview = await kit.as.post(`/imports/${held.id}/preview`, { mapping: { columns } })
  await kit.as.post(`/imports/${held.id}/start`, { mapping: { columns }, dryRun: true })
  const tried = await ended(kit.as, held.id)
  const untouched = await customersOf(kit.as)
  await kit.as.post(`/imports/${held.id}/start`)
  const done = await ended(kit.as, held.id)

  expect(held).toMatchObject({ state: 'queued', held: true, total: null })
  expect(preview.body.rows[0].fields).toMatchObject({ lastName: 'Ann' })
  expect(tried).toMatchObject({ dryRun: true, created: 2, total: 2, mapping: { columns } })
  expect(untouched).toEqual([])
  expect(done).toMatchObject({ dryRun: false, created: 2 })
  expect((await customersOf(kit.as)).map((one) => one.displayName)).toEqual(['Ann', 'Bob'])
  expect((await kit.as.post(`/imports/${held.id}/start`)).body.code).toBe('import.started')
})

test('a dry run foretells what the import does, and writes nothing', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  await kit.as.post('/customers', { firstName: 'Bob', lastName: 'Poe', email: 'bob@example.com' })
  const file = `First name,Last name,Email,City,Company,Tags
Ann,Lee,ann@example.com,Rome,Acme,New
Ann,Lee,ann@example.com,Rome,Acme,New
Bob,Poe,bob@example.com,Oslo,,
,,,Lima,,`

  const tried = await run(file, { dryRun: 'true' })
  const customers = await customersOf(kit.as)
  const done = await run(file)

  expect(customers.map((one) => one.displayName)).toEqual(['Bob Poe'])
  expect((await kit.as.get('/tags')).body.items.length).toBe(4)
  expect(counts(tried)).toEqual({ created: 1, updated: 1, unchanged: 1, rejected: 1 })
  expect(counts(done)).toEqual(counts(tried))
})

test('rejected rows come back in a file that can be mended and dropped in again', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const done = await run('First name,Last name,Email,Notes\nAnn,Lee,ann@example.com,\n,,,"=1+1, ""x"""\n')

  const { text, headers } = await kit.as.get(`/imports/${done.id}/rejected.csv`)
  const forPeople = (await kit.as.get(`/imports/${done.id}/rejected.csv?language=es`)).text
  const again = await run(forPeople.replace(',,,', ',Bob,,'))

  expect(done).toMatchObject({ created: 1, rejected: 1, total: 2 })
  expect(headers['content-type']).toContain('text/csv')
  expect(text).toMatch(
    /^\ufeffimport\.row,import\.code,import\.reason,First name,Last name,Email,Notes\r\n3,/,
  )
  expect(text).toContain(`"'=1+1, ""x"""`)
  expect(forPeople).toMatch(
    /^\ufeffimportación: línea,importación: motivo,First name,[^\r]+\r\n3,"sin nombre/,
  )
  expect(again).toMatchObject({ created: 1, rejected: 0, unreadColumns: [] })
  expect((await recordOf(kit.as, 'Bob')).notes).toBe('=1+1, "x"')
})

test('cells that cannot be read leave their field empty, and are told', async () => {
  const kit = await setup()
  const { run } = await importer(kit)

  const done = await run('First name,Email,Store\nAnn,not an email,Nowhere\n')

  expect(done).toMatchObject({ created: 1, warnings: 1 })
  const { text } = await kit.as.get(`/imports/${done.id}/warnings.csv`)
  expect(text).toContain('not an email; Nowhere')
  expect(await recordOf(kit.as, 'Ann')).toMatchObject({ email: null, stores: [] })
})

test('tags are made, stores found by name or code, organizations tied: and search keeps in step', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  await kit.as.post('/stores', { name: 'North', code: 'N1' })
  const file = `First name,Last name,Email,Phone,Company,Tags,Stores
Ann,Lee,ann@example.com,212-555-0142,Acme,"vip, Fresh",N1
Élise,O'Brien,elise@example.com,+33 1 42 68 53 00,Acme,Fresh,north`

  await run(file)
  await run(file.replace('O’Brien', 'Brien').replace('212-555-0142', '212-555-0199'))

  const ann = await recordOf(kit.as, 'Ann Lee')
  expect(ann.tags.map((tag: { name: string }) => tag.name)).toEqual(['Fresh', 'VIP'])
  expect(ann.stores).toMatchObject([{ name: 'North' }])
  const differences: unknown[] = []
  const merchant = { id: kit.first.id, nameOrder: 'last', country: 'US' } as const
  await verifySearch(kit.db, merchant, (difference) => differences.push(difference))
  expect(differences).toEqual([])
})

test('a user limited to a store brings customers into it, and never touches those of others', async () => {
  const kit = await setup()
  await importer(kit)
  const north = (await kit.as.post('/stores', { name: 'North' })).body.id
  const user = await userOf(kit.db.owner, kit.first.id, { role: 'manager', storeIds: [north] })
  const caller = callerWith(kit.app, { cookie: user.cookie })
  await kit.as.post('/customers', {
    firstName: 'Ann',
    lastName: 'Lee',
    email: 'ann@example.com',
    number: '1',
  })

  const reply = await upload({
    caller,
    file: 'number,First name,Last name,Email\n,Ann,Lee,ann@example.com\n1,Bob,Poe,\n',
  })
  const done = await ended(caller, reply.body.id)

  expect(counts(done)).toEqual({ created: 1, updated: 0, unchanged: 0, rejected: 1 })
  const mine = (await caller.get('/customers')).body.items
  expect(mine).toMatchObject([{ displayName: 'Ann Lee', stores: [{ name: 'North', preferred: true }] }])
})
