import { expect, test } from 'vitest'
import { initials } from './initials.ts'

test.each([
  ['Ann Bell', 'AB'],
  ['  ann  ', 'A'],
  ['Müller & Söhne', 'MS'],
  ["Sinéad O'Connor", 'SO'],
  ['Émile Zola', 'ÉZ'],
  ['李小龍', '李'],
  ['金 民俊', '金'],
  ['Maria del Carmen Ruiz', 'MR'],
  ['7-Eleven', '7E'],
  ['🙂', ''],
  ['+44 7911 123456', ''],
  ['(212) 555-0123', ''],
  ['', ''],
])('%o is marked %o', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
