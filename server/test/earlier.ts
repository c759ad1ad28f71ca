// A database as an earlier release has left it, to be brought up to this one.
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { migrate } from '../src/db/migrate.ts'
import { createPool } from '../src/db/pool.ts'

const migrations = new URL('../../migrations/', import.meta.url)

/** With the migrations whose names come before this one; gone when the test is over. */
export async function databaseBefore(
  migration: string,
): Promise<{ readonly url: string; readonly pool: pg.Pool }> {
  const server = inject('databaseServer')
  const name = `before_${process.pid}_${Date.now()}`
  const url = server.replace('/postgres?', `/${name}?`)
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const earlier = await mkdtemp(join(tmpdir(), 'clientele-migrations-'))
  const pool = createPool(url, { max: 2, onError: () => undefined })
  onTestFinished(async () => {
    await pool.end()
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
    await rm(earlier, { recursive: true })
  })
  for (const file of (await readdir(migrations)).filter((file) => file < migration))
    await copyFile(new URL(file, migrations), join(earlier, file))
  await migrate(pool, pathToFileURL(`${earlier}/`))
  return { url, pool }
}
