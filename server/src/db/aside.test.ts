// A read that asks something else along: the same in both ways of pooling.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { setup } from '../../test/harness.ts'
import { createDb } from './client.ts'

const aside = { text: 'select $1::text as answer', values: ['yes'] }

test.for(['session', 'transaction'] as const)('with pooling by %s', async (pooling) => {
  const { url, first } = await setup()
  const db = createDb({ url, pooling, max: 1, onError: () => undefined })
  try {
    const one = await db.readWithAside(first.id, aside, async (reader) => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from tags`.execute(reader)
      return rows[0]?.n
    })
    expect([one.aside, one.outcome()]).toEqual(['yes', expect.any(Number)])

    const failed = await db.readWithAside(first.id, aside, (reader) => sql`select 1 / 0`.execute(reader))
    expect(failed.aside).toBe('yes')
    expect(() => failed.outcome()).toThrow(/division by zero/)

    const thrown = await db.readWithAside(first.id, aside, () => {
      throw new Error('at once')
    })
    expect(() => thrown.outcome()).toThrow(/at once/)

    await expect(
      db.readWithAside(first.id, { text: 'select 1 / 0 as answer', values: [] }, async () => 1),
    ).rejects.toThrow(/division by zero/)

    const after = await db.readWithAside(first.id, aside, async () => 'fine')
    expect(after.outcome()).toBe('fine')
  } finally {
    await db.close()
  }
})
