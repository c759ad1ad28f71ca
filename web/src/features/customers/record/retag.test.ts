import { expect, test } from 'vitest'
import { retagged } from './retag.ts'

const tag = (name: string) => ({ id: name, name, color: null })
const names = (now: string[], before: string[], after: string[]) =>
  retagged(now.map(tag), before.map(tag), after.map(tag)).map(({ name }) => name)

test('a tag that another user added meanwhile stays', () => {
  expect(names(['VIP', 'Supplier'], ['VIP'], ['VIP', 'Family'])).toEqual(['VIP', 'Supplier', 'Family'])
})

test('a tag that I took away goes, one that they took away does not come back', () => {
  expect(names(['VIP', 'Supplier'], ['VIP', 'Supplier'], ['Supplier'])).toEqual(['Supplier'])
  expect(names(['VIP'], ['VIP', 'Supplier'], ['VIP', 'Supplier', 'New'])).toEqual(['VIP', 'New'])
})
