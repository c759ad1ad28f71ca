import { expect, test } from 'vitest'
import { todayIn } from './today.ts'

const at = (timeZone: string, instant: string) => todayIn(timeZone, Date.parse(instant))

test('the day changes at each zone’s own midnight, also where clocks are put on and back', () => {
  expect(at('Asia/Kathmandu', '2026-03-28T18:14:59.999Z')).toBe('2026-03-28')
  expect(at('Asia/Kathmandu', '2026-03-28T18:15:00Z')).toBe('2026-03-29')
  // Days of 23 and of 25 hours.
  expect(at('Europe/Zurich', '2026-03-29T21:59:59Z')).toBe('2026-03-29')
  expect(at('Europe/Zurich', '2026-03-29T22:00:00Z')).toBe('2026-03-30')
  expect(at('Europe/Zurich', '2026-10-25T22:59:59Z')).toBe('2026-10-25')
  expect(at('Europe/Zurich', '2026-10-25T23:00:00Z')).toBe('2026-10-26')
  // There is no midnight when Chile's clocks are put on.
  expect(at('America/Santiago', '2026-09-06T03:59:59Z')).toBe('2026-09-05')
  expect(at('America/Santiago', '2026-09-06T04:00:00Z')).toBe('2026-09-06')
  expect(at('America/Santiago', '2026-09-07T02:59:59Z')).toBe('2026-09-06')
  expect(at('America/Santiago', '2026-09-07T03:00:00Z')).toBe('2026-09-07')
})

test('a clock that was put back is followed', () => {
  expect(at('UTC', '2026-11-23T00:00:00Z')).toBe('2026-11-23')
  expect(at('UTC', '2026-11-22T23:59:59Z')).toBe('2026-11-22')
})
