// Stored files that no row names: of photos that were replaced, and of writes that were cut off. They go a day after they
// were last touched, so that whatever has just been put away gets its row, and backups find what their snapshot names.
import type { Pool } from 'pg'
import type { Db } from '../../db/client.ts'
import { ahead } from '../../kernel/ahead.ts'
import type { OldFile, Storage } from '../../kernel/storage.ts'

const KEPT_MS = 24 * 3_600_000
const DAY_MS = 24 * 3_600_000
const BATCH = 10_000
/** A bucket is far away. */
const AT_ONCE = 16

const sweptAt = new WeakMap<Db, number>()

/** Called hourly, does it daily: it looks at every file there is. */
export async function sweepDaily(db: Db, storage: Storage): Promise<void> {
  const now = Date.now()
  if (now - (sweptAt.get(db) ?? 0) < DAY_MS) return
  sweptAt.set(db, now)
  await sweepFiles(db.owner, storage)
}

/** Answers how many went. */
export async function sweepFiles(owner: Pool, storage: Storage): Promise<number> {
  const since = await beginning(owner)
  if (since === null) return 0
  let removed = 0
  let batch: OldFile[] = []
  const flush = async () => {
    const named = await namedOf(
      owner,
      batch.map(({ name }) => name),
    )
    const orphans = batch.filter(({ name }) => !named.has(name))
    for await (const _ of ahead(orphans, AT_ONCE, (file) => file.remove())) removed++
    batch = []
  }
  for await (const file of storage.old({ since, until: Date.now() - KEPT_MS })) {
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
