import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { databaseBefore } from '../../test/earlier.ts'
import { newId } from '../kernel/ids.ts'
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

test('who was there before orders were may read and write them, and counts in the census', async () => {
  const { pool } = await databaseBefore('0026')
  const [merchant, press, ann, bob] = [newId(), newId(), newId(), newId()]
  await pool.query(
    `insert into merchants (merchant_id, name, currency, country, time_zone, locale, normaliser_version)
     values ($1, 'Deli', 'USD', 'US', 'UTC', 'en', 1)`,
    [merchant],
  )
  await pool.query(
    `insert into roles (merchant_id, key, name, permissions)
     select $1, k, k, '{customers.read}' from unnest('{owner,manager,staff,readonly}'::text[]) k`,
    [merchant],
  )
  await pool.query(
    `insert into customers (merchant_id, id, type, display_name, customer_since)
     select $1, id, type, 'Somebody', '2024-05-06' from unnest($2::uuid[], '{business,personal,personal}'::text[]) c(id, type)`,
    [merchant, [press, ann, bob]],
  )
  await pool.query(
    `insert into affiliations (merchant_id, contact_id, organization_id, sort_name) values ($1, $2, $3, '')`,
    [merchant, ann, press],
  )

  await migrate(pool)

  const roles = await pool.query('select key, permissions from roles order by key', [])
  const now = ['customers.read', 'orders.read', 'orders.write']
  expect(roles.rows).toEqual([
    { key: 'manager', permissions: now },
    { key: 'owner', permissions: now },
    { key: 'readonly', permissions: ['customers.read'] },
    { key: 'staff', permissions: now },
  ])
  const census = await pool.query('select what, day::text, n from customer_census order by what', [])
  expect(census.rows).toEqual([
    { what: 'contact', day: '0001-01-01', n: 1 },
    { what: 'individual', day: '0001-01-01', n: 1 },
    { what: 'organization', day: '0001-01-01', n: 1 },
    { what: 'since', day: '2024-05-06', n: 3 },
  ])
})
