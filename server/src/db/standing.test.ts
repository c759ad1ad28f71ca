import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { setup } from '../../test/harness.ts'
import { createDb } from './client.ts'

const names = [
  'role',
  'jit',
  'max_parallel_workers_per_gather',
  'random_page_cost',
  'TimeZone',
  'plan_cache_mode',
]

/** What a read stands as, and how many statements its connection keeps by name. */
async function standing(url: string, pooling: 'session' | 'transaction', merchantId: string) {
  const db = createDb({ url, pooling, max: 1, onError: () => undefined })
  onTestFinished(() => db.close())
  const look = () =>
    db.read(merchantId, async (reader) => {
      const { rows } = await sql<{ settings: string[]; merchant: string; prepared: number }>`
        select array(select current_setting(name) from unnest(${names}::text[]) name) as settings,
               current_setting('app.merchant_id') as merchant,
               (select count(*)::int from pg_prepared_statements) as prepared`.execute(reader)
      return rows[0]
    })
  await look()
  return look()
}

test('a transaction stands as a connection does, and prepares nothing that another one could meet', async () => {
  const { url, first } = await setup()

  const bySession = await standing(url, 'session', first.id)
  const byTransaction = await standing(url, 'transaction', first.id)

  expect(bySession).toMatchObject({
    settings: ['clientele_app', 'off', '0', '1.1', 'UTC', 'force_generic_plan'],
    merchant: first.id,
  })
  expect(bySession?.prepared).toBeGreaterThan(0)
  expect(byTransaction).toEqual({ ...bySession, prepared: 0 })
})
