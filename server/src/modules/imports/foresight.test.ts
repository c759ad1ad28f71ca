// Batches that are planned while the one before is written: what stands there is found, though nobody can see it yet.
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { counts, importer } from './imports.kit.ts'
import { BATCH } from './run.ts'

const PATIENCE = 90_000

/** Each batch is said once more by the one behind it. */
function twice(again: (n: number) => string): string {
  const lines = Array.from({ length: 4 * BATCH }, (_, i) => {
    const n = Math.floor(i / (2 * BATCH)) * BATCH + (i % BATCH)
    const isAgain = i % (2 * BATCH) >= BATCH
    return `Person${n},Lee,person${n}@example.com,Acme ${Math.floor(n / 10)},${isAgain ? again(n) : ''}`
  })
  return ['First name,Last name,Email,Company,City', ...lines].join('\n')
}

test(
  'a row of the next batch means the customer that the last one has made',
  async () => {
    const kit = await setup()
    const { run } = await importer(kit)

    const done = await run(twice(() => ''))

    const people = 2 * BATCH
    expect(counts(done)).toEqual({ created: people, updated: 0, unchanged: people, rejected: 0 })
    const { rows } = await kit.db.owner.query(
      'select type, count(*)::int as n from customers group by type order by type',
    )
    expect(rows).toEqual([
      { type: 'business', n: people / 10 },
      { type: 'personal', n: people },
    ])
  },
  PATIENCE,
)

test(
  'a row of the next batch may change what the last one has made',
  async () => {
    const kit = await setup()
    const { run } = await importer(kit)

    const done = await run(twice((n) => (n % 100 === 0 ? 'Rome' : '')))

    const people = 2 * BATCH
    const changed = people / 100
    expect(counts(done)).toEqual({
      created: people,
      updated: changed,
      unchanged: people - changed,
      rejected: 0,
    })
    const { rows } = await kit.db.owner.query(
      `select count(*)::int as n from customer_addresses where city = 'Rome'`,
    )
    expect(rows[0].n).toBe(changed)
  },
  PATIENCE,
)
