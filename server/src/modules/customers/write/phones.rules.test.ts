import { expect, test } from 'vitest'
import type { Merchant } from '../../../http/context.ts'
import { type Draft, emptyDraft, type Facts, type Faults } from './draft.ts'
import { applyPhones } from './phones.rules.ts'
import type { CustomerWrite } from './write.schemas.ts'

const facts = { merchant: { country: 'US' } as Merchant, references: { stores: [] } } as unknown as Facts

function phonesAfter(write: CustomerWrite, phones: Draft['phones'] = []) {
  const draft = { ...emptyDraft('personal'), phones }
  const faults: Faults = []
  applyPhones(draft, write, facts, faults)
  return {
    phones: draft.phones.map(({ kind, number, isPrimary }) => [kind, number, isPrimary]),
    faults: faults.map(({ path, code }) => [path, code]),
  }
}

const standing: Draft['phones'] = [
  { kind: 'work', number: '+12125550100', extension: '9', valid: true, isPrimary: true },
  { kind: 'home', number: '+12125550101', extension: null, valid: true, isPrimary: false },
]

test('the first of a list is primary unless another says so', () => {
  expect(
    phonesAfter({ phones: [{ number: '212 555 0100' }, { number: '212 555 0101', kind: 'fax' }] }).phones,
  ).toEqual([
    ['mobile', '+12125550100', true],
    ['fax', '+12125550101', false],
  ])
  expect(
    phonesAfter({
      phones: [{ number: '212 555 0100' }, { number: '212 555 0101', isPrimary: true }],
    }).phones.map((phone) => phone[2]),
  ).toEqual([false, true])
})

test('two primaries and what cannot be a number are faults at their places', () => {
  const { faults } = phonesAfter({
    phones: [
      { number: '212 555 0100', isPrimary: true },
      { number: 'call', isPrimary: true },
      { number: '1234' },
    ],
  })

  expect(faults).toEqual([
    ['phones.1.isPrimary', 'phone.several_primary'],
    ['phones.1.number', 'phone.letters'],
    ['phones.2.number', 'phone.too_short'],
  ])
})

test('the short form changes the primary one and leaves the others', () => {
  expect(phonesAfter({ phone: '212 555 0199' }, standing).phones).toEqual([
    ['work', '+12125550199', true],
    ['home', '+12125550101', false],
  ])
})

test('the short form naming another one of the list makes that one primary', () => {
  expect(phonesAfter({ phone: '(212) 555-0101' }, standing).phones).toEqual([
    ['work', '+12125550100', false],
    ['home', '+12125550101', true],
  ])
})

test('emptying the short form removes the primary one, and the next takes its place', () => {
  expect(phonesAfter({ phone: null }, standing).phones).toEqual([['home', '+12125550101', true]])
  expect(phonesAfter({ phone: ' ' }, standing.slice(0, 1)).phones).toEqual([])
})

test('a number that no rules know is kept as typed', () => {
  expect(phonesAfter({ phone: ' 12-34-56 ' }).phones).toEqual([['mobile', '12-34-56', true]])
})
