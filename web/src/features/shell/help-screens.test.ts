import { expect, test } from 'vitest'
import { helpScreenOf } from './help-screens.ts'

const id = '01900000-0000-7000-8000-000000000000'

test.each([
  ['/dashboard', 'dashboard'],
  ['/customers', 'list'],
  ['/customers/', 'list'],
  ['/customers/new', 'form'],
  [`/customers/${id}/edit`, 'form'],
  [`/customers/${id}/metrics`, 'metrics'],
  [`/customers/${id}/reviews`, 'reviews'],
  [`/customers/${id}`, 'record'],
  ['/orders', 'orders'],
  [`/orders/${id}`, 'order'],
  ['/imports', 'imports'],
  [`/imports/${id}`, 'import'],
  ['/settings/tags', 'tags'],
  ['/no-such-page', 'other'],
  ['/', 'other'],
])('%s has the help of %s', (path, screen) => {
  expect(helpScreenOf(path)).toBe(screen)
})
