import { useQuery } from '@tanstack/react-query'
import { createFileRoute, getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { storesQuery } from '../../api/queries.ts'
import { useCan } from '../../api/session.ts'
import { anyCustomerQuery } from '../../features/customers/any-customer.api.ts'
import { DaysOfWeek } from '../../features/customers/days/days-of-week.tsx'
import { DashboardPage, EmptyDashboard } from '../../features/dashboard/dashboard-page.tsx'
import { filterOf } from '../../features/orders/order-search.ts'
import { firstOrdersQuery } from '../../features/orders/orders.api.ts'
import { TodaysOrders } from '../../features/orders/today/todays-orders.tsx'
import { Doors } from '../../features/start/doors.tsx'
import { compact, textOf } from '../../kernel/address.ts'
import { loadTexts } from '../../locales/i18n.ts'
import { useFormat } from '../../ui/format-context.tsx'
import { PageLoading } from '../../ui/page-loading.tsx'
import { useToday } from '../../ui/use-today.ts'

type Search = { store?: string }

export const Route = createFileRoute('/_app/dashboard')({
  validateSearch: (raw: Readonly<Record<string, unknown>>): Search =>
    compact({ store: textOf(raw.store, 200) }),
  loader: async ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(storesQuery)
    await Promise.all((['dashboard', 'orders', 'start', 'summary'] as const).map(loadTexts))
  },
  component: Dashboard,
})

// As on the list of customers: asked for in two ways, it would come in two pieces there.
const SummaryCards = lazy(() =>
  import('../../features/customers/summary/summary-cards.tsx').then((module) => ({
    default: module.SummaryCards,
  })),
)

const route = getRouteApi('/_app/dashboard')

function Dashboard() {
  const { store } = route.useSearch()
  const navigate = useNavigate({ from: '/dashboard' })
  const maySeeOrders = useCan()('orders.read')
  const day = useToday(useFormat().timeZone)
  const isEmpty = useIsEmpty(maySeeOrders)
  if (isEmpty === undefined) return <PageLoading />
  if (isEmpty) return <EmptyDashboard doors={<Doors last="customer" />} />
  const stores = store === undefined ? undefined : [store]
  return (
    <DashboardPage
      store={store}
      onStore={(next) => void navigate({ search: compact<Search>({ store: next }), replace: true })}
      cards={
        maySeeOrders ? (
          <Suspense>
            <SummaryCards store={stores} />
          </Suspense>
        ) : null
      }
      orders={maySeeOrders ? <TodaysOrders day={day} store={stores} /> : null}
      days={<DaysOfWeek day={day} store={stores} />}
    />
  )
}

/** Neither a customer, not even a deleted one, nor an order; undefined until that is known. */
function useIsEmpty(maySeeOrders: boolean): boolean | undefined {
  const customers = useQuery(anyCustomerQuery)
  const orders = useQuery({
    ...firstOrdersQuery(filterOf({}), 1),
    enabled: maySeeOrders && customers.data === false,
  })
  // What could not be read says so in its own place.
  if (customers.isError || orders.isError) return false
  if (customers.data === undefined) return undefined
  if (customers.data) return false
  return maySeeOrders ? orders.data && orders.data.length === 0 : true
}
