import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { countEverybody } from './list.everybody.ts'

test('how many there are in all is known without counting them, as the list would', async () => {
  const { as, db, first } = await setup()
  const house = (await as.post('/customers', { type: 'business', businessName: 'Acme' })).body
  await as.post('/customers', { firstName: 'Ana', organizations: [{ id: house.id }] })
  for (const firstName of ['Bo', 'Cy']) await as.post('/customers', { firstName })
  await as.post('/customers', { firstName: 'Di', status: 'inactive' })
  const scope = { merchantId: first.id, storeIds: null }
  const counted = (query: object, storeIds: readonly string[] | null = null) =>
    db.read(first.id, (reader) => countEverybody(reader, { scope: { ...scope, storeIds } }, query))

  for (const query of [{}, { affiliated: 'yes' }, { affiliated: 'no' }, { status: 'active' }] as const) {
    const { count } = (
      await as.get(`/customers/count?${new URLSearchParams(query as Record<string, string>)}`)
    ).body
    expect(await counted(query), JSON.stringify(query)).toBe(count)
  }
  expect(await counted({})).toBe(4)
  for (const query of [{ q: 'ana' }, { status: 'all' }, { type: 'business' }])
    expect(await counted(query), JSON.stringify(query)).toBeNull()
  expect(await counted({}, [])).toBeNull()
})
