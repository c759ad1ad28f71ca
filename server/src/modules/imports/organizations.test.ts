// People and companies of one file.
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { counts, customersOf, importer, recordOf } from './imports.kit.ts'

test('companies come in with their contact persons, who are found again', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const file = `customerID,companyName,contactName,contactTitle,city,phone
ALFKI,Alfreds Futterkiste,Maria Anders,Sales Representative,Berlin,030-0074321
ANATR,Ana Trujillo Emparedados,Ana Trujillo,Owner,México,(5) 555-4729
BOTTM,Bottom Markets,Maria Anders,Buyer,Tsawwassen,(604) 555-4729`

  const first = await run(file)
  const again = await run(file)

  expect(counts(first)).toEqual({ created: 3, updated: 0, unchanged: 0, rejected: 0 })
  expect(counts(again)).toEqual({ created: 0, updated: 0, unchanged: 3, rejected: 0 })
  expect(await customersOf(kit.as, '&type=personal')).toHaveLength(3)
  const { organizations } = await recordOf(kit.as, 'Ana Trujillo')
  expect(organizations).toMatchObject([{ name: 'Ana Trujillo Emparedados', title: 'Owner', isPrimary: true }])
})

test('a new contact person is added, the old one stays', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  await run('customerID,companyName,contactName,contactTitle\nA,Acme,Ann Lee,Owner\n')

  const done = await run('customerID,companyName,contactName,contactTitle\nA,Acme,Bob Poe,Owner\n')

  expect(counts(done)).toEqual({ created: 0, updated: 1, unchanged: 0, rejected: 0 })
  expect((await customersOf(kit.as, '&type=personal')).map((one) => one.displayName)).toEqual([
    'Ann Lee',
    'Bob Poe',
  ])
})

test('a person with a company belongs to that organization, made once if new', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  await kit.as.post('/customers', { type: 'business', businessName: 'Bolt Ltd' })
  const file = `First name,Last name,Company,Job title,Email
Ann,Lee,Acme,Cook,ann@example.com
Bob,Poe,ACME,Waiter,bob@example.com
Cy,Doe,bolt ltd,Owner,cy@example.com`

  const first = await run(file)
  const again = await run(file)

  expect(first.created).toBe(3)
  expect(again.unchanged).toBe(3)
  const names = (await customersOf(kit.as, '&type=business')).map((one) => one.displayName)
  expect(names).toEqual(['Acme', 'Bolt Ltd'])
  expect((await recordOf(kit.as, 'Bob Poe')).organizations).toMatchObject([{ name: 'Acme', title: 'Waiter' }])
})

test('somebody who moved to another company belongs to both', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const head = 'First name,Last name,Company,Email\n'
  await run(`${head}Ann,Lee,Acme,ann@example.com\n`)

  const done = await run(`${head}Ann,Lee,Bolt,ann@example.com\n`)

  expect(done.updated).toBe(1)
  const { organizations } = await recordOf(kit.as, 'Ann Lee')
  expect(organizations).toMatchObject([
    { name: 'Acme', isPrimary: true },
    { name: 'Bolt', isPrimary: false },
  ])
})

test('of several organizations of one name none is guessed', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  for (const number of ['1', '2'])
    await kit.as.post('/customers', { type: 'business', businessName: 'Acme', number })

  const done = await run('First name,Last name,Company,Email\nAnn,Lee,Acme,ann@example.com\n')

  expect(done).toMatchObject({ created: 1, warnings: 1 })
  expect((await recordOf(kit.as, 'Ann Lee')).organizations).toEqual([])
})

const own = (rows: readonly Record<string, unknown>[]) => {
  const headers = [
    'id',
    'type',
    'firstName',
    'lastName',
    'businessName',
    'email',
    'organizations',
    'manager',
    'version',
  ]
  const cell = (value: unknown) =>
    value === undefined
      ? ''
      : `"${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('"', '""')}"`
  return [headers.join(','), ...rows.map((row) => headers.map((name) => cell(row[name])).join(','))].join(
    '\r\n',
  )
}
const id = (n: number) => `0190aaaa-0000-7000-8000-00000000000${n}`

test('in our own export ids decide: likes stay apart, and ties hold whatever the order of the rows', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const ann = { type: 'personal', firstName: 'Ann', lastName: 'Lee', email: 'ann@example.com' }
  const acme = { type: 'business', businessName: 'Acme' }
  const file = own([
    { id: id(1), ...ann, organizations: [{ id: id(4), name: 'Acme', title: 'Owner', isPrimary: true }] },
    { id: id(2), ...ann },
    { id: id(3), ...acme, manager: { id: id(2), name: 'Ann Lee' } },
    { id: id(4), ...acme },
  ])

  const first = await run(file)
  const again = await run(file)

  expect(counts(first)).toEqual({ created: 4, updated: 0, unchanged: 0, rejected: 0 })
  expect(counts(again)).toEqual({ created: 0, updated: 0, unchanged: 4, rejected: 0 })
  expect((await kit.as.get(`/customers/${id(1)}`)).body.organizations).toMatchObject([
    { id: id(4), title: 'Owner' },
  ])
  expect((await kit.as.get(`/customers/${id(3)}`)).body.manager.id).toBe(id(2))
})
