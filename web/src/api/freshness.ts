// Keeps what is on screen true while others work: an event names what changed, the queries of that name read anew.
import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { resync, useServerEvent } from './events.ts'

/** `customer.changed`, `tag.merged` …: the noun decides which queries are stale. */
const keyOfNoun: Readonly<Record<string, string>> = {
  customer: 'customers',
  customers: 'customers',
  tag: 'tags',
  store: 'stores',
  attribute: 'attributes',
  import: 'imports',
  export: 'exports',
  settings: 'settings',
}
const allKeys = [...new Set(Object.values(keyOfNoun))]

/** An import changes thousands of customers; one reading a second is enough for anybody. */
const interval = 1000

export function useFreshness(queryClient: QueryClient): void {
  const stale = useRef(new Set<string>())
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  useServerEvent('all', ({ kind }) => {
    const key = keyOfNoun[kind.split('.')[0] ?? '']
    for (const one of kind === resync ? allKeys : key ? [key] : []) stale.current.add(one)
    if (stale.current.size === 0) return
    timer.current ??= setTimeout(() => {
      for (const key of stale.current) void queryClient.invalidateQueries({ queryKey: [key] })
      stale.current.clear()
      timer.current = null
    }, interval)
  })

  useEffect(() => {
    return () => {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
    }
  }, [])
}
