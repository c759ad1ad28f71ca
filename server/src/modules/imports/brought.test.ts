// The customers that an import has brought, as a filter of their list.
import { expect, test } from 'vitest'
import { type Caller, callerWith, setup } from '../../../test/harness.ts'
import { userOf } from '../../../test/people.ts'
import { importer } from './imports.kit.ts'

const columns = {
  ...{ ID: 'externalId', Name: 'fullName', City: 'address.city', Tags: 'tags', Store: 'stores' },
}

async function withTwo() {
  const kit = await setup()
  const { run } = await importer(kit)
  const bring = (file: string, more: object = {}) =>
    run(file, { mapping: JSON.stringify({ source: 'till', columns }), ...more })
  const namesOf = async (query: string, caller = kit.as) => {
    const { body } = await caller.get(`/customers?status=all&${query}`)
    return body.items.map(({ displayName }: { displayName: string }) => displayName)
  }
  return { kit, bring, namesOf }
}

test('an import is asked for whom it created, whom it changed, and both', async () => {
  const { kit, bring, namesOf } = await withTwo()
  await kit.as.post('/customers', { firstName: 'Zoe' })
  const first = await bring('ID,Name,City\n1,Ann Lee,Rome\n2,Bob Fox,Oslo\n3,Cleo Paz,Lima\n')
  const second = await bring(
    'ID,Name,City\n1,Ann Lee,Paris\n2,Bob Fox,Oslo\n4,Dora Kim,Bonn\n4,Dora Kim,Köln\n',
  )

  // Further down in a long file she would have been changed once more.
  await kit.db.owner.query(
    `insert into activities (merchant_id, id, customer_id, parent_id, kind, actor_kind, actor_name)
     select merchant_id, gen_random_uuid(), customer_id, parent_id, 'customer.edited', actor_kind, actor_name
       from activities where parent_id = $1 and kind = 'customer.created'`,
    [second.id],
  )

  expect(await namesOf(`import=${first.id}`)).toEqual(['Bob Fox', 'Ann Lee', 'Cleo Paz'])
  expect(await namesOf(`import=${second.id}`)).toEqual(['Dora Kim', 'Ann Lee'])
  expect(await namesOf(`import=${second.id}&importOutcome=created`)).toEqual(['Dora Kim'])
  expect(await namesOf(`import=${second.id}&importOutcome=updated`)).toEqual(['Ann Lee'])
  const count = (await kit.as.get(`/customers/count?status=all&import=${second.id}`)).body
  expect(count).toMatchObject({ count: 2, capped: false })
})

test('it goes together with words, other filters, every order, and bulk actions', async () => {
  const { kit, bring, namesOf } = await withTwo()
  const { id } = await bring('ID,Name,City,Tags\n1,Ann Lee,Rome,VIP\n2,Bob Fox,Oslo,\n')
  await kit.as.post('/customers', { firstName: 'Ann', lastName: 'Zed', tags: ['VIP'] })

  expect(await namesOf(`import=${id}&q=ann`)).toEqual(['Ann Lee'])
  expect(await namesOf(`import=${id}&tag=VIP&sort=-createdAt`)).toEqual(['Ann Lee'])
  expect(await namesOf(`import=${id}&sort=-name`)).toEqual(['Ann Lee', 'Bob Fox'])
  const bulk = await kit.as.post('/customers/bulk', { action: 'inactivate', filter: { import: id } })
  expect(bulk.body).toMatchObject({ matched: 2 })
  const refused = await kit.as.get('/customers?importOutcome=created')
  expect([refused.status, refused.body.fields]).toMatchObject([400, [{ path: 'importOutcome' }]])
})

test('it shows nobody of another merchant, and none out of sight', async () => {
  const { kit, bring, namesOf } = await withTwo()
  await kit.as.post('/stores', { name: 'North', code: 'N' })
  const store = (await kit.as.post('/stores', { name: 'South', code: 'S' })).body.id as string
  const mapping = JSON.stringify({ columns })
  const { id } = await bring('ID,Name,Store\n1,Ann Lee,N\n2,Bob Fox,S\n', { mapping })
  const { cookie } = await userOf(kit.db.owner, kit.first.id, { role: 'manager', storeIds: [store] })
  const limited = callerWith(kit.app, { cookie, 'sec-fetch-site': 'same-origin' })
  const { caller: stranger } = await kit.merchant()

  expect(await namesOf(`import=${id}`)).toHaveLength(2)
  expect(await namesOf(`import=${id}`, limited)).toEqual(['Bob Fox'])
  expect(await namesOf(`import=${id}`, stranger)).toEqual([])
  // Nor what the file was called.
  const filesOf = async (caller: Caller) => (await caller.get('/imports/sources')).body.items.length
  expect([await filesOf(kit.as), await filesOf(limited), await filesOf(stranger)]).toEqual([1, 0, 0])
})
