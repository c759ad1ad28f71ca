// Lists of who belongs to which organization.
import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { counts, importer, recordOf, upload } from '../imports.kit.ts'

const people = `ID,First name,Last name,Email,Phone,Company
p1,Ann,Lee,ann@example.com,202-555-0143,
p2,Bob,Fox,,202-555-0144,
p3,Bob,Ray,bob@example.com,202-555-0144,
o1,,,,,Acme
o2,,,,,Bolt & Co
`
const asAffiliations = (mapping: object = {}) => ({ kind: 'affiliations', mapping: JSON.stringify(mapping) })

async function withPeople() {
  const kit = await setup()
  const { run } = await importer(kit)
  await run(people, { mapping: JSON.stringify({ source: 'crm' }) })
  const tiesOf = async (name: string) =>
    (await recordOf(kit.as, name)).organizations.map(
      ({ name: at, title, isManager, isPrimary, from }: Record<string, unknown>) => [
        at,
        title,
        isManager,
        isPrimary,
        from,
      ],
    )
  return { kit, run, tiesOf }
}

test('ties are made by ids, emails, phones and names, and a second time nothing changes', async () => {
  const { run, tiesOf } = await withPeople()
  const file = `Contact ID,Email,Phone,Contact name,Company ID,Company,Role,Is manager,Since
p1,,,,o1,,Owner,yes,2020-02-29
,ann@example.com,,,,bolt & co.,Buyer,,
,,202-555-0144,Bob Fox,,ACME,,no,
,,,Bob Ray,,Acme,,,
`
  const first = await run(file, asAffiliations())
  const again = await run(file, asAffiliations())

  expect(counts(first)).toEqual({ created: 4, updated: 0, unchanged: 0, rejected: 0 })
  expect(first.warnings).toBe(0)
  expect(counts(again)).toEqual({ created: 0, updated: 0, unchanged: 4, rejected: 0 })
  expect(await tiesOf('Ann Lee')).toEqual([
    ['Acme', 'Owner', true, true, '2020-02-29'],
    ['Bolt & Co', 'Buyer', false, false, null],
  ])
  expect(await tiesOf('Bob Fox')).toEqual([['Acme', null, false, true, null]])
  expect(await tiesOf('Bob Ray')).toEqual([['Acme', null, false, true, null]])
})

test('a tie that stands is changed by what is filled; another one may become the first', async () => {
  const { run, tiesOf } = await withPeople()
  await run('Email,Company,Role\nann@example.com,Acme,Owner\n', asAffiliations())

  const done = await run(
    'Email,Company,Role,Primary\nann@example.com,Acme,,\nann@example.com,Bolt & Co,Buyer,yes\n',
    asAffiliations(),
  )

  expect(counts(done)).toEqual({ created: 1, updated: 0, unchanged: 1, rejected: 0 })
  expect(await tiesOf('Ann Lee')).toEqual([
    ['Bolt & Co', 'Buyer', false, true, null],
    ['Acme', 'Owner', false, false, null],
  ])
})

test('nobody is guessed and nobody made: such rows are rejected with their reason', async () => {
  const { kit, run } = await withPeople()
  const done = await run(
    'Email,Phone,Company\nnobody@example.com,,Acme\nann@example.com,,Nowhere\n,202-555-0144,Acme\n,,Acme\n',
    asAffiliations(),
  )
  const told = (await kit.as.get(`/imports/${done.id}/rejected.csv`)).text

  expect(counts(done)).toEqual({ created: 0, updated: 0, unchanged: 0, rejected: 4 })
  for (const reason of ['person.unknown', 'organization.unknown', 'person.ambiguous'])
    expect(told).toContain(reason)
  expect(told).toContain('There is no such person here: nobody@example.com')
  expect(done.reasons).toContainEqual({ code: 'person.unknown', rejected: true, rows: 2 })
  expect((await kit.as.get('/customers/count')).body.count).toBe(5)
})

test('paths can be said, as in other kinds, and those that do not exist are named', async () => {
  const { run, kit } = await withPeople()
  const mapping = { columns: { A: 'customer.externalId', B: 'organization.externalId' }, source: 'crm' }
  const done = await run('A,B\np2,o2\n', asAffiliations(mapping))

  expect(counts(done)).toEqual({ created: 1, updated: 0, unchanged: 0, rejected: 0 })
  expect((await recordOf(kit.as, 'Bob Fox')).organizations).toMatchObject([{ name: 'Bolt & Co' }])
  const wrong = await upload({
    caller: kit.as,
    file: 'A,B\np2,o2\n',
    fields: asAffiliations({ columns: { A: 'contact.shoeSize', B: 'organization' } }),
  })
  expect([wrong.status, wrong.body.fields]).toMatchObject([422, [{ path: 'mapping.columns.A' }]])
})

test('a dry run foretells it and writes nothing', async () => {
  const { run, tiesOf } = await withPeople()
  const done = await run('Email,Company\nann@example.com,Acme\n', { ...asAffiliations(), dryRun: 'true' })

  expect(counts(done)).toEqual({ created: 1, updated: 0, unchanged: 0, rejected: 0 })
  expect(await tiesOf('Ann Lee')).toEqual([])
})
