import { expect, test } from 'vitest'
import { webAddress } from './links.ts'

test.each([
  ['example.com', 'https://example.com/'],
  ['http://example.com/a', 'http://example.com/a'],
  ['javascript:alert(1)', null],
])('%s opens %s', (typed, href) => {
  expect(webAddress(typed)).toBe(href)
})
