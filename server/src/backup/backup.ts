import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { ClientBase, Pool } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Pack, pack } from 'tar-stream'
import { ahead } from '../kernel/ahead.ts'
import type { Storage } from '../kernel/storage.ts'
import { FORMAT, type Manifest, PIECE_BYTES } from './archive.ts'
import { type Table, tablesInOrder } from './catalogue.ts'

export type BackupInput = {
  readonly file: string
  readonly storage: Storage
  readonly secret: string
}

/**
 * Writes a backup of one moment (one repeatable-read snapshot), streaming: memory stays flat at any size. The file gets
 * its name when all is written. Answers the number of rows and files.
 */
export async function backUp(owner: Pool, input: BackupInput): Promise<{ rows: number; files: number }> {
  const client = await owner.connect()
  const draft = `${input.file}.part-${process.pid}`
  try {
    await client.query('begin transaction isolation level repeatable read, read only')
    const archive = pack()
    const written = pipeline(archive, createGzip({ level: 5 }), createWriteStream(draft, { mode: 0o600 }))
    const counts = await Promise.all([fill(archive, client, input), written]).then(([result]) => result)
    await client.query('commit')
    await keep(draft, input.file)
    return counts
  } finally {
    await rm(draft, { force: true })
    client.release(true)
  }
}

async function fill(
  archive: Pack,
  client: ClientBase,
  input: BackupInput,
): Promise<{ rows: number; files: number }> {
  try {
    const tables = await tablesInOrder(client)
    await add(
      archive,
      'manifest.json',
      Buffer.from(JSON.stringify(await manifestOf(client, tables), null, 2)),
    )
    await add(archive, 'secret', Buffer.from(input.secret))
    let rows = 0
    for (const table of tables) rows += await addTable(archive, client, table)
    const files = await addFiles(archive, client, input.storage)
    archive.finalize()
    return { rows, files }
  } catch (error) {
    archive.destroy(error as Error)
    throw error
  }
}

async function manifestOf(client: ClientBase, tables: readonly Table[]): Promise<Manifest> {
  const { rows } = await client.query('select name from schema_migrations order by name', [])
  return {
    format: FORMAT,
    product: 'clientele',
    madeAt: new Date().toISOString(),
    migrations: rows.map((row) => row.name),
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
  }
}

/** The rows as COPY text, cut into pieces at row ends. */
async function addTable(archive: Pack, client: ClientBase, table: Table): Promise<number> {
  const columns = table.columns.map((column) => `"${column}"`).join(', ')
  const stream = client.query(copyTo(`copy "${table.name}" (${columns}) to stdout`))
  let piece: Buffer[] = []
  let size = 0
  let pieces = 0
  const flush = async () => {
    if (size === 0) return
    await add(archive, `data/${table.name}/${String(++pieces).padStart(6, '0')}.copy`, Buffer.concat(piece))
    piece = []
    size = 0
  }
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    piece.push(chunk)
    size += chunk.length
    if (size >= PIECE_BYTES) await flush()
  }
  await flush()
  return stream.rowCount ?? 0
}

/** Photos are small, and a bucket is far away. */
const FILES_AT_ONCE = 16

/**
 * The files that rows of this moment name, and only those: what else lies there is on its way in or out. Their
 * bytes are still there, as replaced ones stay for a day.
 */
async function addFiles(archive: Pack, client: ClientBase, storage: Storage): Promise<number> {
  let count = 0
  await client.query('declare named cursor for select distinct storage_key as key from files order by 1')
  for (;;) {
    const { rows } = await client.query<{ key: string }>('fetch 1000 from named')
    const read = async ({ key }: { readonly key: string }) => ({ key, bytes: await storage.get(key) })
    for await (const { key, bytes } of ahead(rows, FILES_AT_ONCE, read)) {
      if (bytes === null) throw new Error(`the file ${key}, which the database names, is missing`)
      // In folders as they lie on a disk, whatever place they come from: tools find their way, restores do to any place.
      await add(archive, `files/${key.slice(-2)}/${key}`, bytes)
    }
    count += rows.length
    if (rows.length === 0) return count
  }
}

function add(archive: Pack, name: string, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, mode: 0o600 }, content, (error) => (error ? reject(error) : resolve()))
  })
}

/** On the disk, under its name, before success is said. */
async function keep(draft: string, file: string): Promise<void> {
  const handle = await open(draft, 'r+')
  await handle.sync().finally(() => handle.close())
  await rename(draft, file)
  const folder = await open(dirname(file))
  await folder.sync().finally(() => folder.close())
}
