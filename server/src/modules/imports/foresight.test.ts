// Batches that are planned while those before are written: what stands there is found, though nobody can see it yet.
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { counts, importer } from './imports.kit.ts'
import { BATCH } from './run.ts'

const PATIENCE = 90_000

/** Two batches of people, each said again by the batches behind it: right behind, and with another between. */
const order = [0, 0, 1, 0, 1]

function repeated(again: (n: number) => string): string {
  const lines = order.flatMap((lot, place) =>
    Array.from({ length: BATCH }, (_, i) => {
      const n = lot * BATCH + i
      const isAgain = order.indexOf(lot) < place
      return `Person${n},Lee,person${n}@example.com,Acme ${Math.floor(n / 10)},${isAgain ? again(n) : ''}`
    }),
  )
  return ['First name,Last name,Email,Company,City', ...lines].join('\n')
}
const PEOPLE = 2 * BATCH
const AGAIN = order.length * BATCH - PEOPLE

test(
  'a row means the customer that one of the last batches has made',
  async () => {
    const kit = await setup()
    const { run } = await importer(kit)

    const done = await run(repeated(() => ''))

    expect(counts(done)).toEqual({ created: PEOPLE, updated: 0, unchanged: AGAIN, rejected: 0 })
    const { rows } = await kit.db.owner.query(
      'select type, count(*)::int as n from customers group by type order by type',
    )
    expect(rows).toEqual([
      { type: 'business', n: PEOPLE / 10 },
      { type: 'personal', n: PEOPLE },
    ])
  },
  PATIENCE,
)

test(
  'a row may change what one of the last batches has made',
  async () => {
    const kit = await setup()
    const { run } = await importer(kit)

    const done = await run(repeated((n) => (n % 100 === 0 ? 'Rome' : '')))

    const changed = PEOPLE / 100
    expect(counts(done)).toEqual({
      created: PEOPLE,
      updated: changed,
      unchanged: AGAIN - changed,
      rejected: 0,
    })
    const { rows } = await kit.db.owner.query(
      `select count(*)::int as n from customer_addresses where city = 'Rome'`,
    )
    expect(rows[0].n).toBe(changed)
  },
  PATIENCE,
)
