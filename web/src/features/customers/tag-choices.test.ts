import { expect, test } from 'vitest'
import { tagChoices } from './tag-choices.ts'

const tag = (id: string, name: string) => ({ id, name })
const known = [tag('1', 'Supplier'), tag('2', 'VIP'), tag('3', 'Família'), tag('4', 'Gold supplier')]
const names = (typed: string, chosen: { id: string | null; name: string }[] = []) => {
  const { choices, fresh } = tagChoices(known, chosen, typed)
  return { names: choices.map(({ name }) => name), fresh }
}

test('tags that begin with what was typed stand before those that hold it', () => {
  expect(names('supp').names).toEqual(['Supplier', 'Gold supplier'])
})

test('a name that nobody has can be made, one that differs in accents or case cannot', () => {
  expect(names(' New  one ').fresh).toBe('New one')
  expect(names('FAMILIA').fresh).toBeNull()
  expect(names('').fresh).toBeNull()
})

test('what is chosen is not offered again, also when it is not saved yet', () => {
  expect(names('', [{ id: '2', name: 'VIP' }]).names).not.toContain('VIP')
  expect(names('new', [{ id: null, name: 'New' }]).fresh).toBeNull()
})
