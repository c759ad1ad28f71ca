// What tests of exports share.
import Papa from 'papaparse'
import { expect } from 'vitest'
import type { Caller, setup } from '../../../test/harness.ts'
import { startWorker } from '../../../test/worker.ts'

export type Kit = Awaited<ReturnType<typeof setup>>

export const workerOf = (kit: Kit) => startWorker(kit.db, undefined, kit.storage)

/** Asks for an export of customers, waits for its end, and answers it with its file. A worker must be up. */
export async function exported(kit: Kit, wanted: object, caller: Caller = kit.as) {
  const started = await caller.post('/exports', { kind: 'customers', ...wanted })
  expect(started.status, started.text).toBe(202)
  const { id } = started.body
  const look = async () => (await caller.get(`/exports/${id}`)).body
  await expect.poll(async () => (await look()).state, { interval: 10, timeout: 20_000 }).toBe('succeeded')
  return { id, ...(await look()), ...(await fileOf(kit, id)) }
}

export async function fileOf(kit: Kit, id: string, key = kit.first.key) {
  const { rawPayload, headers, statusCode } = await kit.app.inject({
    url: `/api/v1/exports/${id}/file`,
    headers: { authorization: `Bearer ${key}` },
  })
  return { status: statusCode, file: rawPayload, headers }
}

export type Line = Readonly<Record<string, string>>

/** As any other program reads it. */
export function linesOf(file: Buffer): Line[] {
  const text = file.toString()
  expect(text.startsWith('\ufeff')).toBe(true)
  const { data, errors } = Papa.parse<Line>(text.slice(1), { header: true, delimiter: ',' })
  expect(errors.filter(({ code }) => code !== 'TooFewFields')).toEqual([])
  const last = data.pop()
  expect(Object.values(last ?? {})).toEqual([''])
  return data
}

/** What our import does with a cell. */
export const unguarded = (cell: string) => (/^'+[-=+@\t\r]/.test(cell) ? cell.slice(1) : cell)

/** A person with something in every field that can be written. */
export const everything = {
  type: 'personal',
  number: '00042',
  salutation: 'Dr.',
  firstName: 'José, "Pepe"',
  middleName: '=1+1',
  lastName: 'محمد 😀',
  nickname: '-5',
  businessName: '@work',
  registrationNumber: '\u2019s',
  taxId: '+49',
  taxExempt: true,
  website: 'https://example.com/?a=1,2',
  industry: "'=quoted",
  email: 'jose@example.com',
  additionalEmails: ['a@example.com', 'b@example.com'],
  phones: [
    { kind: 'mobile', number: '+1 212 555 0123', isPrimary: true },
    { kind: 'work', number: '12345', extension: '7' },
  ],
  gender: 'female',
  dateOfBirth: '--02-29',
  nationality: 'ES',
  idNumber: '007',
  anniversary: '2010-06-01',
  gateCode: '#1',
  notes: 'one\ntwo\r\nthree; "four", five',
  preferredLanguage: 'es',
  accountType: 'registered',
  doNotServe: { value: true, reason: '-' },
  consent: { email: { state: 'in', at: '2025-01-02T03:04:05.000Z', source: '=form' }, sms: { state: 'out' } },
  tags: ['VIP', 'Kosher, "glatt"'],
  addresses: [
    {
      label: 'Home',
      line1: '1 "Main" St',
      line2: 'Apt 2',
      city: 'New York',
      postalCode: '01234',
      country: 'US',
      isDelivery: true,
    },
    { line1: '=2', countryText: 'Narnia', isBilling: true },
  ],
  billing: {
    onAccount: true,
    discountPercent: 12.5,
    paymentTerms: '+30',
    creditLimit: { amount: 123456 },
    invoiceEmails: ['bill@example.com'],
  },
  externalIds: { shopify: '7,8', 'old "till"': '=9' },
  salesperson: 'Kim',
  registeredAt: '2019-05-06T07:08:09.123Z',
}
