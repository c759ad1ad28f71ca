// What the tests of bulk actions share.
import { expect } from 'vitest'
import type { setup } from '../../../test/harness.ts'
import { plainCustomers } from '../../../test/people.ts'

export type Kit = Awaited<ReturnType<typeof setup>>

export async function customers(kit: Kit, count: number, more: { storeId?: string; tagId?: string } = {}) {
  return plainCustomers(kit.db.owner, kit.first.id, { count, ...more })
}
export async function count(kit: Kit, query: string, values: unknown[] = []): Promise<number> {
  return (await kit.db.owner.query(`select count(*)::int as count from ${query}`, values)).rows[0].count
}
export const inactive = (kit: Kit, ids: readonly string[]) =>
  count(
    kit,
    `customers c join customer_search s on s.customer_id = c.id and s.inactive
    where c.status = 'inactive' and c.inactivated_at is not null and c.id = any($1)`,
    [ids],
  )
export async function finished(kit: Kit, id: string, state: string, timeout = 30_000) {
  await expect.poll(async () => (await kit.as.get(`/jobs/${id}`)).body.state, { timeout }).toBe(state)
  return (await kit.as.get(`/jobs/${id}`)).body
}
export const newStore = async (kit: Kit, name: string): Promise<string> =>
  (await kit.as.post('/stores', { name })).body.id
