import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Findable } from './search-text.ts'
import { deletions, escapeLike, haystack, isNear, likePattern, prefixEnd } from './search-text.ts'
import { words } from './text.ts'

const someone: Findable = { type: 'personal', emails: [], phones: [], codes: [] }

/** LIKE over the haystack as PostgreSQL does it. */
function finds(customer: Findable, typed: string): boolean {
  const hay = haystack(customer)
  const typedWords = words(typed)
  return typedWords.length > 0 && typedWords.every((word) => like(likePattern(word)).test(hay))
}

function like(pattern: string): RegExp {
  const parts = pattern.match(/\\.|[^\\]/gsu) ?? []
  const sources = parts.map((part) =>
    part === '%' ? '.*' : part.replace(/^\\/, '').replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'),
  )
  return new RegExp(`^${sources.join('')}$`, 'su')
}

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

test('a haystack has every word once between spaces, the names first', () => {
  const text = haystack({
    ...someone,
    firstName: 'Ann',
    lastName: 'Ann',
    number: 'C-1001',
    phones: [{ digits: '442079460958', nationalDigits: '02079460958' }],
    emails: ['Ann.Lee@Example.com'],
    codes: ['EXT/7'],
  })

  expect(text).toBe(
    ' ann c 1001 c1001 442079460958 02079460958 ann.lee@example.com lee annlee example com ext 7 ext7 ',
  )
})

test.each([
  ["O'Brien", 'obrien'],
  ["O'Brien", 'o brien'],
  ['OBrien', "O'Brien"],
  ['OBrien', 'O Brien'],
  ['O Brien', 'obrien'],
  ['O Brien', 'O’Brien'],
  ['Jean-Luc', 'jeanluc'],
  ['Jean-Luc', 'jean luc'],
  ['Jean-Luc', 'luc-jean'],
  ['Jean Luc', 'JEANLUC'],
  ['Jeanluc', 'jean-luc'],
  ['田中', '中'],
  ['田中', '田中'],
  ['🍕', '🍕'],
  ['Pizza🍕', '🍕'],
  ['100% Juice', '100%'],
  ['!!!', '!!!'],
  ['x_y', '_'],
])('%j is found by %j', (name, typed) => {
  expect(finds({ ...someone, lastName: name }, typed)).toBe(true)
})

test.each([
  ['1000 Juices', '100%'],
  ['Smith', 'sm%th'],
  ['Smith', 'sm_th'],
  ['Smith', '%'],
  ['Smith', '_'],
  ['Smith', '\\'],
  ['Smith', 'th mi'],
])('%j is not found by %j', (name, typed) => {
  expect(finds({ ...someone, lastName: name }, typed)).toBe(false)
})

test('an external code, a piece of an email and a run of digits find the customer', () => {
  const customer: Findable = {
    ...someone,
    emails: ['maria_g@example.org'],
    phones: [{ digits: '442079460958', nationalDigits: '02079460958' }],
    codes: ['shp_98-77'],
  }

  for (const typed of ['maria_g@example.org', 'exampl', '0207', '7946', 'shp_98-77', '9877'])
    expect(finds(customer, typed), typed).toBe(true)
})

test('a haystack never outgrows its index entry and is cut between words', () => {
  const many = Array.from({ length: 900 }, (_, n) => `товарная-${n}`)
  const text = haystack({ ...someone, lastName: 'Lee', codes: [...many, 'x'.repeat(5000)] })

  expect(text.length).toBeLessThanOrEqual(1000)
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1500)
  expect(text.startsWith(' lee товарная 0 товарная0 ')).toBe(true)
  expect(text.endsWith(' ')).toBe(true)
})

test('the end of a prefix is above everything that begins so and below nothing else', () => {
  const text = fc.string({ unit: 'binary', maxLength: 6 })
  fc.assert(
    fc.property(text, text, text, (prefix, rest, other) => {
      const end = prefixEnd(prefix)
      if (end === null) return true
      expect(byBytes(prefix + rest, end)).toBeLessThan(0)
      const inside = byBytes(other, prefix) >= 0 && byBytes(other, end) < 0
      expect(inside).toBe(other.startsWith(prefix))
      return true
    }),
  )
})

test('the end of a prefix steps over surrogates and the last code point', () => {
  expect(prefixEnd('ann')).toBe('ano')
  expect(prefixEnd('\ud7ff')).toBe('\ue000')
  expect(prefixEnd('a\u{10ffff}')).toBe('b')
  expect(prefixEnd('\u{10ffff}')).toBeNull()
  expect(prefixEnd('')).toBeNull()
})

test('LIKE reads nothing of what is typed as a wildcard', () => {
  expect(escapeLike('5%_\\')).toBe('5\\%\\_\\\\')
  expect(likePattern('smi')).toBe('%smi%')
  expect(likePattern('sm')).toBe('% sm%')
  expect(likePattern('🍕')).toBe('% 🍕%')
})

test('a word of five letters has its one-letter deletions, a shorter one none', () => {
  expect(deletions('smith')).toEqual(['mith', 'sith', 'smth', 'smih', 'smit'])
  expect(deletions('anna')).toEqual([])
  expect(deletions('aaaaa')).toEqual(['aaaa'])
})

test.each([
  ['smith', 'smith', true],
  ['smith', 'smyth', true],
  ['smith', 'smth', true],
  ['smith', 'smiith', true],
  ['smith', 'msith', true],
  ['smith', 'smiht', true],
  ['smith', 'simht', false],
  ['smith', 'smi', false],
  ['smith', 'mshit', false],
  ['борис', 'бориз', true],
  ['', 'a', true],
  ['', '', true],
  ['ab', 'cd', false],
])('%j near %j: %j', (a, b, near) => {
  expect(isNear(a, b)).toBe(near)
  expect(isNear(b, a)).toBe(near)
})

test('every word with one fault shares a deletion with the right one', () => {
  const letter = fc.constantFrom(...'abcdef')
  const word = fc.string({ unit: letter, minLength: 5, maxLength: 9 })
  fc.assert(
    fc.property(word, fc.nat(8), letter, fc.nat(3), (right, place, other, fault) => {
      const at = place % right.length
      const [before, after] = [right.slice(0, at), right.slice(at + 1)]
      const [here = '', next = ''] = right.slice(at)
      const wrong = [
        before + other + after,
        before + after,
        before + other + here + after,
        before + next + here + right.slice(at + 2),
      ][fault] as string
      const keys = new Set([right, ...deletions(right)])
      expect(isNear(right, wrong)).toBe(true)
      expect([wrong, ...deletions(wrong)].some((key) => keys.has(key))).toBe(true)
    }),
  )
})
