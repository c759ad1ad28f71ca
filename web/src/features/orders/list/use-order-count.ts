// How many orders the list finds. For that all that was ever sold may have to be summed up: while orders keep coming in it
// is read now and then, not as often as the rows are, and never for a page that nobody sees.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useServerEvent } from '../../../api/events.ts'
import { createPace } from '../../../api/pace.ts'
import type { OrderFilter } from '../order-search.ts'
import { orderCountQuery, orderCounts } from '../orders.api.ts'

const interval = 20_000

export function useOrderCount(filter: OrderFilter) {
  const queryClient = useQueryClient()
  const [pace] = useState(() =>
    createPace(interval, (queryKey) => {
      // What was left out is read once the page is seen again, as it is never taken for fresh.
      if (document.visibilityState === 'visible') void queryClient.invalidateQueries({ queryKey })
    }),
  )
  useServerEvent(['order.changed', 'orders.changed'], () => pace.add([orderCounts], true))
  useEffect(() => pace.stop, [pace])
  return useQuery(orderCountQuery(filter))
}
