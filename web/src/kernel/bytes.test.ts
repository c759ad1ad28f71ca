import { expect, test } from 'vitest'
import { bytesText } from './bytes.ts'

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1200, '1.2 kB'],
  [48_000, '48 kB'],
  [2_147_483_648, '2.1 GB'],
])('%i bytes are written %s', (bytes, text) => {
  expect(bytesText('en', bytes)).toBe(text)
})
