import { expect, test } from 'vitest'
import { fieldChoices, findFields, toggleFields } from './export-fields.ts'

const labels: Readonly<Record<string, string>> = { email: 'Correo electrónico', phone: 'Teléfono' }
const all = fieldChoices((field) => labels[field] ?? field, [{ key: 'shoe', label: 'Shoe size' }], true)
const namesOf = (choices: typeof all) => choices.flatMap((group) => group.choices.map(({ field }) => field))

test('own fields are offered under their labels, before the history', () => {
  expect(all.map(({ group }) => group).slice(-2)).toEqual(['own', 'history'])
  expect(namesOf(all)).toContain('attributes.shoe')
  expect(fieldChoices((field) => field, [], true).map(({ group }) => group)).not.toContain('own')
})

test('no field is offered twice', () => {
  expect(new Set(namesOf(all)).size).toBe(namesOf(all).length)
})

test('a field is found by a piece of its label, accents and case aside', () => {
  expect(namesOf(findFields(all, 'ELECTRO'))).toEqual(['email'])
  expect(namesOf(findFields(all, 'shoe'))).toEqual(['attributes.shoe'])
  expect(findFields(all, 'zzz')).toEqual([])
  expect(findFields(all, '  ')).toBe(all)
})

test('chosen fields stand in the order in which they are offered', () => {
  const on = (chosen: readonly string[], ...fields: string[]) =>
    toggleFields(chosen, { all, fields, isOn: true })

  expect(on(['tags'], 'phone', 'email')).toEqual(['email', 'phone', 'tags'])
  expect(toggleFields(['email', 'tags'], { all, fields: ['email', 'phone'], isOn: false })).toEqual(['tags'])
})

test('reviews are offered where the business has them', () => {
  const offered = (hasReviews: boolean) =>
    fieldChoices((field) => field, [], hasReviews).flatMap(({ choices }) => choices.map(({ field }) => field))

  expect(offered(true)).toContain('reviews')
  expect(offered(false)).toEqual(offered(true).filter((field) => field !== 'reviews'))
})
