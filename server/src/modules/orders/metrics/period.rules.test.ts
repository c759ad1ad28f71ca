import { expect, test } from 'vitest'
import { Problem } from '../../../kernel/problem.ts'
import { periodOf } from './period.rules.ts'

test.each([
  [{}, '2026-11-22', { from: '2025-11-22', to: '2026-11-22' }],
  // In a year without it the 29th of February is the 28th.
  [{}, '2024-02-29', { from: '2023-02-28', to: '2024-02-29' }],
  [{ to: '2026-03-31' }, '2026-11-22', { from: '2025-03-31', to: '2026-03-31' }],
  [{ from: '2026-11-01' }, '2026-11-22', { from: '2026-11-01', to: '2026-11-22' }],
  [{ from: '2026-11-22', to: '2026-11-22' }, '2026-12-01', { from: '2026-11-22', to: '2026-11-22' }],
] as const)('%j on %s is %j', (asked, today, period) => {
  expect(periodOf(asked, today)).toEqual(period)
})

test.each([
  [{ from: '2026-02-30' }, 'from', 'day.impossible'],
  [{ to: '2026-13-01' }, 'to', 'day.impossible'],
  [{ from: '1899-12-31' }, 'from', 'day.out_of_range'],
  [{ to: '2201-01-01' }, 'to', 'day.out_of_range'],
  [{ from: '2026-11-02', to: '2026-11-01' }, 'to', 'day.before_start'],
  [{ from: '2026-11-23' }, 'from', 'day.after_end'],
] as const)('%j is refused at %s: %s', (asked, path, code) => {
  const refusal = () => periodOf(asked, '2026-11-22')
  expect(refusal).toThrow(Problem)
  try {
    refusal()
  } catch (error) {
    expect((error as Problem).status).toBe(400)
    expect((error as Problem).fields).toMatchObject([{ path, code }])
  }
})
