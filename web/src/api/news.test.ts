import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => vi.useRealTimers())

test('reads ask for what stands now while a replica may not have it: after the start, and after each event', async () => {
  vi.useFakeTimers()
  const { hasNews, noteNews } = await import('./news.ts')
  expect(hasNews()).toBe(true)
  vi.advanceTimersByTime(5100)
  expect(hasNews()).toBe(false)

  noteNews()
  vi.advanceTimersByTime(4000)
  expect(hasNews()).toBe(true)
  noteNews()
  vi.advanceTimersByTime(4000)
  expect(hasNews()).toBe(true)
  vi.advanceTimersByTime(1100)
  expect(hasNews()).toBe(false)
})
