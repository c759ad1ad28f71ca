import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importTroubles } from './en/import-troubles.ts'

const server = join(import.meta.dirname, '../../../server/src')
const modules = join(server, 'modules')
const isWordless = (code: string) => !Object.hasOwn(importTroubles.problems, code)

test('whatever makes an order or a review of a file unacceptable is said in words, not by its code', () => {
  const files = globSync('{orders,reviews}/*.rules.ts', { cwd: modules })
  const codes = files.flatMap((file) =>
    [...readFileSync(join(modules, file), 'utf8').matchAll(/\bfault\([^)]*?,\s*'([a-z]+\.[a-z_]+)'/gs)].map(
      ([, code]) => code as string,
    ),
  )

  expect(codes.length).toBeGreaterThan(5)
  expect([...new Set(codes)].filter(isWordless)).toEqual([])
})

/** What is said of a request or a whole import, not of its rows. */
const isOfTheWhole = (code: string) =>
  /^(?:body|disk|files|import|mapping)\.|^field\.(?:type|unknown)$/.test(code)

test('whatever is wrong with a row or a cell of a file is said in words, not by its code', () => {
  const files = globSync('{modules/imports/**/*,kernel/phone,kernel/email}.ts', { cwd: server }).filter(
    (file) => !/\.(?:test|kit)\.ts$/.test(file),
  )
  const codes = files.flatMap((file) => {
    const source = readFileSync(join(server, file), 'utf8')
    const said = source.matchAll(
      /\b(?:code(?::| =)|aboutRow\(|rejected\(|reasonOf\()[^;}]*?'([a-zA-Z]+\.[a-zA-Z_]+)'/g,
    )
    const ofAttributes = source.matchAll(/\bproblem\('(\w+)'/g)
    return [
      ...[...said].map(([, code]) => code as string),
      ...[...ofAttributes].map(([, kind]) => `attribute.${kind}`),
    ]
  })
  const said = [...new Set(codes)].filter((code) => !isOfTheWhole(code))

  expect(said).toEqual(expect.arrayContaining(['type.kept', 'phone.unreadable', 'attribute.choice']))
  expect(said.filter(isWordless)).toEqual([])
})
