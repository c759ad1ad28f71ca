// Where the bytes lie: a folder, or later a bucket. What they are and whose stands in the database.
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type Storage = {
  put(key: string, bytes: Uint8Array): Promise<void>
  get(key: string): Promise<Buffer>
  /** Not an error when there is none. */
  remove(key: string): Promise<void>
}

export function folderStorage(folder: string): Storage {
  const place = (key: string) => {
    if (!/^[a-z0-9-]{8,100}$/.test(key)) throw new Error('not a storage key')
    return join(folder, key.slice(-2), key)
  }
  return {
    put: (key, bytes) => writeWhole(place(key), bytes),
    get: (key) => readFile(place(key)),
    remove: (key) => rm(place(key), { force: true }),
  }
}

/** Whole or not at all, and on the disk before anything is answered. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const temporary = `${path}.part`
  const file = await open(temporary, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}
