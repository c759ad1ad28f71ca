import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ordersBeforeWindows } from '../../test/earlier-orders.ts'
import { callerWith, setup } from '../../test/harness.ts'
import { newId } from '../kernel/ids.ts'
import { folderStorage } from '../modules/files/index.ts'
import { verifyFigures } from '../modules/orders/index.ts'
import { parseEntryName } from './archive.ts'
import { backUp } from './backup.ts'
import { restore } from './restore.ts'

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'clientele-backup-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

type Kit = Awaited<ReturnType<typeof setup>>

/** A stored file, and the row that names it. */
async function photo({ first, db, storage }: Kit): Promise<string> {
  const key = newId()
  await storage.put(key, Buffer.from('picture'))
  const { rows } = await db.owner.query('select id from customers where merchant_id = $1 limit 1', [first.id])
  await db.owner.query(
    `insert into files (merchant_id, id, customer_id, kind, storage_key, content_type, bytes, sha256)
     values ($1, $2, $3, 'photo', $2::uuid::text, 'image/webp', 7, '\\x00')`,
    [first.id, key, rows[0].id],
  )
  return key
}

/** An installation with customers and a file, and the backup of it. */
async function backedUp(prepare: (kit: Kit) => Promise<unknown> = async () => undefined) {
  const kit = await setup()
  await kit.as.post('/customers', {
    type: 'personal',
    firstName: 'Zoë',
    lastName: "O'Brien\t\\N",
    notes: 'two\nlines',
    phone: '+1 212 555 0123',
  })
  await kit.as.post('/customers', { type: 'business', businessName: '田中商店', tags: ['VIP'] })
  const key = await photo(kit)
  await prepare(kit)
  const file = join(await folder(), 'all.backup')
  const counts = await backUp(kit.db.owner, { file, storage: kit.storage, secret: 's3cret' })
  return { ...kit, key, file, counts }
}

async function empty() {
  const kit = await setup()
  await kit.db.owner.query('delete from merchants')
  const files = await folder()
  const filesFolder = join(files, 'files')
  return {
    ...kit,
    input: { filesFolder, storage: folderStorage(filesFolder), secretFile: join(files, 'secret') },
  }
}

const filesIn = async (path: string) =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

const staged = ({ filesFolder, secretFile }: { filesFolder: string; secretFile: string }) =>
  existsSync(join(filesFolder, '.restoring')) || existsSync(join(secretFile, '..', '.restoring'))

test('a backup restored into an empty installation is the same, files and secret included', async () => {
  const made = await backedUp(async ({ as }) => {
    const store = (await as.post('/stores', { name: 'Old Port' })).body
    const business = (await as.get('/customers?type=business')).body.items[0]
    const contact = await as.post('/customers', {
      ...{ type: 'personal', firstName: 'Ana', number: 'C-1', stores: [{ id: store.id }] },
      organizations: [{ id: business.id }],
    })
    expect(contact.status, contact.text).toBe(201)
    for (const [no, placedAt] of ['2024-03-02T12:00:00Z', '2024-04-02T12:00:00Z'].entries()) {
      const order = { placedAt, store: { id: store.id }, customer: { number: 'C-1' } }
      const lunch = { items: [{ name: 'Lunch', quantity: 1, unitAmount: 1250 }] }
      expect((await as.put(`/orders/external/till/${no}`, { ...order, ...lunch })).status).toBe(201)
    }
  })
  const fresh = await empty()

  const counts = await restore(fresh.db.owner, { file: made.file, ...fresh.input })

  expect(counts).toEqual(made.counts)
  for (const table of [
    ...['customers', 'customer_search', 'customer_keys', 'tags', 'customer_tags', 'activities', 'api_keys'],
    ...[
      'orders',
      'customer_days',
      'customer_stats',
      'customer_store_stats',
      'customer_census',
      'daily_sales',
    ],
  ]) {
    const rows = async (kit: typeof fresh | typeof made) =>
      (await kit.db.owner.query(`select to_jsonb(t) as row from ${table} t order by t::text`)).rows
    expect(await rows(fresh), table).toEqual(await rows(made))
  }
  expect(String(await fresh.input.storage.get(made.key))).toBe('picture')
  expect(await readFile(fresh.input.secretFile, 'utf8')).toBe('s3cret')
  expect(staged(fresh.input)).toBe(false)
})

test('a backup holds the files that its rows name, and no others', async () => {
  const made = await backedUp(async ({ filesFolder, storage }) => {
    await storage.put(newId(), Buffer.from('an upload in progress'))
    await writeFile(join(filesFolder, 'stray'), 'nobody knows')
  })
  const fresh = await empty()

  await restore(fresh.db.owner, { file: made.file, ...fresh.input })

  expect(made.counts.files).toBe(1)
  expect(await filesIn(fresh.input.filesFolder)).toEqual([made.key])
})

test('a file that a row names and that is missing fails the backup with one line', async () => {
  const kit = await setup()
  await kit.as.post('/customers', { firstName: 'Ann' })
  const target = await folder()
  const run = () => backUp(kit.db.owner, { file: join(target, 'x'), storage: kit.storage, secret: '' })
  await rm(kit.filesFolder, { recursive: true })
  expect(await run()).toMatchObject({ files: 0 })
  await rm(join(target, 'x'))
  const key = await photo(kit)
  await rm(kit.filesFolder, { recursive: true })

  await expect(run()).rejects.toThrow(new RegExp(`^[^\\n]*${key}[^\\n]* is missing[^\\n]*$`))

  expect(await readdir(target)).toEqual([])
})

test('bulk actions, imports and exports that were under way do not hang in a restored installation', async () => {
  const job = { queued: newId(), running: newId(), whole: newId(), part: newId(), broken: newId() }
  const made = await backedUp(async ({ db, first }) => {
    for (const [id, state, matched, done, error] of [
      [job.queued, 'queued', null, 0, null],
      [job.running, 'running', 9, 5, null],
      [job.whole, 'undoing', 9, 9, null],
      [job.part, 'undoing', 9, 5, null],
      [job.broken, 'undoing', 9, 5, 'bulk.broken'],
    ])
      await db.owner.query(
        `insert into bulk_jobs (merchant_id, id, action, state, matched, done, error, actor_kind, actor_name)
         values ($1, $2, 'inactivate', $3, $4, $5, $6, 'system', 'System')`,
        [first.id, id, state, matched, done, error],
      )
    await db.owner.query(
      `insert into imports (merchant_id, id, kind, state, dry_run, storage_key, file_name, file_bytes, file_sha256, actor_kind, actor_name)
       values ($1, $2, 'customers', 'running', false, $2::uuid::text, 'a.csv', 1, '\\x00', 'system', 'System')`,
      [first.id, newId()],
    )
    await db.owner.query(
      `insert into exports (merchant_id, id, kind, format, state, file_name, actor_kind, actor_name)
       values ($1, $2, 'customers', 'csv', 'queued', 'a.csv', 'system', 'System')`,
      [first.id, newId()],
    )
  })
  const fresh = await empty()
  await restore(fresh.db.owner, { file: made.file, ...fresh.input })
  const as = callerWith(fresh.app, { authorization: `Bearer ${made.first.key}` })

  const state = async (id: string) => (await as.get(`/jobs/${id}`)).body
  expect(await state(job.queued)).toMatchObject({ state: 'cancelled', finishedAt: expect.any(String) })
  expect(await state(job.running)).toMatchObject({ state: 'cancelled', done: 5 })
  expect(await state(job.whole)).toMatchObject({ state: 'succeeded' })
  expect(await state(job.part)).toMatchObject({ state: 'cancelled' })
  expect(await state(job.broken)).toMatchObject({ state: 'failed' })
  for (const id of Object.values(job))
    expect((await as.post(`/jobs/${id}/undo`)).body).toMatchObject({ state: 'undone' })
  const { rows } = await fresh.db.owner.query('select state, error_code, storage_key from imports')
  expect(rows).toEqual([{ state: 'failed', error_code: 'import.file_gone', storage_key: null }])
  expect((await fresh.db.owner.query('select from exports')).rows).toEqual([])
})

test('what was restored is worked on at once: keys hold, customers are found', async () => {
  const made = await backedUp()
  const fresh = await empty()
  await restore(fresh.db.owner, { file: made.file, ...fresh.input })

  const reply = await fresh.anonymous.get('/customers?q=obrien', {
    authorization: `Bearer ${made.first.key}`,
  })

  expect(reply.body.items.map((item: { displayName: string }) => item.displayName)).toEqual([
    "Zoë O'Brien\t\\N".trim(),
  ])
})

test('what figures keep since the version that made a backup is made when it is restored', async () => {
  const earlier = await ordersBeforeWindows()
  const file = join(await folder(), 'all.backup')
  const storage = folderStorage(join(await folder(), 'files'))
  await backUp(earlier.pool, { file, storage, secret: 's3cret' })
  const target = await empty()

  await restore(target.db.owner, { file, ...target.input })

  const differences: unknown[] = []
  await verifyFigures(target.db, earlier.merchantId, (difference) => differences.push(difference))
  expect(differences).toEqual([])
})

test('an installation in use is left alone', async () => {
  const made = await backedUp()
  const used = await setup()

  await expect(
    restore(used.db.owner, { file: made.file, storage: used.storage, secretFile: null }),
  ).rejects.toThrow('in use')
})

test('a backup cut short changes nothing', async () => {
  const made = await backedUp()
  const fresh = await empty()
  await truncate(made.file, (await readFile(made.file)).length - 100)

  await expect(restore(fresh.db.owner, { file: made.file, ...fresh.input })).rejects.toThrow(
    /damaged or incomplete/,
  )

  expect((await fresh.db.owner.query('select count(*)::int as n from merchants')).rows[0].n).toBe(0)
  expect(await filesIn(join(fresh.input.secretFile, '..'))).toEqual([])
  expect(staged(fresh.input)).toBe(false)
})

test('a restore that the database refuses at its end leaves neither files nor a secret', async () => {
  const made = await backedUp()
  const fresh = await empty()
  await fresh.db.owner.query(`
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not so'; end $$;
    create constraint trigger refuse after insert on files deferrable initially deferred
      for each row execute function refuse()`)
  await mkdir(fresh.input.filesFolder)
  await writeFile(fresh.input.secretFile, 'of its own')

  await expect(restore(fresh.db.owner, { file: made.file, ...fresh.input })).rejects.toThrow('not so')

  expect(await filesIn(fresh.input.filesFolder)).toEqual([])
  expect(await readFile(fresh.input.secretFile, 'utf8')).toBe('of its own')
  expect(staged(fresh.input)).toBe(false)
})

test('when files cannot be put in their places at the end, it is said where they are', async () => {
  const made = await backedUp()
  const fresh = await empty()
  await mkdir(fresh.input.filesFolder)
  await writeFile(join(fresh.input.filesFolder, made.key.slice(-2)), 'in the way')

  await expect(restore(fresh.db.owner, { file: made.file, ...fresh.input })).rejects.toThrow(
    /database is restored.*\.restoring/,
  )

  expect(await filesIn(join(fresh.input.filesFolder, '.restoring'))).toEqual([made.key])
})

test('a file that is no backup is refused in one line', async () => {
  const fresh = await empty()
  const file = join(await folder(), 'x')
  await writeFile(file, 'hello')

  await expect(restore(fresh.db.owner, { file, ...fresh.input })).rejects.toThrow(/cannot be read/)
  await expect(restore(fresh.db.owner, { file: `${file}.none`, ...fresh.input })).rejects.toThrow(/no file/)
})

test('a backup that fails leaves no half file behind', async () => {
  const kit = await setup()
  const target = await folder()

  await expect(
    backUp(kit.db.owner, { file: join(target, 'missing', 'x'), storage: kit.storage, secret: '' }),
  ).rejects.toThrow()

  expect(await readdir(target)).toEqual([])
})

test('no name in an archive leads out of the data folder', () => {
  for (const name of [
    '../x',
    'files/../x',
    'files//x',
    '/etc/passwd',
    'files/a/../../x',
    'data/a/1.copy',
    'files/.hidden',
    'data/../000001.copy',
  ]) {
    expect(parseEntryName(name), name).toBeNull()
  }
  expect(parseEntryName('files/ab/cd.webp')).toEqual({ kind: 'file', key: 'ab/cd.webp' })
})
