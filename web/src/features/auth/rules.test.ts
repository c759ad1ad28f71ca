import { expect, test } from 'vitest'
import { safeNext } from './rules.ts'

test.each([
  ['/customers?q=ann&tag=vip', '/customers?q=ann&tag=vip'],
  ['/settings/tags', '/settings/tags'],
  ['//evil.example', '/customers'],
  ['/\\evil.example', '/customers'],
  ['/\t/evil.example', '/customers'],
  ['https://evil.example', '/customers'],
  ['javascript:alert(1)', '/customers'],
  ['/sign-in?next=/sign-in', '/customers'],
  [undefined, '/customers'],
])('after sign-in %o leads to %o', (next, target) => {
  expect(safeNext(next)).toBe(target)
})
