import { existsSync } from 'node:fs'
import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { cleanUp } from '../../housekeeping.ts'
import { newId } from '../../kernel/ids.ts'
import { folderStorage } from './folder-storage.ts'
import { sweepFiles } from './sweep.ts'

const LONG_AGO = new Date(Date.now() - 25 * 3_600_000)

async function stored() {
  const kit = await setup()
  const { storage, filesFolder } = kit
  const pathOf = (key: string) => join(filesFolder, key.slice(-2), key)
  const put = async (key = newId(), at: Date | null = LONG_AGO) => {
    await storage.put(key, Buffer.from('bytes'))
    if (at !== null) await utimes(pathOf(key), at, at)
    return key
  }
  return { ...kit, pathOf, put, isThere: (key: string) => existsSync(pathOf(key)) }
}

type Kit = Awaited<ReturnType<typeof stored>>

async function nameByRows({ db, first, merchant, as }: Kit, keys: readonly [string, string, string]) {
  const { body } = await as.post('/customers', { firstName: 'Ann' })
  await db.owner.query(
    `insert into files (merchant_id, id, customer_id, kind, storage_key, content_type, bytes, sha256)
     values ($1, $2, $3, 'photo', $2::uuid::text, 'image/webp', 5, '\\x00')`,
    [first.id, keys[0], body.id],
  )
  await db.owner.query(
    `insert into imports (merchant_id, id, kind, state, dry_run, storage_key, file_name, file_bytes, file_sha256, actor_kind, actor_name)
     values ($1, $2, 'customers', 'queued', false, $3, 'a.csv', 1, '\\x00', 'system', 'System')`,
    [(await merchant()).id, newId(), keys[1]],
  )
  await db.owner.query(
    `insert into exports (merchant_id, id, kind, format, state, storage_key, file_name, actor_kind, actor_name)
     values ($1, $2, 'customers', 'csv', 'running', $3, 'a.csv', 'system', 'System')`,
    [first.id, newId(), keys[2]],
  )
}

test('stored files that no row of any merchant names go after a day; named, young and foreign ones stay', async () => {
  const kit = await stored()
  const named = [await kit.put(), await kit.put(), await kit.put()] as const
  await nameByRows(kit, named)
  const young = await kit.put(newId(), null)
  const orphan = await kit.put()
  const half = `${kit.pathOf(orphan)}.part`
  await writeFile(half, 'half')
  await utimes(half, LONG_AGO, LONG_AGO)
  const note = join(kit.filesFolder, orphan.slice(-2), 'README')
  await writeFile(note, 'mine')
  await utimes(note, LONG_AGO, LONG_AGO)

  await cleanUp(kit.db, kit.storage)

  expect([...named, young, orphan].map(kit.isThere)).toEqual([true, true, true, true, false])
  expect([existsSync(half), existsSync(note)]).toEqual([false, true])
})

test('files older than the installation, and all while it is empty, are those of another and stay', async () => {
  const kit = await stored()
  const older = await kit.put(v7({ msecs: Date.now() - 86_400_000 }))
  const orphan = await kit.put()

  expect(await sweepFiles(kit.db.owner, kit.storage)).toBe(1)
  expect([older, orphan].map(kit.isThere)).toEqual([true, false])

  const late = await kit.put()
  await kit.db.owner.query('delete from merchants')
  expect(await sweepFiles(kit.db.owner, kit.storage)).toBe(0)
  expect(kit.isThere(late)).toBe(true)
})

test('the folder is looked through once a day', async () => {
  const kit = await stored()
  await cleanUp(kit.db, kit.storage)
  const orphan = await kit.put()

  await cleanUp(kit.db, kit.storage)

  expect(kit.isThere(orphan)).toBe(true)
})

test('a folder that is not there yet is no error', async () => {
  const kit = await setup()

  expect(await sweepFiles(kit.db.owner, folderStorage(join(kit.filesFolder, 'none')))).toBe(0)
})
