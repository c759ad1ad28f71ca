import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPace } from './pace.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first signal is acted on at once, a storm once in each interval, and its last one is not lost', () => {
  const acted: string[] = []
  const pace = createPace(1000, (keys) => acted.push(keys.join()))
  pace.add(['customers'], true)
  expect(acted).toEqual(['customers'])

  for (let n = 0; n < 25; n++) {
    vi.advanceTimersByTime(100)
    pace.add(['customers', ...(n === 3 ? ['tags'] : [])], true)
  }
  expect(acted).toEqual(['customers', 'customers,tags', 'customers'])
  vi.advanceTimersByTime(1000)
  expect(acted).toHaveLength(4)
  vi.advanceTimersByTime(5000)
  expect(acted).toHaveLength(4)
})

test('what need not be at once waits for an interval, unless something urgent comes', () => {
  const acted: string[] = []
  const pace = createPace(1000, (keys) => acted.push(keys.join()))
  pace.add(['tags'], false)
  vi.advanceTimersByTime(900)
  expect(acted).toEqual([])
  pace.add(['customers'], true)
  expect(acted).toEqual(['tags,customers'])
  vi.advanceTimersByTime(5000)
  expect(acted).toHaveLength(1)
})

test('nothing happens after it was stopped', () => {
  const acted: string[] = []
  const pace = createPace(1000, (keys) => acted.push(keys.join()))
  pace.add(['tags'], false)
  pace.stop()
  vi.advanceTimersByTime(5000)
  expect(acted).toEqual([])
})
