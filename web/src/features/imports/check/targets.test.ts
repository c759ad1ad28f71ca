import { expect, test } from 'vitest'
import { allTargets } from './targets.ts'

const pathsOf = (targets: ReturnType<typeof allTargets>) => targets.flatMap(({ paths }) => paths)

test('every field is offered once, own fields among them', () => {
  const paths = pathsOf(allTargets(['vineyard'], ['email', null]))

  expect(new Set(paths).size).toBe(paths.length)
  expect(paths).toContain('attributes.vineyard')
  expect(paths).toContain('addresses.delivery.city')
})

test('what a column was found to be can be seen, even where nobody would choose it', () => {
  const targets = allTargets([], ['phones.1.number', 'phones.1.number', 'email'])

  expect(targets[0]).toEqual({ group: 'others', paths: ['phones.1.number'] })
})
