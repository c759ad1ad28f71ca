// Out of one merchant and into another: nothing is lost.
import { expect, test } from 'vitest'
import type { Caller } from '../../../test/harness.ts'
import { setup } from '../../../test/harness.ts'
import { comparable, counts, customersOf, exportedBy, importer } from './imports.kit.ts'

async function everybody(caller: Caller): Promise<unknown[]> {
  const all = await Promise.all(
    (await customersOf(caller)).map(async ({ id }) => (await caller.get(`/customers/${id}`)).body),
  )
  return all.map((one) => comparable(one)).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

async function makeCustomers(caller: Caller): Promise<void> {
  await caller.post('/stores', { name: 'North', code: 'N1' })
  await caller.post('/custom-attributes', { key: 'table', label: 'Table', kind: 'number' })
  const acme = (
    await caller.post('/customers', { businessName: 'Acme "& Sons"', number: '=1+1', taxExempt: true })
  ).body
  const twin = { firstName: 'Ann', lastName: "O'Brien", email: 'ann@example.com' }
  await caller.post('/customers', {
    ...twin,
    phones: [
      { kind: 'mobile', number: '+1 212 555 0142', isPrimary: true },
      { kind: 'fax', number: '12345' },
    ],
    addresses: [
      { label: 'Home', line1: '1 Main St\nRear', city: 'Oslo', country: 'NO', isDelivery: true },
      { line1: '2 Side St', countryText: 'Ruritania', isBilling: true },
    ],
    tags: ['VIP', 'a,b;c'],
    stores: [{ name: 'North', preferred: true }],
    organizations: [{ id: acme.id, title: 'Owner', from: '2020-02-29', isManager: true }],
    externalIds: { shop: 'S-1', till: '007' },
    dateOfBirth: '--02-29',
    consent: { email: { state: 'out', at: '2024-01-02T03:04:05.000Z', source: 'form' } },
    doNotServe: { value: true, reason: '-none' },
    billing: {
      onHold: true,
      discountPercent: 2.5,
      creditLimit: { amount: 12_345 },
      invoiceEmails: ['x@example.com'],
    },
    attributes: { table: 7 },
    notes: '@home\r\n\tline "two"',
  })
  await caller.post('/customers', twin)
  const gone = (await caller.post('/customers', { ...twin, nickname: 'N/A', lastName: 'مرحبا' })).body
  await caller.delete(`/customers/${gone.id}`)
  await caller.patch(`/customers/${acme.id}`, { manager: { id: gone.id } }, { 'if-match': '*' })
}

test('our own export brings everybody back, field by field, and a second time changes nothing', async () => {
  const kit = await setup()
  const other = await kit.merchant({ name: 'Other' })
  const { run } = await importer(kit)
  await makeCustomers(kit.as)
  const file = await exportedBy(kit, 'csv')

  const first = await run(file, {}, other.caller)
  const again = await run(file, {}, other.caller)
  const back = await run(file)

  expect(counts(first)).toEqual({ created: 4, updated: 0, unchanged: 0, rejected: 0 })
  expect(first.warnings).toBe(0)
  expect(await everybody(other.caller)).toEqual(await everybody(kit.as))
  expect(counts(again)).toEqual({ created: 0, updated: 0, unchanged: 4, rejected: 0 })
  expect(counts(back)).toEqual({ created: 0, updated: 0, unchanged: 4, rejected: 0 })
}, 60_000)

test('stores and attributes come along only for whoever may make them; a dry run foretells it', async () => {
  const kit = await setup()
  const other = await kit.merchant({ name: 'Other' })
  const { run } = await importer(kit)
  await makeCustomers(kit.as)
  const file = await exportedBy(kit, 'csv')
  const clerk = await kit.callerOf(other.id, ['customers.read', 'customers.import', 'settings.read'])

  const foretold = await run(file, { dryRun: 'true' }, other.caller)
  const without = await run(file, {}, clerk)
  const told = (await clerk.get(`/imports/${without.id}/warnings.csv`)).text

  expect([counts(foretold).created, foretold.warnings]).toEqual([4, 0])
  expect([counts(without).created, without.warnings]).toEqual([4, 1])
  expect(told).toContain('North')
  expect(without.unreadColumns).toEqual([{ header: 'attributes.table', filled: 1 }])
  expect((await other.caller.get('/stores')).body.items).toEqual([])
  expect((await other.caller.get('/custom-attributes')).body.items).toEqual([])
}, 60_000)

test.each(['csv', 'xlsx'] as const)(
  'an export as %s says what a merchant calls organizations, and comes in where they are called otherwise',
  async (format) => {
    const kit = await setup()
    const other = await kit.merchant({ name: 'Other' })
    const { run } = await importer(kit)
    await makeCustomers(kit.as)
    const organizationWord = { singular: 'Team', plural: '=Teams, "all"' }
    await kit.as.patch('/settings', { organizationWord }, { 'if-match': '*' })
    const file = await exportedBy(kit, format)

    if (format === 'csv') expect(file.toString().split('\r\n')[0]).toContain(`tags,"'=Teams, ""all""",stores`)
    const into = await run(file, {}, other.caller)
    const back = await run(file)
    expect([into.unreadColumns, counts(into).created, into.warnings]).toEqual([[], 4, 0])
    expect(await everybody(other.caller)).toEqual(await everybody(kit.as))
    expect(counts(back)).toEqual({ created: 0, updated: 0, unchanged: 4, rejected: 0 })
  },
  60_000,
)

test('a word that another column has already leaves its organizations under their own name', async () => {
  const kit = await setup()
  await importer(kit)
  await makeCustomers(kit.as)
  const organizationWord = { singular: 'store', plural: 'stores' }
  await kit.as.patch('/settings', { organizationWord }, { 'if-match': '*' })

  const [headers] = (await exportedBy(kit, 'csv')).toString().split('\r\n')
  expect(headers).toContain('tags,organizations,stores')
})

test('our own cards make nobody anew, here and the second time in another business', async () => {
  const kit = await setup()
  await makeCustomers(kit.as)
  const { run } = await importer(kit)
  const cards = await exportedBy(kit, 'vcf')
  const before = (await customersOf(kit.as)).length

  // A card has one kind of new line, which her notes have not.
  expect(counts(await run(cards))).toMatchObject({ created: 0, updated: 1, unchanged: before - 1 })
  const { caller } = await kit.merchant()
  expect(counts(await run(cards, {}, caller))).toMatchObject({ created: before })
  expect(counts(await run(cards, {}, caller))).toMatchObject({ created: 0, unchanged: before })
})
