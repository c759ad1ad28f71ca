import { expect, test } from 'vitest'
import { telephone, webAddress } from './links.ts'

test('an extension is dialled after the number', () => {
  expect(telephone({ number: '+15185550100', extension: null })).toBe('tel:+15185550100')
  expect(telephone({ number: '+15185550100', extension: '12' })).toBe('tel:+15185550100;ext=12')
})

test.each([
  ['example.com', 'https://example.com/'],
  ['http://example.com/a', 'http://example.com/a'],
  ['javascript:alert(1)', null],
])('%s opens %s', (typed, href) => {
  expect(webAddress(typed)).toBe(href)
})
