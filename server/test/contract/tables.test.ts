// The separation of merchants as the catalogue has it: what no test of a route can see.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { setup } from '../harness.ts'

/** Global by design: people and what signs them in, before a merchant is known. Reached by definer functions only. */
const global = ['credentials', 'password_resets', 'schema_migrations', 'sessions', 'users']

async function tables(owner: {
  query(text: string): Promise<{ rows: { name: string; rls: boolean; merchant: boolean }[] }>
}) {
  const { rows } = await owner.query(`
    select c.relname as name, c.relrowsecurity as rls,
           exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'merchant_id' and not a.attisdropped) as merchant
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`)
  return rows
}

test('every table is a merchant table or one of the few global ones', async () => {
  const { db } = await setup()
  const names = (await tables(db.owner))
    .filter((t) => !t.merchant || t.name === 'sessions')
    .map((t) => t.name)

  expect(names).toEqual(global)
})

test('a merchant table has row-level security, or no grant at all to the application', async () => {
  const { db } = await setup()
  for (const { name } of (await tables(db.owner)).filter((t) => t.merchant && !t.rls)) {
    const { rows } = await db.owner.query(
      "select count(*)::int as n from information_schema.table_privileges where table_name = $1 and grantee in ('clientele_app', 'PUBLIC')",
      [name],
    )
    expect({ name, grants: rows[0].n }).toEqual({ name, grants: 0 })
  }
})

test('merchant_id stands first in every primary and unique key and every foreign key of a merchant table', async () => {
  const { db } = await setup()
  const { rows } = await db.owner.query(`
    select k.conname as name, k.contype as kind, k.conrelid::regclass::text as table_name, k.confrelid::regclass::text as target,
           (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) as first
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and k.contype in ('p', 'u', 'f') order by 1`)
  const exempt = new Set(['api_keys__key_hash_key', 'memberships_user_id_fkey', 'merchants__sample_fk'])
  for (const row of rows.filter((r) => !global.includes(r.table_name) && !exempt.has(r.name))) {
    expect({ name: row.name, first: row.first }).toEqual({ name: row.name, first: 'merchant_id' })
  }
})

test('the application role owns nothing, is no superuser, and cannot reach global tables or bypass its merchant', async () => {
  const { db, first } = await setup()
  for (const table of global) {
    await expect(
      db.read(first.id, (reader) => sql`select 1 from ${sql.table(table)}`.execute(reader)),
      table,
    ).rejects.toThrow(/permission denied/)
  }
  await expect(db.read(first.id, (reader) => sql`create table mine (a int)`.execute(reader))).rejects.toThrow(
    /permission denied/,
  )
  await expect(
    db.read(first.id, (reader) => sql`alter table customers disable row level security`.execute(reader)),
  ).rejects.toThrow(/must be owner/)
  await expect(db.read(first.id, (reader) => sql`delete from activities`.execute(reader))).rejects.toThrow(
    /permission denied/,
  )
  await expect(
    db.read(first.id, (reader) => sql`update activities set kind = 'x'`.execute(reader)),
  ).rejects.toThrow(/permission denied/)
})

test('without a merchant no merchant table shows or takes a row, and with one only its own', async () => {
  const { db, first, as, merchant } = await setup()
  const other = await merchant({ name: 'Other' })
  await as.post('/customers', { type: 'personal', firstName: 'Ann' })
  await other.caller.post('/customers', { type: 'personal', firstName: 'Bob' })
  const readable = (await tables(db.owner))
    .filter((t) => t.merchant && t.rls && !global.includes(t.name))
    .map((t) => t.name)
  const views = ['search_customers', 'customer_attribute_values']

  for (const name of [...readable, ...views]) {
    const count = async (merchantId: string | null) => {
      const query = (reader: import('../../src/db/client.ts').Reader) =>
        sql<{
          own: number
          all: number
        }>`select count(*) filter (where merchant_id = ${first.id})::int as own, count(*)::int as all from ${sql.table(name)}`.execute(
          reader,
        )
      return (await (merchantId === null ? db.global(query) : db.read(merchantId, query))).rows[0]
    }
    expect({ name, ...(await count(null)) }).toEqual({ name, own: 0, all: 0 })
    const own = await count(first.id)
    expect({ name, foreign: (own?.all ?? 0) - (own?.own ?? 0) }).toEqual({ name, foreign: 0 })
  }
})

test('a row cannot be written for another merchant, through a table or through a view', async () => {
  const { db, first, merchant } = await setup()
  const other = await merchant({ name: 'Other' })
  const tag = (merchantId: string) =>
    sql`insert into tags (merchant_id, id, tag_no, name, name_key, color) values (${merchantId}, gen_random_uuid(), 99, 'x', 'x', 'red')`
  const theirs = (await other.caller.post('/customers', { firstName: 'Ann', lastName: 'Lee' })).body
  await db.owner.query('delete from customer_search where customer_id = $1', [theirs.id])
  const searchRow = sql`insert into search_customers (merchant_id, customer_id, sort_name, haystack, business) values (${other.id}, ${theirs.id}, 'x', ' x ', false)`

  await expect(db.write(first.id, (tx) => tag(other.id).execute(tx))).rejects.toThrow(/row-level security/)
  await expect(db.write(first.id, (tx) => searchRow.execute(tx))).rejects.toThrow(/check option/)
  await expect(db.global((reader) => tag(first.id).execute(reader))).rejects.toThrow(/row-level security/)
})

test('no definer function can be led astray by a temporary table', async () => {
  const { db } = await setup()
  const { rows } = await db.owner.query(`
    select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'public' and p.prosecdef
       and not coalesce('search_path=public, pg_temp' = any(p.proconfig), false)`)

  expect(rows).toEqual([])
})

test('definer functions are closed to everybody but the application', async () => {
  const { db } = await setup()
  const { rows } = await db.owner.query(`
    select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'public' and p.prosecdef and has_function_privilege('public', p.oid, 'execute')`)

  expect(rows).toEqual([])
})

test('a merchant that goes takes every row along, derived ones as well', async () => {
  const { as, db, first } = await setup()
  const ann = (await as.post('/customers', { type: 'personal', firstName: 'Ann' })).body
  const order = { placedAt: '2026-11-02T12:30:00Z', totals: { net: 900 }, customer: { id: ann.id } }
  expect((await as.put('/orders/external/till/1', order)).status).toBe(201)
  const merchantTables = (await tables(db.owner)).filter(({ merchant }) => merchant)
  const rowsOf = async () => {
    const filled: string[] = []
    for (const { name } of merchantTables) {
      const { rows } = await db.owner.query(`select 1 from ${name} where merchant_id = '${first.id}' limit 1`)
      if (rows.length > 0) filled.push(name)
    }
    return filled
  }
  expect(await rowsOf()).toEqual(expect.arrayContaining(['customer_census', 'customer_days', 'daily_sales']))

  await db.owner.query('delete from memberships where merchant_id = $1', [first.id])
  await db.owner.query('delete from merchants where merchant_id = $1', [first.id])

  expect(await rowsOf()).toEqual([])
})
