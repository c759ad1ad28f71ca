import { expect, test } from 'vitest'
import { ranked, settled } from './choice-match.ts'

const countries = [
  { value: 'AU', label: 'Australia' },
  { value: 'GB', label: 'Reino Unido' },
  { value: 'ES', label: 'España' },
  { value: 'MX', label: 'México' },
  { value: 'PE', label: 'Perú' },
  { value: 'US', label: 'United States' },
]
const found = (typed: string) => ranked(countries, typed).map(({ value }) => value)

test('what is typed is found without its accents, at the beginning of a word before its middle', () => {
  expect(found('espana')).toEqual(['ES'])
  expect(found(' MEX')).toEqual(['MX'])
  expect(found('u')).toEqual(['US', 'GB', 'AU', 'PE'])
})

test('a code is its own best match', () => {
  expect(found('us')).toEqual(['US', 'AU'])
})

test('nothing typed leaves all in their order, and what is in none leaves nothing', () => {
  expect(found('')).toEqual(['AU', 'GB', 'ES', 'MX', 'PE', 'US'])
  expect(found('United StatesSpa')).toEqual([])
})

test('the whole of a label means that one, also where others begin the list', () => {
  expect(settled(countries, 'Perú', true)).toBe('PE')
})

test('an emptied field means nothing, where nothing can be chosen; else what was chosen stays', () => {
  expect(settled(countries, ' ', true)).toBeNull()
  expect(settled(countries, '', false)).toBeUndefined()
  expect(settled(countries, 'nowhere', true)).toBeUndefined()
})
