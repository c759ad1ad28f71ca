import { expect, test } from 'vitest'
import { person } from '../../form/test-customers.ts'
import { withBody } from './optimistic.ts'

test('a new name shows at once in the name of the record', () => {
  expect(withBody(person, { lastName: 'Rivers' }).displayName).toBe('Ann Rivers')
  const trader = withBody(person, { firstName: null, lastName: null, businessName: 'Bell & Sons' })
  expect(trader.displayName).toBe('Bell & Sons')
})

test('what has no name goes by the email, else by what it was called', () => {
  const nameless = { firstName: null, lastName: null }
  expect(withBody(person, nameless).displayName).toBe('ann@example.com')
  expect(withBody(person, { ...nameless, email: null }).displayName).toBe('Ann Bell')
})

test('one field of the merchant and one consent leave the others as they were', () => {
  const customer = { ...person, attributes: { table: 'window', size: 4 } }
  const { attributes, consent } = withBody(customer, {
    attributes: { size: 2 },
    consent: { email: { state: 'in' } },
  })

  expect(attributes).toEqual({ table: 'window', size: 2 })
  expect(consent.email.state).toBe('in')
  expect(consent.sms).toEqual(person.consent.sms)
})
