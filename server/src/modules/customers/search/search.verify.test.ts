import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { verifySearch } from './search.verify.ts'

test('what is left of a customer who is not there is told', async () => {
  const { as, db, first } = await setup()
  const ana = (await as.post('/customers', { type: 'personal', firstName: 'Ana', email: 'ana@example.com' }))
    .body
  await db.owner.query('alter table customers disable trigger customers__deleted')
  await db.owner.query('delete from customers where id = $1', [ana.id])
  await db.owner.query('alter table customers enable trigger customers__deleted')
  const told: string[] = []
  const merchant = { id: first.id, nameOrder: 'last', country: 'US' } as const
  await verifySearch(db, merchant, ({ customerId, what }) => told.push(`${customerId} ${what}`))
  expect(told.sort()).toEqual([`${ana.id} identifier of nobody`, `${ana.id} search row of nobody`])
})
