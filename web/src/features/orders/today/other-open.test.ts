import { expect, test } from 'vitest'
import type { OrderRow } from '../orders.api.ts'
import { otherOpen } from './other-open.ts'

const order = (id: string, fulfilAt: string | null) => ({ id, fulfilAt, store: null }) as unknown as OrderRow

test('what is overdue comes first, then what is wanted later, then what is wanted at no time; not what is wanted today', () => {
  const overdue = [order('long ago', '2026-10-01T10:00:00Z'), order('yesterday', '2026-11-19T10:00:00Z')]
  const later = [order('tomorrow', '2026-11-21T10:00:00Z'), order('next week', '2026-11-27T10:00:00Z')]
  const newest = [order('whenever', null), order('today', '2026-11-20T23:30:00Z'), ...later, ...overdue]

  const others = otherOpen(overdue, later, newest).map(({ id }) => id)

  expect(others).toEqual(['long ago', 'yesterday', 'tomorrow', 'next week', 'whenever'])
})
