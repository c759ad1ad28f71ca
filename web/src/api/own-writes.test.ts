import { afterEach, expect, test, vi } from 'vitest'
import { isOwn, noteWrite } from './own-writes.ts'

afterEach(() => vi.useRealTimers())

const ana = '01900000-0000-7000-8000-000000000001'
const ben = '01900000-0000-7000-8000-000000000002'

test('a write is one’s own until its answer has been there for a while; what is only read never is', () => {
  vi.useFakeTimers()
  noteWrite('GET', `https://x/api/v1/customers/${ben}`)()
  const answered = noteWrite('PATCH', `https://x/api/v1/customers/${ana}`)
  vi.advanceTimersByTime(60_000)
  expect(isOwn([ana])).toBe(true)
  expect(isOwn([ben])).toBe(false)
  expect(isOwn([ana, ben])).toBe(false)

  answered()
  vi.advanceTimersByTime(2900)
  expect(isOwn([ana])).toBe(true)
  vi.advanceTimersByTime(200)
  expect(isOwn([ana])).toBe(false)
})

test('after a write that names nobody, every change may be its own', () => {
  vi.useFakeTimers()
  noteWrite('POST', 'https://x/api/v1/session')
  expect(isOwn([ben])).toBe(false)
  const answered = noteWrite('POST', 'https://x/api/v1/customers')
  expect(isOwn([ben])).toBe(true)
  answered()
  vi.advanceTimersByTime(3100)
  expect(isOwn([ben])).toBe(false)
})
