// Backups from a bucket and into one.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backUp } from '../src/backup/backup.ts'
import { restore } from '../src/backup/restore.ts'
import { newId } from '../src/kernel/ids.ts'
import type { Storage } from '../src/kernel/storage.ts'
import { folderStorage } from '../src/modules/files/index.ts'
import { withBucket } from './bucket.kit.ts'
import { setup } from './harness.ts'

type Kit = Awaited<ReturnType<typeof setup>>

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'clientele-bucket-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

/** Photos with rows that name them, and a file that none names. */
async function fill({ as, db, first, storage }: Kit, count: number): Promise<string[]> {
  const customer = (await as.post('/customers', { firstName: 'Ann' })).body.id
  const keys = Array.from({ length: count }, newId)
  for (const key of keys) {
    await storage.put(key, Buffer.from(`picture ${key}`))
    await db.owner.query(
      `insert into files (merchant_id, id, customer_id, kind, storage_key, content_type, bytes, sha256)
       values ($1, $2, $3, 'photo', $2::uuid::text, 'image/webp', 44, '\\x00')`,
      [first.id, key, customer],
    )
  }
  await storage.put(newId(), Buffer.from('an upload'))
  return keys
}

async function backedUp(kit: Kit) {
  const file = join(await folder(), 'all.backup')
  return { file, ...(await backUp(kit.db.owner, { file, storage: kit.storage, secret: 's3cret' })) }
}

async function emptied<T extends Kit>(kit: T): Promise<T> {
  await kit.db.owner.query('delete from merchants')
  return kit
}

/** At the commit. */
const refuseMerchants = ({ db }: Kit) =>
  db.owner.query(`
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not so'; end $$;
    create constraint trigger refuse after insert on files deferrable initially deferred
      for each row execute function refuse()`)

const pictures = (storage: Storage, keys: readonly string[]) =>
  Promise.all(keys.map(async (key) => String(await storage.get(key))))
const wanted = (keys: readonly string[]) => keys.map((key) => `picture ${key}`)

test('a backup of a bucket is restored into a folder', async () => {
  const made = await withBucket()
  const keys = await fill(made, 40)
  const { file, files } = await backedUp(made)
  const fresh = await emptied(await setup())
  const storage = folderStorage(join(await folder(), 'files'))

  expect(await restore(fresh.db.owner, { file, storage, secretFile: null })).toMatchObject({ files: 40 })

  expect(files).toBe(40)
  expect(await pictures(storage, keys)).toEqual(wanted(keys))
})

test('a backup of a folder is restored into a bucket, the secret into its file', async () => {
  const made = await setup()
  const keys = await fill(made, 40)
  const { file } = await backedUp(made)
  const fresh = await emptied(await withBucket())
  const secretFile = join(await folder(), 'secret')

  expect(await restore(fresh.db.owner, { file, storage: fresh.storage, secretFile })).toMatchObject({
    files: 40,
  })

  expect(fresh.keysIn().sort()).toEqual([...keys].sort())
  expect(await pictures(fresh.storage, keys)).toEqual(wanted(keys))
})

test('a restore that the database refuses takes back what it brought, and not what was there', async () => {
  const made = await setup()
  const keys = await fill(made, 5)
  const { file } = await backedUp(made)
  const fresh = await emptied(await withBucket())
  await fresh.storage.put(keys[0] as string, Buffer.from(`picture ${keys[0]}`))
  await refuseMerchants(fresh)

  await expect(restore(fresh.db.owner, { file, storage: fresh.storage, secretFile: null })).rejects.toThrow(
    'not so',
  )

  expect(fresh.keysIn()).toEqual([keys[0]])
})

test('what the database refused is told, also when the bucket does not let go of what was brought', async () => {
  const made = await setup()
  await fill(made, 5)
  const { file } = await backedUp(made)
  const fresh = await emptied(await withBucket())
  await refuseMerchants(fresh)
  fresh.s3.trouble = ({ method, key }) =>
    method === 'DELETE' && key.endsWith(fresh.keysIn()[0] ?? '') ? { status: 503 } : undefined

  await expect(restore(fresh.db.owner, { file, storage: fresh.storage, secretFile: null })).rejects.toThrow(
    'not so',
  )

  expect(fresh.keysIn()).toHaveLength(1)
})

test('a bucket that goes away in the middle leaves the installation empty', async () => {
  const made = await setup()
  await fill(made, 60)
  const { file } = await backedUp(made)
  const fresh = await emptied(await withBucket())
  let puts = 0
  fresh.s3.trouble = ({ method }) => (method === 'PUT' && ++puts > 20 ? { status: 503 } : undefined)

  await expect(
    restore(fresh.db.owner, { file, storage: fresh.storage, secretFile: null }),
  ).rejects.toMatchObject({
    code: 'files.unavailable',
  })

  expect((await fresh.db.owner.query('select from merchants')).rows).toEqual([])
  expect(fresh.keysIn()).toEqual([])
})

test('a file that a row names and that the bucket has lost fails the backup', async () => {
  const made = await withBucket()
  const keys = await fill(made, 3)
  made.s3.objects.delete(`clientele/${keys[1]}`)

  await expect(backedUp(made)).rejects.toThrow(new RegExp(`${keys[1]}, which the database names, is missing`))
})
