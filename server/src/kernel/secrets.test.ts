import { expect, test } from 'vitest'
import { hashToken, newToken, safeEqual } from './secrets.ts'

test('a token is 256 random bits behind its prefix', () => {
  expect(newToken('ck_')).toMatch(/^ck_[\w-]{43}$/)
  expect(newToken()).not.toBe(newToken())
})

test('a token is known again by its hash', () => {
  // The published SHA-256 of "abc".
  expect(hashToken('abc').toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
  expect(safeEqual(hashToken('abc'), hashToken('abc'))).toBe(true)
  expect(safeEqual(hashToken('abc'), hashToken('abd'))).toBe(false)
  expect(safeEqual(hashToken('abc'), Buffer.from('abc'))).toBe(false)
})
