// Stored files that no row names: of photos that were replaced, and of writes that were cut off. They go a day after they
// were last touched, so that whatever has just been put away gets its row, and backups find what their snapshot names.
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool } from 'pg'
import type { Db } from '../../db/client.ts'

const KEPT_MS = 24 * 3_600_000
const DAY_MS = 24 * 3_600_000
const BATCH = 10_000
/** What storage.ts writes: an id of ours (version 7, which begins with its time), or the half of such a file. */
const STORED = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(\.part)?$/

const sweptAt = new WeakMap<Db, number>()

/** Called hourly, does it daily: it looks at every file there is. */
export async function sweepDaily(db: Db, folder: string): Promise<void> {
  const now = Date.now()
  if (folder === '' || now - (sweptAt.get(db) ?? 0) < DAY_MS) return
  sweptAt.set(db, now)
  await sweepFiles(db.owner, folder)
}

/** Answers how many went. */
export async function sweepFiles(owner: Pool, folder: string): Promise<number> {
  const since = await beginning(owner)
  if (since === null) return 0
  let removed = 0
  let batch: { readonly name: string; readonly path: string }[] = []
  const flush = async () => {
    const named = await namedOf(
      owner,
      batch.map(({ name }) => name),
    )
    for (const { name, path } of batch) {
      if (named.has(name)) continue
      await rm(path, { force: true })
      removed++
    }
    batch = []
  }
  for await (const file of oldFiles(folder, since)) {
    batch.push(file)
    if (batch.length === BATCH) await flush()
  }
  await flush()
  return removed
}

/**
 * When the first merchant was made; null while there is none. Files from before are not this database's: somebody tries
 * another one over the same folder, and wants to find the photos again when they go back.
 */
async function beginning(owner: Pool): Promise<number | null> {
  const { rows } = await owner.query<{ at: Date | null }>('select min(created_at) as at from merchants', [])
  return rows[0]?.at?.getTime() ?? null
}

async function* oldFiles(folder: string, since: number) {
  const until = Date.now() - KEPT_MS
  for (const part of (await listed(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const name of await listed(join(folder, part))) {
      const [, high, low] = STORED.exec(name) ?? []
      if (high === undefined || low === undefined || Number.parseInt(high + low, 16) < since) continue
      const path = join(folder, part, name)
      const found = await stat(path).catch(orMissing)
      if (found?.isFile() && found.mtimeMs < until) yield { name, path }
    }
  }
}

const listed = async (folder: string) => (await readdir(folder).catch(orMissing)) ?? []

function orMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

/** Of every table that names stored files, so that none that comes later is forgotten here. */
async function namedOf(owner: Pool, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const { rows: tables } = await owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'storage_key' and not a.attisdropped`,
    [],
  )
  if (tables.length === 0) throw new Error('no table names stored files')
  const each = tables.map(({ name }) => `select storage_key from ${name} where storage_key = any($1)`)
  const { rows } = await owner.query<{ storage_key: string }>({
    text: each.join(' union all '),
    values: [[...keys]],
  })
  return new Set(rows.map((row) => row.storage_key))
}
