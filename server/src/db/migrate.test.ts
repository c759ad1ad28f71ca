import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { createDb } from './client.ts'
import { migrate } from './migrate.ts'
import { createPool } from './pool.ts'
import { requireSafeDatabase } from './self-check.ts'

test('an owner of the database who may make roles, and is no superuser, is enough', async () => {
  const server = inject('databaseServer')
  const name = `plain_${process.pid}_${Date.now()}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create role ${name} login createrole`)
  // Where the suite's own superuser made clientele_app before, it must be granted; a new server lets this role make it.
  await admin.query(`grant clientele_app to ${name}`)
  await admin.query(`create database ${name} owner ${name}`)
  const url = server.replace('owner@', `${name}@`).replace('/postgres?', `/${name}?`)
  const pool = createPool(url, { max: 2, onError: () => undefined })
  const db = createDb({ url, pooling: 'session', onError: () => undefined })
  onTestFinished(async () => {
    await pool.end()
    await db.close()
    await admin.query(`drop database ${name} with (force)`)
    await admin.query(`drop role ${name}`)
    await admin.end()
  })

  await migrate(pool)
  await requireSafeDatabase(db)
  await migrate(pool)

  expect(
    (await db.owner.query('select count(*)::int as n from schema_migrations')).rows[0].n,
  ).toBeGreaterThan(10)
})
