import { expect, test } from 'vitest'
import { matchesWords, nextIndex } from './palette-items.ts'

test.each([
  ['Cerrar sesión', 'sesion', true],
  ['New customer', 'cust new', true],
  ['New customer', 'tomer', false],
  ['Settings', '', true],
  ['Switch to Español', 'esp', true],
  ['New department', 'departments', true],
  ['Crear sucursal', 'sucursales', true],
  ['Order', 'orderly', false],
])('%o is found by %o: %o', (label, query, found) => {
  expect(matchesWords(label, query)).toBe(found)
})

test('the arrows go round and stand still on an empty list', () => {
  expect(nextIndex(2, 1, 3)).toBe(0)
  expect(nextIndex(0, -1, 3)).toBe(2)
  expect(nextIndex(0, 1, 0)).toBe(0)
})
