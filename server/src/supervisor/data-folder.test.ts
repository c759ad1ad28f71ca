import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keptSecret, openDataFolder } from './data-folder.ts'
import { tryLock } from './lock.ts'

function somewhere(): string {
  const path = mkdtempSync(join(tmpdir(), 'clientele-folder-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

test('what stands in the data folder is for its owner alone', () => {
  const folder = openDataFolder(join(somewhere(), 'new/data'))

  for (const path of [folder.path, folder.run, folder.sockets]) expect(statSync(path).mode & 0o077).toBe(0)
})

test('the secret is made once and kept for its owner alone', () => {
  const folder = openDataFolder(somewhere())

  const secret = keptSecret(folder)

  expect(secret.length).toBeGreaterThanOrEqual(43)
  expect(keptSecret(folder)).toBe(secret)
  expect(statSync(join(folder.path, 'secret')).mode & 0o777).toBe(0o600)
})

test('a path too long for a socket gets short folders of its own', () => {
  const deep = join(somewhere(), 'a'.repeat(60), 'b'.repeat(60))
  mkdirSync(deep, { recursive: true })

  const folder = openDataFolder(deep)
  onTestFinished(() => {
    for (const path of [folder.sockets, dirname(folder.control)]) rmSync(path, { recursive: true })
  })

  expect(Buffer.byteLength(join(folder.sockets, '.s.PGSQL.5432'))).toBeLessThan(104)
  expect(Buffer.byteLength(folder.control)).toBeLessThan(104)
  expect(statSync(folder.sockets).mode & 0o077).toBe(0)
  expect(openDataFolder(deep)).toEqual(folder)
})

test('a folder has one holder at a time, by whatever path it is reached', async () => {
  const path = somewhere()
  const lock = await tryLock(openDataFolder(path))

  expect(await tryLock(openDataFolder(`${path}/../${path.split('/').at(-1)}`))).toBeNull()
  lock?.release()
  const next = await tryLock(openDataFolder(path))
  expect(next).not.toBeNull()
  next?.release()
})
