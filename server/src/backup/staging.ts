// Where a restore writes files and the secret until the database has taken the rows: in a folder beside their places, on
// the same disk, so that moving them is only giving them their names. Files of a bucket go there at once (bucket-files.ts).
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Storage } from '../kernel/storage.ts'
import { bucketFiles } from './bucket-files.ts'

const FOLDER = '.restoring'

export type Staging = {
  /** Where all of it is, for whoever has to be told. */
  readonly where: string
  /** What an attempt that was killed has left goes first. */
  begin(): Promise<void>
  secret(content: Readable): Promise<void>
  /** By its path in the archive. */
  file(path: string, content: Readable): Promise<void>
  /** All of it on the disk. */
  settle(): Promise<void>
  place(): Promise<void>
  /** Nothing when it has not begun: what lies there is not ours. */
  drop(): Promise<void>
}

type Places = { readonly storage: Storage; readonly secretFile: string | null }

export function stagingOf({ storage, secretFile }: Places): Staging {
  const bucket = storage.folder === null ? bucketFiles(storage) : null
  const files = storage.folder === null ? null : join(storage.folder, FOLDER)
  const beside = secretFile === null ? null : join(dirname(secretFile), FOLDER)
  const folders = [files, beside].filter((folder) => folder !== null)
  const where = `the restored files are in ${[...(bucket === null ? [] : ['the bucket']), ...folders].join(' and ')}`
  let hasBegun = false
  const clear = async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  }
  return {
    where,
    begin: async () => {
      await clear()
      hasBegun = true
      for (const folder of folders) await mkdir(folder, { recursive: true, mode: 0o700 })
    },
    secret: async (content) => {
      if (beside === null) content.resume()
      else await write(join(beside, 'secret'), content)
    },
    file: async (path, content) => {
      if (files !== null) await write(join(files, path), content)
      else await bucket?.file(basename(path), content)
    },
    settle: async () => {
      await bucket?.settle()
      await syncEach(folders)
    },
    place: async () => {
      try {
        if (beside !== null && secretFile !== null) await moveSecret(join(beside, 'secret'), secretFile)
        if (files !== null && storage.folder !== null) await moveAll(files, storage.folder)
        await clear()
      } catch (error) {
        const { message } = error as Error
        throw new Error(
          `the database is restored, but a file could not be put in its place (${message}): ${where}`,
        )
      }
    },
    drop: async () => {
      if (!hasBegun) return
      await clear()
      await bucket?.takeBack()
    },
  }
}

async function write(path: string, content: Readable): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await pipeline(content, createWriteStream(path, { mode: 0o600, flush: true }))
}

/** A backup may be without one. */
async function moveSecret(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await sync(dirname(to))
}

async function moveAll(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const move = entry.isDirectory() ? moveAll : rename
    await move(join(from, entry.name), join(to, entry.name))
  }
  await sync(to)
}

async function syncEach(folders: readonly string[]): Promise<void> {
  for (const folder of folders) await syncAll(folder)
}

async function syncAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await syncAll(join(folder, entry.name))
  await sync(folder)
}

/** The names in a folder, on the disk. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}
