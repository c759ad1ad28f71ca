// Once per run: a server, and in it a migrated template that every test file copies (about 20 ms each).
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/db/migrate.ts'
import { createPool } from '../src/db/pool.ts'
import { poolerProgram, startPooler } from './pooler.ts'
import { startTestServer, type Which } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string
    /** Which PostgreSQL it is. */
    databaseKind: Which
    /** The same server behind a pooler in transaction mode. */
    pooler: string | null
  }
}

export const TEMPLATE = 'template_clientele'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const which = project.name.endsWith('installed') ? 'installed' : 'embedded'
  const server = await startTestServer(which)
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`create database ${TEMPLATE}`)
  await admin.end()
  const pool = createPool(server.url.replace('/postgres?', `/${TEMPLATE}?`), {
    max: 2,
    onError: () => undefined,
  })
  await migrate(pool)
  await pool.end()
  const program = project.name === 'server-pooled' ? poolerProgram() : null
  const pooler = program === null ? null : await startPooler(program, server.url)
  project.provide('databaseServer', server.url)
  project.provide('databaseKind', which)
  project.provide('pooler', pooler?.url ?? null)
  return async () => {
    await pooler?.stop()
    await server.stop()
  }
}
