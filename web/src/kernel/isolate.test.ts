import { expect, test } from 'vitest'
import { isolated } from './isolate.ts'

test('a name from right to left is set apart in a sentence, others stay as they are', () => {
  expect(isolated('دانا لوي')).toBe('\u2068دانا لوي\u2069')
  expect(isolated('דנה Levi')).toBe('\u2068דנה Levi\u2069')
  expect(isolated("María O'Neill 山田")).toBe("María O'Neill 山田")
})
