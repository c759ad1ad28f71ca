import { createReadStream, type Stats } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ByteSource, Followed, OldFile, Storage } from '../../kernel/storage.ts'
import { requireKey, storedName } from './stored-names.rules.ts'

export function folderStorage(folder: string): Storage {
  const place = (key: string) => join(folder, requireKey(key).slice(-2), key)
  return {
    folder,
    put: (key, bytes) => writeWhole(place(key), bytes),
    receive: async (key, from) => {
      const file = await created(place(key))
      await pipeline(from, file.createWriteStream({ flush: true }))
    },
    get: (key) => readFile(place(key)).catch(nullIfMissing),
    has: async (key) => (await stat(place(key)).catch(nullIfMissing)) !== null,
    source: (key) => fileSource(place(key)),
    create: async (key) => {
      const file = await created(place(key))
      return { append: (bytes) => file.appendFile(bytes), close: () => file.close() }
    },
    follow: (key) => follow(place(key)),
    touch: async (key) => {
      await utimes(place(key), new Date(), new Date()).catch(nullIfMissing)
    },
    remove: (key) => rm(place(key), { force: true }),
    old: (span) => oldFiles(folder, span),
  }
}

async function created(path: string) {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  return open(path, 'w', 0o600)
}

/** Whole or not at all, and on the disk before anything is answered. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.part`
  const file = await created(temporary)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}

function fileSource(path: string): ByteSource {
  return {
    size: async () => (await stat(path)).size,
    read: async (at, length) => {
      const file = await open(path)
      try {
        const buffer = Buffer.alloc(length)
        const { bytesRead } = await file.read(buffer, 0, length, at)
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
    stream: ({ start = 0, length, chunk = 64 * 1024 } = {}) =>
      createReadStream(path, {
        start,
        ...(length !== undefined && { end: start + length - 1 }),
        highWaterMark: chunk,
      }),
  }
}

const BLOCK = 256 * 1024

async function follow(path: string): Promise<Followed | null> {
  const file = await open(path).catch(nullIfMissing)
  if (file === null) return null
  let at = 0
  return {
    next: async () => {
      const block = Buffer.allocUnsafe(BLOCK)
      const { bytesRead } = await file.read(block, 0, BLOCK, at)
      at += bytesRead
      return bytesRead === 0 ? null : block.subarray(0, bytesRead)
    },
    close: () => file.close(),
  }
}

type Span = { readonly since: number; readonly until: number }

async function* oldFiles(folder: string, { since, until }: Span): AsyncGenerator<OldFile> {
  for (const part of (await listed(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const name of await listed(join(folder, part))) {
      const madeAt = storedName(name)?.madeAt
      if (madeAt === undefined || madeAt < since) continue
      const path = join(folder, part, name)
      const found: Stats | null = await stat(path).catch(nullIfMissing)
      if (found?.isFile() && found.mtimeMs < until) yield { name, remove: () => rm(path, { force: true }) }
    }
  }
}

const listed = async (folder: string) => (await readdir(folder).catch(nullIfMissing)) ?? []

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
