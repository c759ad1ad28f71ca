import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importTroubles } from './en/import-troubles.ts'

const modules = join(import.meta.dirname, '../../../server/src/modules')

test('whatever makes an order or a review of a file unacceptable is said in words, not by its code', () => {
  const files = globSync('{orders,reviews}/*.rules.ts', { cwd: modules })
  const codes = files.flatMap((file) =>
    [...readFileSync(join(modules, file), 'utf8').matchAll(/\bfault\([^)]*?,\s*'([a-z]+\.[a-z_]+)'/gs)].map(
      ([, code]) => code as string,
    ),
  )

  expect(codes.length).toBeGreaterThan(5)
  expect([...new Set(codes)].filter((code) => !Object.hasOwn(importTroubles.problems, code))).toEqual([])
})
