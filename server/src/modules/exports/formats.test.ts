import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { everything, exported, type Kit, type Line, linesOf, unguarded, workerOf } from './exports.kit.ts'

async function withEverything() {
  const kit = await setup()
  await workerOf(kit)
  for (const attribute of [
    { key: 'size', label: 'Size', kind: 'number' },
    { key: 'spent', label: 'Spent', kind: 'money' },
    { key: 'likes', label: 'Likes', kind: 'choices', options: ['Tea', 'Wine'] },
    { key: 'motto', label: 'Motto', kind: 'text' },
  ]) {
    expect((await kit.as.post('/custom-attributes', attribute)).status).toBe(201)
  }
  await kit.as.post('/stores', { name: 'North' })
  const company = (await kit.as.post('/customers', { type: 'business', businessName: '=Acme' })).body
  const reply = await kit.as.post('/customers', {
    ...everything,
    stores: [{ name: 'North', preferred: true }],
    manager: { id: company.id },
    organizations: [{ id: company.id, title: 'CEO', isPrimary: true, from: '2020-01-01' }],
    attributes: { size: -5, spent: { amount: -1250 }, likes: ['Tea'], motto: '=x' },
  })
  expect(reply.status, reply.text).toBe(201)
  return { kit, company, customer: reply.body }
}

const ofPerson = (lines: readonly Line[]) => lines.find(({ type }) => type === 'personal') as Line

test('a spreadsheet runs no formula from a field, and every value comes back', async () => {
  const { kit, company, customer } = await withEverything()

  const { file } = await exported(kit, { format: 'csv' })
  const line = ofPerson(linesOf(file))

  expect(line).toMatchObject({
    middleName: "'=1+1",
    nickname: "'-5",
    businessName: "'@work",
    registrationNumber: '\u2019s',
    taxId: "'+49",
    industry: "''=quoted",
    phone: "'+12125550123",
    dateOfBirth: "'--02-29",
    'doNotServe.reason': '-'.padStart(2, "'"),
    'consent.email.source': "'=form",
    'attributes.size': "'-5",
    'attributes.spent': "'-12.50",
    'attributes.motto': "'=x",
    'manager.name': "'=Acme",
  })
  expect(Object.values(line).filter((cell) => /^[-=+@\t\r]/.test(cell))).toEqual([])
  for (const field of [
    'number',
    'firstName',
    'middleName',
    'lastName',
    'industry',
    'notes',
    'dateOfBirth',
    'idNumber',
  ])
    expect(unguarded(line[field] as string), field).toBe(customer[field])
  expect(line).toMatchObject({
    taxExempt: 'true',
    'manager.id': company.id,
    'billing.discountPercent': '12.5',
    'billing.creditLimit': '1234.56',
    'billing.onHold': 'false',
    registeredAt: '2019-05-06T07:08:09.123Z',
    customerSince: '2010-06-01',
  })
})

test('each list is one cell of JSON, by names and the file’s own ids', async () => {
  const { kit, company, customer } = await withEverything()

  const line = ofPerson(linesOf((await exported(kit, { format: 'csv' })).file))
  const json = (column: string) => JSON.parse(line[column] as string)

  expect(json('phones')).toEqual([
    { kind: 'mobile', number: '+12125550123', extension: null, valid: true, isPrimary: true },
    { kind: 'work', number: '12345', extension: '7', valid: false, isPrimary: false },
  ])
  expect(json('additionalEmails')).toEqual(customer.additionalEmails)
  expect(json('tags').sort()).toEqual(['Kosher, "glatt"', 'VIP'])
  expect(json('stores')).toEqual([{ name: 'North', preferred: true }])
  expect(json('organizations')).toEqual([
    { id: company.id, name: '=Acme', title: 'CEO', isPrimary: true, from: '2020-01-01' },
  ])
  expect(json('addresses')).toEqual([{ ...everything.addresses[0] }, { ...everything.addresses[1] }])
  expect(json('externalIds')).toEqual(everything.externalIds)
  expect(json('attributes.likes')).toEqual(['Tea'])
  expect(json('billing.invoiceEmails')).toEqual(['bill@example.com'])
})

test('lines end as RFC 4180 has them, and new lines within a cell stay as they are', async () => {
  const { kit } = await withEverything()

  const text = (await exported(kit, { format: 'csv' })).file.toString()

  expect(text.endsWith('\r\n')).toBe(true)
  expect(text).toContain('"one\ntwo\r\nthree; ""four"", five"')
})

test('JSON holds each customer as the record does', async () => {
  const { kit, customer, company } = await withEverything()

  const { file, rows } = await exported(kit, { format: 'json' })

  const records = [
    await kit.as.get(`/customers/${company.id}`),
    await kit.as.get(`/customers/${customer.id}`),
  ]
  expect(rows).toBe(2)
  expect(JSON.parse(file.toString())).toEqual(records.map(({ body }) => body))
  const some = await exported(kit, {
    format: 'json',
    columns: ['email', 'attributes.size', 'billing.onHold'],
  })
  expect(JSON.parse(some.file.toString())[1]).toEqual({
    id: customer.id,
    email: 'jose@example.com',
    billing: customer.billing,
    attributes: { size: -5 },
  })
  const none = await exported(kit, { format: 'json', filter: { tag: 'none' } })
  expect(JSON.parse(none.file.toString())).toEqual([])
})

test('a workbook has the same cells, numbers as numbers', async () => {
  const { kit } = await withEverything()
  await kit.as.post('/customers', { type: 'personal', firstName: '_x0041_', notes: 'a\tb\\n' })

  const [line] = linesOf((await exported(kit, { format: 'csv' })).file).filter((l) => l.type === 'personal')
  const { sheets } = await readXlsx((await exported(kit, { format: 'xlsx' })).file)

  const [header = [], ...rows] = sheets[0]?.rows ?? []
  const cells = (row: readonly unknown[]) =>
    Object.fromEntries(header.map((name, at) => [name, row[at] ?? '']))
  expect(cells(rows[1] ?? [])).toEqual({
    ...line,
    'attributes.size': -5,
    'attributes.spent': -12.5,
    'billing.discountPercent': 12.5,
    'billing.creditLimit': 1234.56,
  })
  expect(cells(rows[2] ?? [])).toMatchObject({ firstName: '_x0041_', notes: 'a\tb\\n' })
})

test('any text comes back from a file, however naughty', async () => {
  const kit = await setup()
  await workerOf(kit)
  const letter = fc.oneof(
    fc.constantFrom(...`=+-@'"\t\r\n,;\\ a1é😀ش`),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  )
  const texts = fc.sample(fc.array(letter, { minLength: 1, maxLength: 12 }), {
    numRuns: 1000,
    seed: 20_261_121,
  })
  const notes = texts.map((letters) => letters.join('').replaceAll('\u0000', ''))
  await addNotes(kit, notes)

  const csv = linesOf((await exported(kit, { format: 'csv', columns: ['id', 'notes'] })).file)
  const { sheets } = await readXlsx((await exported(kit, { format: 'xlsx', columns: ['id', 'notes'] })).file)
  const json = JSON.parse((await exported(kit, { format: 'json', columns: ['notes'] })).file.toString())

  const cells = csv.map((line) => line.notes as string)
  expect(cells.filter((cell) => /^[-=+@\t\r]/.test(cell))).toEqual([])
  expect(cells.map(unguarded)).toEqual(notes)
  expect((sheets[0]?.rows ?? []).slice(1).map((row) => unguarded(String(row[1] ?? '')))).toEqual(notes)
  expect(json.map((customer: { notes: string }) => customer.notes)).toEqual(notes)
})

/** Stored as they are, in this order. */
async function addNotes(kit: Kit, notes: readonly string[]): Promise<void> {
  await kit.db.owner.query(
    `insert into customers (merchant_id, id, type, display_name, customer_since, notes)
     select $1, lpad(to_hex(n), 32, '0')::uuid, 'personal', 'x', current_date, note
       from unnest($2::text[]) with ordinality as given(note, n)`,
    [kit.first.id, notes],
  )
}
