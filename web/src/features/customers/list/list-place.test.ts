import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { emptyChain, placePage } from '../../../kernel/page-chain.ts'
import { type KeptList, keepPlace, lastList, type RowChain, readPlace } from './list-place.ts'
import { filterOf } from './list-search.ts'

const hour = 60 * 60_000
const listOf = (key: string): KeptList => ({
  key,
  filter: filterOf({}),
  request: { ...filterOf({}), fields: 'displayName' },
})
const chain: RowChain = placePage(emptyChain, 0, { items: [], nextCursor: 'a' })

afterEach(() => vi.useRealTimers())

test('who comes back after a long call finds the list where it was', () => {
  vi.useFakeTimers()
  const queryClient = new QueryClient({ defaultOptions: { queries: { gcTime: 10 * 60_000 } } })
  queryClient.setQueryData(['something else'], 1)
  keepPlace(queryClient, listOf('by name'), chain)

  vi.advanceTimersByTime(hour)

  expect(queryClient.getQueryData(['something else'])).toBeUndefined()
  expect(readPlace(queryClient, 'by name')).toBe(chain)
  expect(lastList(queryClient)).toEqual(listOf('by name'))
})

test('of many lists the last few are kept', () => {
  vi.useFakeTimers()
  const queryClient = new QueryClient()
  for (let n = 0; n < 12; n++) {
    vi.advanceTimersByTime(1000)
    keepPlace(queryClient, listOf(`list ${n}`), chain)
  }

  expect(readPlace(queryClient, 'list 11')).toBe(chain)
  expect(readPlace(queryClient, 'list 4')).toBe(chain)
  expect(readPlace(queryClient, 'list 3')).toBeUndefined()
})
