import { afterEach, expect, test, vi } from 'vitest'
import { onNewDay, untilMidnight } from './midnight.ts'

const hour = 3_600_000

test.each([
  ['an evening', 'America/New_York', '2026-11-22T23:59:00-05:00', 60_000],
  ['midnight itself', 'UTC', '2026-11-22T00:00:00Z', 24 * hour],
  ['a day of 23 hours', 'America/New_York', '2026-03-08T00:00:00-05:00', 23 * hour],
  ['a day of 25 hours', 'America/New_York', '2026-11-01T00:00:00-04:00', 25 * hour],
  ['a zone of half hours', 'Asia/Kolkata', '2026-11-22T18:00:00Z', hour / 2],
])('the next day begins when it does: %s', (_, zone, now, wait) => {
  expect(untilMidnight(zone, new Date(now))).toBe(wait)
})

afterEach(() => void vi.useRealTimers())

test('every midnight is told of, and every return to the page, until nobody listens', () => {
  vi.useFakeTimers({ now: new Date('2026-11-22T23:00:00Z') })
  const page = new EventTarget()
  const told = vi.fn()
  const stop = onNewDay('UTC', told, page as Document)

  vi.advanceTimersByTime(hour - 1)
  expect(told).toHaveBeenCalledTimes(0)
  vi.advanceTimersByTime(1)
  expect(told).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(24 * hour)
  expect(told).toHaveBeenCalledTimes(2)
  // It slept through three nights: the clock went on, the timers did not.
  vi.setSystemTime(new Date('2026-11-27T09:00:00Z'))
  page.dispatchEvent(new Event('visibilitychange'))
  expect(told).toHaveBeenCalledTimes(3)
  vi.advanceTimersByTime(15 * hour)
  expect(told).toHaveBeenCalledTimes(4)

  stop()
  page.dispatchEvent(new Event('visibilitychange'))
  expect([told.mock.calls.length, vi.getTimerCount()]).toEqual([4, 0])
})
