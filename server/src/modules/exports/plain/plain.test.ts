// Files for people: what the screens say, in a sheet.
import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { parsePhone } from '../../../kernel/phone.ts'
import { exported, linesOf, workerOf } from '../exports.kit.ts'

async function withCustomers() {
  const kit = await setup()
  await workerOf(kit)
  await kit.as.post('/custom-attributes', { label: '=Budget', kind: 'money' })
  const { id } = (await kit.as.post('/customers', { type: 'business', businessName: 'Acme' })).body
  await kit.as.post('/customers', {
    ...{ firstName: '=Ann', lastName: 'Lee', tags: ['VIP', 'Wholesale'], dateOfBirth: '--02-29' },
    ...{ nationality: 'ES', registeredAt: '2026-11-12T23:30:00Z', taxExempt: true },
    phones: [
      { kind: 'mobile', number: '+15035550142', isPrimary: true },
      { kind: 'work', number: '+442079460958', extension: '7' },
    ],
    addresses: [{ label: 'Home', line1: '12 Mill Lane', city: 'Portland', state: 'OR', country: 'US' }],
    organizations: [{ id, title: 'Buyer' }],
    externalIds: { till: '7' },
    billing: { creditLimit: { amount: 125000, currency: 'USD' }, discountPercent: 5 },
    attributes: { budget: { amount: -500, currency: 'USD' } },
    consent: { email: { state: 'in', at: '2026-03-01T12:00:00Z' } },
  })
  return kit
}

test('titles, lists, days, amounts and telephone numbers are those of the screens, and nothing runs', async () => {
  const kit = await withCustomers()
  const { file, names, language } = await exported(kit, { format: 'csv', names: 'plain' })
  const ann =
    linesOf(Buffer.from(file.toString().replaceAll('\u202f', ' '))).find(
      (line) => line['Last name'] === 'Lee',
    ) ?? {}

  expect([names, language]).toEqual(['plain', 'en'])
  expect(ann).toMatchObject({
    ...{ 'First name': "'=Ann", 'Full name': "'=Ann Lee", Type: 'Person', Tags: 'VIP, Wholesale' },
    ...{ 'Date of birth': '29 Feb', Nationality: 'Spain', 'Tax exempt': 'Yes', Orders: '0' },
    // 23:30 in London is 18:30 in New York.
    ...{ Registered: '12 Nov 2026, 6:30 PM', Phone: '(503) 555-0142' },
    Phones: 'Mobile (503) 555-0142, Work +44 20 7946 0958 ext. 7',
    Addresses: 'Home: 12 Mill Lane, Portland, OR, United States',
    ...{ Organizations: 'Acme (Buyer)', 'Numbers in other systems': 'till: 7', 'Credit limit': '$1,250.00' },
    ...{
      'Order discount': '5%',
      "'=Budget": "'-$5.00",
      'Consent: Email': 'Agreed, 1 Mar 2026, 7:00 AM',
    },
    ...{ 'Total revenue': '$0.00', Buying: 'Never ordered' },
  })
  expect(Object.keys(ann)).not.toContain('ID in Clientele')
})

test('a telephone number of another country needs no guard, has its extension, and is read again as it is', async () => {
  const kit = await withCustomers()
  const number = '+442079460958'
  await kit.as.post('/customers', {
    lastName: 'Abroad',
    externalIds: { 'file-0a1b2c3d': '9' },
    phones: [{ kind: 'work', number, extension: '7', isPrimary: true }],
  })
  await kit.db.owner.query(
    `insert into imports (merchant_id, id, kind, state, dry_run, file_name, file_bytes, file_sha256, mapping, created, actor_kind, actor_name)
     values ($1, gen_random_uuid(), 'customers', 'succeeded', false, 'till.csv', 1, '', '{"source": "file-0a1b2c3d"}', 1, 'system', '')`,
    [kit.first.id],
  )
  const { file } = await exported(kit, { format: 'csv', names: 'plain' })
  const abroad = linesOf(file).find((line) => line['Last name'] === 'Abroad') ?? {}

  expect(abroad.Phone).toBe('(+44) 20 7946 0958 ext. 7')
  expect(parsePhone(abroad.Phone ?? '', 'US')).toMatchObject({ number, extension: '7', valid: true })
  expect(abroad['Numbers in other systems']).toBe('till.csv: 9')
  expect((await kit.as.get('/imports/sources')).body.items).toEqual([
    { source: 'file-0a1b2c3d', fileName: 'till.csv' },
  ])
})

test('in another language, with the columns that are asked for, as a sheet and in a workbook', async () => {
  const kit = await withCustomers()
  const wanted = {
    names: 'plain',
    language: 'es',
    columns: ['displayName', 'customerSince', 'orders', 'billing.onHold'],
  }
  const { file } = await exported(kit, { format: 'csv', ...wanted })
  expect(Object.keys(linesOf(file)[0] ?? {})).toEqual([
    ...['Nombre completo', 'Cliente desde', 'Pedidos', 'Cuenta bloqueada'],
  ])
  const book = await exported(kit, { format: 'xlsx', ...wanted })
  const { readXlsx } = await import('hucre/xlsx')
  const [sheet] = (await readXlsx(book.file)).sheets

  expect(sheet?.rows[0]).toEqual(['Nombre completo', 'Cliente desde', 'Pedidos', 'Cuenta bloqueada'])
  expect(sheet?.rows.find(([name]) => name === "'=Ann Lee")?.slice(2)).toEqual([0, 'No'])
})

test.each([
  [{ format: 'json', names: 'plain' }, 'names', 'export.names'],
  [{ format: 'vcf', names: 'plain' }, 'names', 'export.names'],
  [{ format: 'csv', language: 'es' }, 'language', 'export.names'],
  [{ format: 'csv', names: 'plain', columns: ['email', 'shoeSize'] }, 'columns.1', 'column.unknown'],
])('%j is refused at %s', async (wanted, path, code) => {
  const kit = await setup()
  const reply = await kit.as.post('/exports', { kind: 'customers', ...wanted })

  expect([reply.status, reply.body.fields]).toMatchObject([422, [{ path, code }]])
})
