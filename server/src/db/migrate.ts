// Plain SQL migrations, forward only, under one advisory lock; the hash of each landed file is kept and compared.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'

const folder = new URL('../../../migrations/', import.meta.url)
const LOCK = 'clientele.migrate'

type Migration = { readonly name: string; readonly text: string; readonly sha256: string }

/**
 * Brings the schema of the pool's database up to this code, or up to another folder of migrations. Throws an Error whose
 * message is one line for the operator.
 */
export async function migrate(owner: pg.Pool, from: URL = folder): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [LOCK])
    await requireServer(client)
    await ensureAppRole(client)
    await applyMissing(client, await readMigrations(from))
    await runMigrations({ pgPool: owner, logger: silent })
    await client.query('select pg_advisory_unlock(hashtext($1))', [LOCK])
  } finally {
    client.release(true)
  }
}

/** Refuses to serve on a schema that lacks migrations or has ones this code does not know. */
export async function requireMigrated(owner: pg.Pool): Promise<void> {
  const known = (await readMigrations(folder)).map((m) => m.name)
  const applied = await appliedNames(owner)
  const missing = known.filter((name) => !applied.has(name))
  if (missing.length > 0)
    throw new Error(`the database lacks ${missing[0]}: run "npm run -s clientele -- migrate"`)
  refuseNewer(known, applied)
}

async function requireServer(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query(
    "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
    [],
  )
  if (rows[0].version < 150000) throw new Error('PostgreSQL 15 or newer is needed')
  if (rows[0].encoding !== 'UTF8')
    throw new Error(`the database must be encoded in UTF8, not ${rows[0].encoding}`)
}

async function ensureAppRole(client: pg.PoolClient): Promise<void> {
  try {
    await client.query(`do $$ begin
      create role clientele_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
    exception when duplicate_object or unique_violation then null;
    end $$`)
    // From 16 on, whoever creates a role administers it but may not stand as it until that is granted too.
    await client.query(`do $$ begin
      if not pg_has_role(current_user, 'clientele_app', case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
        execute format('grant clientele_app to %I', current_user);
      end if;
    end $$`)
    await client.query(
      'revoke create on schema public from clientele_app; grant usage on schema public to clientele_app',
    )
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    throw new Error(
      'the database user may not create the role clientele_app: give it CREATEROLE, or create the role and grant it to this user',
    )
  }
}

async function applyMissing(client: pg.PoolClient, migrations: readonly Migration[]): Promise<void> {
  await client.query(`create table if not exists schema_migrations (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query('select name, sha256 from schema_migrations', [])
  const applied = new Map<string, string>(rows.map((row) => [row.name, row.sha256]))
  refuseNewer(
    migrations.map((m) => m.name),
    applied,
  )
  for (const migration of migrations) {
    const hash = applied.get(migration.name)
    if (hash === undefined) await apply(client, migration)
    else if (hash !== migration.sha256)
      throw new Error(`${migration.name} was changed after it had been applied`)
  }
}

/** A release that is still at work may stand in its way: then it waits, or gives way and begins again. */
async function apply(client: pg.PoolClient, migration: Migration, tries = 5): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.text)
    await client.query('insert into schema_migrations (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    const code = (error as { code?: string }).code
    if (code === '40P01' && tries > 1) return apply(client, migration, tries - 1)
    if (code === '42501')
      throw new Error(
        'the database user may not create the extension pg_trgm or tables: make it the owner of the database',
      )
    throw new Error(`${migration.name}: ${(error as Error).message}`, { cause: error })
  }
}

async function readMigrations(from: URL): Promise<Migration[]> {
  const names = (await readdir(from)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, from), 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

async function appliedNames(owner: pg.Pool): Promise<Map<string, string>> {
  const { rows: exists } = await owner.query("select to_regclass('schema_migrations') is not null as yes", [])
  if (!exists[0].yes) return new Map()
  const { rows } = await owner.query('select name, sha256 from schema_migrations', [])
  return new Map(rows.map((row) => [row.name, row.sha256]))
}

function refuseNewer(known: readonly string[], applied: ReadonlyMap<string, string>): void {
  const unknown = [...applied.keys()].filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new Error(
      `the database is newer than this version of Clientele (it has ${unknown[0]}): upgrade the program`,
    )
}

const silent = { error() {}, warn() {}, info() {}, debug() {}, scope: () => silent } as never
