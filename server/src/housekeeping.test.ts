import { expect, test } from 'vitest'
import { setup } from '../test/harness.ts'
import { plainCustomers, userOf } from '../test/people.ts'
import { cleanUp } from './housekeeping.ts'

test('what is old goes, of every merchant, and what is not old stays', async () => {
  const kit = await setup()
  const other = await kit.merchant()
  const { owner } = kit.db
  for (const merchant of [kit.first, other]) {
    await merchant.caller.post('/tags', { name: 'Kept' }, { 'idempotency-key': 'kept' })
    await merchant.caller.post('/tags', { name: 'Old' }, { 'idempotency-key': 'old' })
    await owner.query(
      `update idempotency_keys set created_at = now() - interval '25 hours' where merchant_id = $1 and key = 'old'`,
      [merchant.id],
    )
    await owner.query(
      `update events set at = now() - interval '25 hours' where merchant_id = $1 and id = (select min(id) from events where merchant_id = $1)`,
      [merchant.id],
    )
    const ids = await plainCustomers(owner, merchant.id, { count: 1 })
    for (const action of ['inactivate', 'restore'])
      await merchant.caller.post('/customers/bulk', { action, ids })
    await owner.query(
      `update bulk_jobs set created_at = now() - interval '31 days' where merchant_id = $1 and action = 'inactivate'`,
      [merchant.id],
    )
  }
  const [ended, open] = [await userOf(owner, kit.first.id), await userOf(owner, kit.first.id)]
  await owner.query(`update sessions set expires_at = now() - interval '1 minute' where user_id = $1`, [
    ended.id,
  ])
  await owner.query(
    `insert into password_resets values ('\\x01', $1, now() - interval '1 minute'), ('\\x02', $1, now() + interval '1 minute')`,
    [open.id],
  )
  const before = (await owner.query('select count(*)::int as count from events')).rows[0].count

  await cleanUp(kit.db, kit.storage)

  const left = async (query: string) => (await owner.query(query)).rows
  expect(await left('select key from idempotency_keys')).toEqual([{ key: 'kept' }, { key: 'kept' }])
  expect(await left('select count(*)::int as count from events')).toEqual([{ count: before - 2 }])
  expect(await left('select j.action from bulk_job_customers b join bulk_jobs j on j.id = b.job_id')).toEqual(
    [{ action: 'restore' }, { action: 'restore' }],
  )
  expect(await left('select user_id from sessions')).toEqual([{ user_id: open.id }])
  expect(await left('select token_hash from password_resets')).toEqual([{ token_hash: Buffer.from([2]) }])
})
