import { describe, expect, test } from 'vitest'
import { compileAttributes } from '../../attributes/index.ts'
import { type Draft, emptyDraft } from '../../customers/index.ts'
import type { ReadAddress, ReadFields, ReadPhone } from '../mapping/canonical.ts'
import { type ApplyFacts, applyFields, changedKeys } from './apply.rules.ts'

const NOW = '2026-01-02T03:04:05.000Z'
const facts: ApplyFacts = {
  now: NOW,
  limitedTo: null,
  stores: [{ id: 's1', name: 'North', nameKey: 'north', code: 'N1' }],
  attributes: compileAttributes([{ key: 'size', kind: 'number', options: [], required: false }], 'USD'),
  tagOf: (name) => ({ id: name, name, color: 'red', nameKey: name.toLowerCase() }),
}
const apply = (standing: Draft, fields: Partial<ReadFields>) =>
  applyFields(standing, { type: 'personal', typeGiven: false, ...fields }, false, facts)
const made = (fields: Partial<ReadFields>) => apply(emptyDraft('personal'), fields).draft

const phone = (number: string, kind: ReadPhone['kind'] = 'mobile', isPrimary = false): ReadPhone => ({
  ...{ number, kind, isPrimary },
  ...{ digits: number.slice(1), country: 'US', valid: true, extension: null },
})
const numbers = (draft: Draft) =>
  draft.phones.map((one) => `${one.isPrimary ? '*' : ''}${one.kind} ${one.number}`)

describe('phones', () => {
  const standing = made({ phones: [phone('+1', 'mobile', true), phone('+2', 'fax'), phone('+3', 'work')] })

  test('the primary one of a row takes the place of the primary one that stood', () => {
    expect(numbers(apply(standing, { phones: [phone('+9', 'work', true)] }).draft)).toEqual([
      '*mobile +9',
      'fax +2',
      'work +3',
    ])
  })

  test('a number that is there becomes the primary one, and none is lost', () => {
    expect(numbers(apply(standing, { phones: [phone('+3', 'work', true)] }).draft)).toEqual([
      'mobile +1',
      'fax +2',
      '*work +3',
    ])
  })

  test('another one takes the place of its kind, or is added', () => {
    const after = apply(standing, { phones: [phone('+8', 'fax'), phone('+7', 'home')] }).draft

    expect(numbers(after)).toEqual(['*mobile +1', 'fax +8', 'work +3', 'home +7'])
  })

  test('the same row again changes nothing, however many numbers of a kind it has', () => {
    const row = { phones: [phone('+4', 'fax'), phone('+5', 'fax'), phone('+6', 'mobile', true)] }
    const once = apply(standing, row).draft

    expect(changedKeys(once, apply(once, row).draft)).toEqual(new Set())
    expect(numbers(once)).toEqual(['*mobile +6', 'fax +4', 'work +3', 'fax +5'])
  })
})

describe('addresses', () => {
  const at = (use: ReadAddress['use'], line1: string, more: Partial<ReadAddress> = {}): ReadAddress => ({
    ...{ use, line1 },
    ...more,
  })
  const shown = (draft: Draft) =>
    draft.addresses.map(
      (one) => `${one.line1}${one.isBilling ? ' billing' : ''}${one.isDelivery ? ' delivery' : ''}`,
    )

  test('one address is for both, and its filled parts are overwritten', () => {
    const standing = made({ addresses: [at('default', 'A', { city: 'Rome', line2: 'rear' })] })
    const after = apply(standing, { addresses: [at('default', 'B', { city: 'Oslo' })] }).draft

    expect(shown(after)).toEqual(['B billing delivery'])
    expect(after.addresses[0]).toMatchObject({ id: standing.addresses[0]?.id, city: 'Oslo', line2: 'rear' })
  })

  test('billing and delivery of one row go apart, and stay so', () => {
    const row = { addresses: [at('billing', 'A'), at('delivery', 'B')] }
    const once = made(row)

    expect(shown(once)).toEqual(['A billing', 'B delivery'])
    expect(changedKeys(once, apply(once, row).draft)).toEqual(new Set())
  })

  test('a further address is added once', () => {
    const row = { addresses: [at('default', 'A'), at('other', 'B')] }
    const once = made(row)

    expect(shown(apply(once, row).draft)).toEqual(['A billing delivery', 'B'])
  })

  test('a country that is known takes the place of one that was only a text', () => {
    const standing = made({ addresses: [{ use: 'default', countryText: 'Ruritania' }] })

    expect(
      apply(standing, { addresses: [{ use: 'default', country: 'NO' }] }).draft.addresses[0],
    ).toMatchObject({
      country: 'NO',
      countryText: null,
    })
  })
})

test('what a file does not know of consent takes nothing away, and the same again keeps its moment', () => {
  const standing = made({
    consent: { email: { state: 'out', at: '2020-01-01T00:00:00.000Z', source: 'form' } },
  })

  expect(apply(standing, { consent: { email: { state: 'unknown' } } }).draft.consent.email.state).toBe('out')
  expect(apply(standing, { consent: { email: { state: 'out' } } }).draft.consent).toEqual(standing.consent)
  expect(apply(standing, { consent: { email: { state: 'in' } } }).draft.consent.email).toEqual({
    ...{ state: 'in', at: NOW, source: 'import' },
  })
})

test('a birthday without its year does not make one forget the year', () => {
  const standing = made({ dateOfBirth: '1980-05-01' })

  expect(apply(standing, { dateOfBirth: '--05-01' }).draft.dateOfBirth).toBe('1980-05-01')
  expect(apply(standing, { dateOfBirth: '--06-01' }).draft.dateOfBirth).toBe('--06-01')
})

test('stores are found by id, code or name, others are told', () => {
  const { draft, warnings } = apply(emptyDraft('personal'), {
    stores: [{ name: 'NORTH' }, { name: 'South' }],
  })

  expect(draft.stores).toEqual([{ id: 's1', name: 'North', preferred: false }])
  expect(warnings).toMatchObject([{ code: 'store.unknown', original: 'South' }])
})

test('an attribute of the wrong kind is told, the others are kept', () => {
  const { draft, warnings } = apply(emptyDraft('personal'), { attributes: { size: 'big' } })

  expect(draft.attributes).toEqual({})
  expect(warnings).toMatchObject([{ code: 'attribute.number', original: 'big' }])
  expect(made({ attributes: { size: 4 } }).attributes).toEqual({ size: 4 })
})

test('an inactive customer stays so, and it is told', () => {
  const standing = { ...emptyDraft('personal'), status: 'inactive' as const }
  const { draft, warnings } = apply(standing, { status: 'active', gender: 'x' })

  expect(draft.status).toBe('inactive')
  expect(warnings).toMatchObject([{ code: 'customer.inactive' }])
})
