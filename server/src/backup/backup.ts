import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { ClientBase, Pool } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Pack, pack } from 'tar-stream'
import { folderStorage } from '../modules/files/index.ts'
import { FORMAT, type Manifest, PIECE_BYTES } from './archive.ts'
import { type Table, tablesInOrder } from './catalogue.ts'

export type BackupInput = {
  readonly file: string
  readonly filesFolder: string
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
    const files = await addFiles(archive, client, input.filesFolder)
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

/**
 * The files that rows of this moment name, and only those: what else lies in the folder is on its way in or out. Their
 * bytes are still there, as replaced ones stay for a day.
 */
async function addFiles(archive: Pack, client: ClientBase, folder: string): Promise<number> {
  const storage = folderStorage(folder)
  let count = 0
  await client.query('declare named cursor for select distinct storage_key as key from files order by 1')
  for (;;) {
    const { rows } = await client.query<{ key: string }>('fetch 1000 from named')
    for (const { key } of rows) await addFile(archive, storage.path(key), folder)
    count += rows.length
    if (rows.length === 0) return count
  }
}

async function addFile(archive: Pack, path: string, folder: string): Promise<void> {
  const { size } = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Error(`the file ${path}, which the database names, is missing`)
    throw error
  })
  const name = `files/${relative(folder, path).split('\\').join('/')}`
  await pipeline(createReadStream(path), archive.entry({ name, size, mode: 0o600 }))
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
