import { expect, test } from 'vitest'
import { onLeaving } from './on-leaving.ts'

test('a field says what is wrong with it when it is left', () => {
  expect(onLeaving({ website: 'website', email: 'email.invalid' }, 'website', 'email').tell).toEqual({
    website: 'website',
  })
  expect(onLeaving({ lastName: 'required' }, 'lastName', 'nickname').tell).toEqual({ lastName: 'required' })
  expect(onLeaving({}, 'website', 'email').tell).toEqual({})
})

test('a name is missing only once all of its fields have been passed', () => {
  const faults = { firstName: 'nameMissing' } as const

  expect(onLeaving(faults, 'firstName', 'lastName').tell).toEqual({})
  expect(onLeaving(faults, 'nickname', 'notes').tell).toEqual({ firstName: 'nameMissing' })
  expect(onLeaving(faults, 'firstName', null).tell).toEqual({ firstName: 'nameMissing' })
})

test('whoever goes to another field before a name was typed has not forgotten it', () => {
  const faults = { firstName: 'nameMissing', lastName: 'required' } as const
  const changed = (...paths: string[]) => ({ isChanged: (path: string) => paths.includes(path) })

  expect(onLeaving(faults, 'firstName', 'dateOfBirth', changed()).tell).toEqual({})
  expect(onLeaving(faults, 'firstName', 'dateOfBirth', changed('nickname')).tell).toEqual({
    firstName: 'nameMissing',
  })
  expect(onLeaving(faults, 'lastName', 'dateOfBirth', changed()).tell).toEqual({ lastName: 'required' })
})

test('an address that is asked for is missing only once its fields have been passed', () => {
  const faults = { 'addresses.0.line1': 'required' } as const

  expect(onLeaving(faults, 'addresses.0.line1', 'addresses.0.city').tell).toEqual({})
  expect(onLeaving(faults, 'addresses.0.city', 'gateCode').tell).toEqual(faults)
})

test('one of the names settles the question where it was told', () => {
  expect(onLeaving({}, 'lastName', 'notes').settled).toEqual(['firstName'])
  expect(onLeaving({ firstName: 'nameMissing' }, 'lastName', 'notes').settled).toEqual([])
})

test('a fault of the number in the first row is not told by the second', () => {
  const faults = { 'phones.0.number': 'phone.letters' } as const

  expect(onLeaving(faults, 'phones.1.number', 'email').tell).toEqual({})
})
