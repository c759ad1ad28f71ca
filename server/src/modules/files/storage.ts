// Where the bytes lie: a folder, or later a bucket. What they are and whose stands in the database.
import { type FileHandle, mkdir, open, readFile, rename, rm, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type Storage = {
  put(key: string, bytes: Uint8Array): Promise<void>
  get(key: string): Promise<Buffer>
  /** An empty file to be filled bit by bit; whoever has it open sees it grow. */
  create(key: string): Promise<FileHandle>
  /** For reading; null when there is none. */
  open(key: string): Promise<FileHandle | null>
  /** For readers that need a path of the disk. */
  path(key: string): string
  /** What nothing names goes a day after it was touched. Not an error when there is none. */
  touch(key: string): Promise<void>
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
    create: async (key) => {
      await mkdir(dirname(place(key)), { recursive: true, mode: 0o700 })
      return open(place(key), 'w', 0o600)
    },
    open: (key) =>
      open(place(key), 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      }),
    path: place,
    touch: (key) =>
      utimes(place(key), new Date(), new Date()).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
      }),
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
