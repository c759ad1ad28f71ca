import { expect, test } from 'vitest'
import { allTargets } from './targets.ts'

const fields = [
  { group: 'name', path: 'fullName' },
  { group: 'reach', path: 'email' },
  { group: 'name', path: 'lastName' },
]

test('fields are offered once, in their groups, own fields last', () => {
  expect(allTargets(fields, ['vineyard'], ['email', null])).toEqual([
    { group: 'name', paths: ['fullName', 'lastName'] },
    { group: 'reach', paths: ['email'] },
    { group: 'own', paths: ['attributes.vineyard'] },
  ])
})

test('what a column was found to be can be seen, even where nobody would choose it', () => {
  const targets = allTargets(fields, [], ['phones.1.number', 'phones.1.number', 'email'])

  expect(targets[0]).toEqual({ group: 'others', paths: ['phones.1.number'] })
})
