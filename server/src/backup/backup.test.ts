import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { setup } from '../../test/harness.ts'
import { parseEntryName } from './archive.ts'
import { backUp } from './backup.ts'
import { restore } from './restore.ts'

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'clientele-backup-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

/** An installation with customers and a file, and the backup of it. */
async function backedUp() {
  const kit = await setup()
  await kit.as.post('/customers', {
    type: 'personal',
    firstName: 'Zoë',
    lastName: "O'Brien\t\\N",
    notes: 'two\nlines',
    phone: '+1 212 555 0123',
  })
  await kit.as.post('/customers', { type: 'business', businessName: '田中商店', tags: ['VIP'] })
  await writeFile(join(kit.filesFolder, 'photo.webp'), 'picture')
  const file = join(await folder(), 'all.backup')
  const counts = await backUp(kit.db.owner, { file, filesFolder: kit.filesFolder, secret: 's3cret' })
  return { ...kit, file, counts }
}

async function empty() {
  const kit = await setup()
  await kit.db.owner.query('delete from merchants')
  const files = await folder()
  return { ...kit, input: { filesFolder: join(files, 'files'), secretFile: join(files, 'secret') } }
}

test('a backup restored into an empty installation is the same, files and secret included', async () => {
  const made = await backedUp()
  const fresh = await empty()

  const counts = await restore(fresh.db.owner, { file: made.file, ...fresh.input })

  expect(counts).toEqual(made.counts)
  for (const table of [
    'customers',
    'customer_search',
    'customer_keys',
    'tags',
    'customer_tags',
    'activities',
    'api_keys',
  ]) {
    const rows = async (kit: typeof fresh | typeof made) =>
      (await kit.db.owner.query(`select to_jsonb(t) as row from ${table} t order by t::text`)).rows
    expect(await rows(fresh), table).toEqual(await rows(made))
  }
  expect(await readFile(join(fresh.input.filesFolder, 'photo.webp'), 'utf8')).toBe('picture')
  expect(await readFile(fresh.input.secretFile, 'utf8')).toBe('s3cret')
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

test('an installation in use is left alone', async () => {
  const made = await backedUp()
  const used = await setup()

  await expect(
    restore(used.db.owner, { file: made.file, filesFolder: used.filesFolder, secretFile: null }),
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
    backUp(kit.db.owner, { file: join(target, 'missing', 'x'), filesFolder: kit.filesFolder, secret: '' }),
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
