import { expect, test } from 'vitest'
import { mergeValues, withTheirs } from './merge.ts'
import { person } from './test-customers.ts'
import { type CustomerValues, newPhone, valuesOf } from './values.ts'

const place = { country: 'US', currency: 'USD' }
const base = valuesOf(person)
const merge = (mine: Partial<CustomerValues>, theirs: Partial<CustomerValues>) =>
  mergeValues(base, { ...base, ...mine }, { ...valuesOf(person), ...theirs }, place)

test('what only they changed is taken, what only I changed stays', () => {
  const { values, taken, conflicts } = merge({ firstName: 'Anna' }, { email: 'anna@example.com' })

  expect(values).toMatchObject({ firstName: 'Anna', email: 'anna@example.com' })
  expect(taken).toEqual(['email'])
  expect(conflicts).toEqual([])
})

test('what both changed differently is a conflict and mine until it is decided', () => {
  const merged = merge({ lastName: 'Stone' }, { lastName: 'Rivers' })

  expect(merged.conflicts).toEqual(['lastName'])
  expect(merged.values.lastName).toBe('Stone')
  expect(withTheirs(merged, { ...base, lastName: 'Rivers' }, ['lastName']).lastName).toBe('Rivers')
})

test('the same change on both sides is none', () => {
  expect(merge({ lastName: 'Stone' }, { lastName: 'Stone' })).toMatchObject({ taken: [], conflicts: [] })
})

test('tags that both added and took away go together', () => {
  const [vip] = base.tags
  const supplier = { id: 't2', name: 'Supplier', color: 'blue' }
  const family = { id: 't3', name: 'Family', color: 'red' }

  const { values, conflicts } = merge({ tags: [supplier] }, { tags: [...(vip ? [vip] : []), family] })

  expect(values.tags.map((tag) => tag.name)).toEqual(['Family', 'Supplier'])
  expect(conflicts).toEqual([])
})

test('different channels of consent go together, the same one does not', () => {
  const mine = { consent: { ...base.consent, email: 'in' as const } }

  const apart = merge(mine, { consent: { ...base.consent, sms: 'out' } })
  const same = merge(mine, { consent: { ...base.consent, email: 'out' } })

  expect(apart.values.consent).toEqual({ email: 'in', sms: 'out', call: 'unknown' })
  expect(same.conflicts).toEqual(['consent'])
})

test('lists of phones are compared as they are sent: rows have keys of their own', () => {
  const phones = [...base.phones, { ...newPhone('personal', false), number: '+15185550111' }]

  expect(merge({}, {})).toMatchObject({ taken: [], conflicts: [] })
  expect(merge({ phones }, { phones: [] }).conflicts).toEqual(['phones'])
  expect(merge({}, { phones }).taken).toEqual(['phones'])
})
