import { expect, test } from 'vitest'
import { applyAddresses } from './addresses.rules.ts'
import { type Draft, emptyDraft, type Faults } from './draft.ts'
import type { CustomerWrite } from './write.schemas.ts'

function addressesAfter(write: CustomerWrite, addresses: Draft['addresses'] = []) {
  const draft = { ...emptyDraft('personal'), addresses }
  const faults: Faults = []
  applyAddresses(draft, write, faults)
  return { addresses: draft.addresses, faults: faults.map((fault) => fault.path) }
}

const brief = ({ addresses }: { addresses: Draft['addresses'] }) =>
  addresses.map(
    ({ line1, isBilling, isDelivery }) =>
      `${line1}${isBilling ? ' billing' : ''}${isDelivery ? ' delivery' : ''}`,
  )

const { addresses: standing } = addressesAfter({
  addresses: [{ line1: 'a', city: 'X' }, { line1: 'b', isDelivery: true }, { line1: 'c' }],
})

test('there is exactly one default for bills and one for deliveries', () => {
  expect(brief({ addresses: standing })).toEqual(['a billing', 'b delivery', 'c'])
  expect(addressesAfter({ addresses: [{ isBilling: true }, { isBilling: true }] }).faults).toEqual([
    'addresses.1.isBilling',
  ])
  expect(brief(addressesAfter({ addresses: [{ line1: 'only' }] }))).toEqual(['only billing delivery'])
})

test('the short form changes the delivery address member by member', () => {
  const after = addressesAfter({ address: { city: 'Y' } }, standing)

  expect(brief(after)).toEqual(['a billing', 'b delivery', 'c'])
  expect(after.addresses[1]).toEqual({ ...standing[1], city: 'Y' })
})

test('an address emptied by the short form goes, and another becomes the default', () => {
  expect(brief(addressesAfter({ address: null }, standing))).toEqual(['a billing delivery', 'c'])
  expect(brief(addressesAfter({ address: { line1: null } }, standing))).toEqual(['a billing delivery', 'c'])
  expect(brief(addressesAfter({ address: null }))).toEqual([])
})

test('an address keeps its id when its id, or all of it, comes back', () => {
  const [a, b, c] = standing as [Draft['addresses'][0], Draft['addresses'][0], Draft['addresses'][0]]

  const after = addressesAfter(
    { addresses: [{ line1: 'c' }, { id: a.id, line1: 'a2' }, { line1: 'b', isDelivery: true }] },
    standing,
  )

  expect(after.addresses.map((address) => address.id)).toEqual([c.id, a.id, b.id])
  expect(brief(after)).toEqual(['c', 'a2 billing', 'b delivery'])
})

test('an id of somebody else, or one given twice, is a fault', () => {
  const { id } = standing[0] as Draft['addresses'][0]

  expect(
    addressesAfter({ addresses: [{ id }, { id }, { id: '0197a0e0-0000-7000-8000-000000000000' }] }, standing)
      .faults,
  ).toEqual(['addresses.1.id', 'addresses.2.id'])
  expect(
    addressesAfter({ address: { id: '0197a0e0-0000-7000-8000-000000000000' } }, standing).faults,
  ).toEqual(['address.id'])
})
