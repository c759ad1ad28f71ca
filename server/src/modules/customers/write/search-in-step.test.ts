import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { verifySearch } from '../search/search.verify.ts'
import { makeStore } from './write.kit.ts'

test('after every kind of write, search holds what the customer holds', async () => {
  const { as, db, first } = await setup()
  await makeStore(db.owner, first.id, 'North')
  const oak = (await as.post('/customers', { businessName: 'Oak & Sons', number: 'O1' })).body
  const ann = (
    await as.post('/customers', { firstName: 'Ann', lastName: 'Lindqvist', organizations: [{ id: oak.id }] })
  ).body
  const steps = [
    { lastName: 'Lundgren', phone: '212 555 0123' },
    { tags: ['VIP', 'new'] },
    { stores: ['North'] },
    { externalIds: { shop: 'S-1' } },
    { notes: 'x' },
    { organizations: [] },
    { organizations: [{ number: 'O1' }], firstName: 'Anna' },
    { status: 'inactive' },
    { email: 'a@b.example', additionalEmails: ['c@d.example'] },
  ]

  const differences: unknown[] = []
  const merchant = { id: first.id, nameOrder: 'last', country: 'US' } as const
  for (const [n, step] of steps.entries()) {
    const answer = await as.patch(`/customers/${ann.id}`, step, { 'if-match': `"${n + 1}"` })
    expect(answer.status).toBe(200)
    await verifySearch(db, merchant, (difference) => differences.push([step, difference]))
  }
  await as.post(`/customers/${ann.id}/restore`)
  await as.delete(`/customers/${oak.id}`)
  await verifySearch(db, merchant, (difference) => differences.push(difference))

  expect(differences).toEqual([])
})
