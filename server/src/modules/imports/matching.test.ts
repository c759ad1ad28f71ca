// Whom the rows of a file mean.
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { counts, customersOf, importer, recordOf } from './imports.kit.ts'

const mapping = (columns: Record<string, string>, more = {}) =>
  JSON.stringify({ columns, source: 'till', ...more })

test('two people on one phone stay two, and so does a namesake with another email', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const file = `First Name,Last Name,Email,Phone
Ann,Lee,,(212) 555-0142
Bob,Lee,,(212) 555-0142
Ann,Lee,ann@example.com,
Ann,Lee,other@example.com,`

  const first = await run(file)
  const again = await run(file)

  expect(counts(first)).toEqual({ created: 4, updated: 0, unchanged: 0, rejected: 0 })
  expect(counts(again)).toEqual({ created: 0, updated: 0, unchanged: 4, rejected: 0 })
  expect(await customersOf(kit.as)).toHaveLength(4)
})

test('an equal email or valid phone means the same person when the name is equal, accents and case aside', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  await kit.as.post('/customers', { firstName: 'María', lastName: 'García', email: 'maria@example.com' })
  await kit.as.post('/customers', { firstName: 'Sam', lastName: 'Poe', phone: '+1 212 555 0142' })

  const done = await run(`First name,Last name,Email,Phone,City
MARIA,Garcia,Maria@Example.com,,Lima
Sam,Poe,,212-555-0142,Rome
Maria,Garza,maria@example.com,,Oslo`)

  expect(counts(done)).toEqual({ created: 1, updated: 2, unchanged: 0, rejected: 0 })
  expect((await recordOf(kit.as, 'MARIA Garcia')).address.city).toBe('Lima')
})

test('an invalid phone is kept and shown, and never used for matching', async () => {
  const kit = await setup()
  const { run } = await importer(kit)

  await run('Name,Phone\nAnn Lee,12345\n')
  const again = await run('Name,Phone,City\nAnn Lee,12345,Rome\n')

  expect(again.created).toBe(1)
  expect((await customersOf(kit.as)).map((one) => one.displayName)).toEqual(['Ann Lee', 'Ann Lee'])
})

test('an external id decides under its source, a number everywhere', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  await run('id,name\n7,Ann Lee\n', { mapping: mapping({ id: 'externalId', name: 'fullName' }) })
  await kit.as.post('/customers', { firstName: 'Bob', number: 'C-1' })

  const same = await run('id,name\n7,Ann Poe\n', { mapping: mapping({ id: 'externalId', name: 'fullName' }) })
  const elsewhere = await run('id,name\n7,Cy Poe\n', {
    mapping: JSON.stringify({ columns: { id: 'externalId', name: 'fullName' }, source: 'shop' }),
  })
  const numbered = await run('no,name\nC-1,Bobby\n', {
    mapping: mapping({ no: 'number', name: 'firstName' }),
  })

  expect([same, elsewhere, numbered].map(counts)).toMatchObject([
    { updated: 1 },
    { created: 1 },
    { updated: 1 },
  ])
  expect((await customersOf(kit.as)).map((one) => one.displayName)).toEqual(['Bobby', 'Ann Poe', 'Cy Poe'])
})

test('people with different ids of one source are different, however alike', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const columns = { id: 'externalId', name: 'fullName', mail: 'email' }
  const file = 'id,name,mail\n1,Ann Lee,a@example.com\n2,Ann Lee,a@example.com\n'

  const first = await run(file, { mapping: mapping(columns) })
  const again = await run(file, { mapping: mapping(columns) })

  expect(first.created).toBe(2)
  expect(again.unchanged).toBe(2)
})

test('the address books of two telephones do not double those who are in both', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const book = (uid: string, ...lines: string[]) =>
    ['Ann', 'Bob']
      .map((name) =>
        [
          ...['BEGIN:VCARD', 'VERSION:3.0', 'PRODID:-//Apple Inc.//iOS 5.0.1//EN', `FN:${name} Lee`],
          ...[`EMAIL:${name}@example.com`, `UID:${uid}-of-${name}-4a1f9c77`, ...lines, 'END:VCARD', ''],
        ].join('\r\n'),
      )
      .join('')
  const none = { created: 0, updated: 0, unchanged: 2, rejected: 0 }

  expect(await run(book('first'))).toMatchObject({ created: 2 })
  expect(counts(await run(book('first')))).toEqual(none)
  expect(counts(await run(book('second')))).toEqual(none)
  expect(counts(await run(book('second', 'NICKNAME:Lee')))).toMatchObject({ created: 0, updated: 2 })
  expect(counts(await run(book('first')))).toEqual(none)
  expect((await recordOf(kit.as, 'Ann Lee')).externalIds).toEqual({
    'Apple Inc.': 'first-of-Ann-4a1f9c77',
  })
})

test('a row whose identifiers belong to two customers is rejected, with its reason', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const columns = { id: 'externalId', no: 'number', name: 'fullName' }
  const file = `id,no,name
1,A,Ann Lee
2,B,Bob Poe
1,B,Cy Doe
3,A,Di Eve
1,C,Ann Lee`

  const first = await run(file, { mapping: mapping(columns) })
  const again = await run(file, { mapping: mapping(columns) })

  expect(counts(first)).toEqual({ created: 2, updated: 0, unchanged: 0, rejected: 3 })
  expect(counts(again)).toEqual({ created: 0, updated: 0, unchanged: 2, rejected: 3 })
  const { text } = await kit.as.get(`/imports/${first.id}/rejected.csv`)
  expect(text.split('\r\n').slice(1, 4)).toEqual([
    expect.stringMatching(/^4,identity\.contradiction,.*,1,B,Cy Doe$/),
    expect.stringMatching(/^5,identity\.contradiction,.*,3,A,Di Eve$/),
    expect.stringMatching(/^6,identity\.contradiction,.*,1,C,Ann Lee$/),
  ])
})

test('a business without identifiers is the only one of its name', async () => {
  const kit = await setup()
  const { run } = await importer(kit)

  const done = await run('Company,City\nAcme,Rome\nACME,Oslo\nBolt,Lima\n')

  expect(counts(done)).toEqual({ created: 2, updated: 1, unchanged: 0, rejected: 0 })
  expect((await recordOf(kit.as, 'ACME')).address.city).toBe('Oslo')
})

test('a person without identifiers is the same only when every filled cell is', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const file = 'First name,Last name,City\nAnn,Lee,Rome\nAnn,Lee,Rome\nAnn,Lee,Oslo\nAnn,Lee,\n'

  const first = await run(file)
  const again = await run(file)

  // The last fits two of them, and so is somebody else.
  expect(counts(first)).toEqual({ created: 3, updated: 0, unchanged: 1, rejected: 0 })
  expect(counts(again)).toEqual({ created: 0, updated: 0, unchanged: 4, rejected: 0 })
})

test('a filled cell overwrites, an empty one never', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  await kit.as.post('/customers', {
    firstName: 'Ann',
    lastName: 'Lee',
    email: 'ann@example.com',
    gender: 'female',
    notes: 'old',
    tags: ['VIP'],
  })

  await run('First name,Last name,Email,Gender,Notes,Tags\nAnn,Lee,ann@example.com,,new,"Regular, Local"\n')

  const ann = await recordOf(kit.as, 'Ann Lee')
  expect(ann).toMatchObject({ gender: 'female', notes: 'new' })
  expect(ann.tags.map((tag: { name: string }) => tag.name)).toEqual(['Local', 'Regular'])
})

test('inactive customers are matched and stay inactive, with a warning', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const { body } = await kit.as.post('/customers', {
    firstName: 'Ann',
    lastName: 'Lee',
    email: 'ann@example.com',
  })
  await kit.as.delete(`/customers/${body.id}`)

  const done = await run('First name,Last name,Email,City\nAnn,Lee,ann@example.com,Rome\n')

  expect(done).toMatchObject({ updated: 1, warnings: 1 })
  expect((await kit.as.get(`/customers/${body.id}`)).body).toMatchObject({
    status: 'inactive',
    address: { city: 'Rome' },
  })
  expect((await kit.as.get(`/imports/${done.id}/warnings.csv`)).text).toContain('stays so')
})

test('another merchant’s customers are never found, and its imports not seen', async () => {
  const kit = await setup()
  const other = await kit.merchant({ name: 'Other' })
  const { run } = await importer(kit)
  const file = 'id,name,mail\n1,Ann Lee,a@example.com\n'
  const fields = { mapping: mapping({ id: 'externalId', name: 'fullName', mail: 'email' }) }

  const mine = await run(file, fields)
  const theirs = await run(file, fields, other.caller)

  expect([mine.created, theirs.created]).toEqual([1, 1])
  expect(await customersOf(other.caller)).toHaveLength(1)
  expect((await other.caller.get(`/imports/${mine.id}`)).status).toBe(404)
  expect((await other.caller.get('/imports')).body.items).toHaveLength(1)
})
