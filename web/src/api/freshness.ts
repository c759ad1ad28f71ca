// Keeps what is on screen true while others work: an event names what changed, the queries of that name read anew.
import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { noteElsewhere } from './elsewhere.ts'
import type { ServerEvent } from './event-stream.ts'
import { resync, useServerEvent } from './events.ts'
import { isOwn } from './own-writes.ts'
import { createPace } from './pace.ts'

/** `customer.changed`, `tag.merged` …: the noun decides which queries are stale. What customers ordered is part of them. */
const keysOfNoun: Readonly<Record<string, readonly string[]>> = {
  customer: ['customers'],
  customers: ['customers'],
  tag: ['tags'],
  store: ['stores'],
  attribute: ['attributes'],
  import: ['imports'],
  export: ['exports'],
  order: ['orders', 'customers'],
  orders: ['orders', 'customers'],
  // Metrics of orders have what was said in them too.
  review: ['reviews', 'orders', 'customers'],
  reviews: ['reviews', 'orders', 'customers'],
  settings: ['settings'],
}
const allKeys = [...new Set(Object.values(keysOfNoun).flat())]

/** An import changes thousands of customers; one reading a second is enough for anybody. */
const interval = 1000

export function useFreshness(queryClient: QueryClient): void {
  const [pace] = useState(() =>
    createPace(interval, (keys) => {
      for (const key of keys) void queryClient.invalidateQueries({ queryKey: [key] })
    }),
  )
  useServerEvent('all', (event) => {
    // What this page wrote it shows already; to read at once would undo the next edit under way.
    const isNews = !isOwn(event.ids)
    pace.add(keysOf(event), isNews)
    if (isNews && nounOf(event).startsWith('customer')) noteElsewhere(event.ids)
  })
  useEffect(() => pace.stop, [pace])
}

const nounOf = ({ kind }: ServerEvent): string => kind.split('.')[0] ?? ''

const keysOf = (event: ServerEvent): readonly string[] =>
  event.kind === resync ? allKeys : (keysOfNoun[nounOf(event)] ?? [])
