import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backupCommand } from '../src/cli/backup.ts'
import { loadConfig } from '../src/config.ts'
import { setup } from './harness.ts'

async function commandLine() {
  const kit = await setup()
  const folder = await mkdtemp(join(tmpdir(), 'clientele-backup-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const out = join(folder, 'out')
  await mkdir(out)
  const config = loadConfig({ DATABASE_URL: kit.url, CLIENTELE_DATA: join(folder, 'data') })
  const run = async (...args: string[]) => {
    const lines: string[] = []
    await backupCommand(args, { config, out: (line) => void lines.push(line) })
    return JSON.parse(lines.join())
  }
  return { kit, out, file: join(out, 'all.backup'), run }
}

test('a file that is there already is replaced only when that is asked for', async () => {
  const { out, file, run } = await commandLine()
  await writeFile(file, 'the only good one')

  await expect(run('--out', file)).rejects.toThrow(
    `${file} exists already: name another file, or replace it with --force`,
  )
  expect(await readFile(file, 'utf8')).toBe('the only good one')

  expect(await run('--out', file, '--force')).toMatchObject({ file, files: 0 })
  expect((await readFile(file)).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]))
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readdir(out)).toEqual(['all.backup'])
})

test('a backup that breaks off leaves what stood under its name, and nothing else', async () => {
  const { kit, out, file, run } = await commandLine()
  await run('--out', file)
  const before = await readFile(file)
  const { id } = (await kit.as.post('/customers', { firstName: 'Ann' })).body
  await kit.db.owner.query(
    `insert into files (merchant_id, id, customer_id, kind, storage_key, content_type, bytes, sha256)
     values ($1, $2, $2, 'photo', $2::uuid::text, 'image/webp', 7, '\\x00')`,
    [kit.first.id, id],
  )

  await expect(run('--out', file, '--force')).rejects.toThrow(/which the database names, is missing$/)
  await expect(run('--out', join(out, 'new.backup'))).rejects.toThrow(/is missing$/)

  expect(await readFile(file)).toEqual(before)
  expect(await readdir(out)).toEqual(['all.backup'])
})

test('a place where no file can stand is told before anything is written', async () => {
  const { out, run } = await commandLine()

  await expect(run('--out', out, '--force')).rejects.toThrow(`${out} is a folder: name a file in it`)
  await expect(run('--out', join(out, 'no/where.backup'))).rejects.toThrow(
    `there is no folder ${join(out, 'no')}`,
  )
})
