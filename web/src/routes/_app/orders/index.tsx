import { createFileRoute, getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { storesQuery } from '../../../api/queries.ts'
import { CustomerPicker } from '../../../features/customers/customer-picker.tsx'
import { OrderList } from '../../../features/orders/list/order-list.tsx'
import { parseOrderSearch } from '../../../features/orders/order-search.ts'
import { loadTexts } from '../../../locales/i18n.ts'

export const Route = createFileRoute('/_app/orders/')({
  validateSearch: parseOrderSearch,
  loader: async ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(storesQuery)
    await Promise.all([loadTexts('orders'), loadTexts('bulk')])
  },
  component: OrdersPage,
})

const route = getRouteApi('/_app/orders/')

function OrdersPage() {
  // The router leaves what `validateSearch` refused among the words it did not name.
  const search = parseOrderSearch(route.useSearch())
  const navigate = useNavigate({ from: '/orders/' })
  const router = useRouter()
  return (
    <OrderList
      search={search}
      pickCustomer={(field) => <CustomerPicker {...field} />}
      onSearch={(next, { replace } = { replace: false }) => {
        // The last letters typed are told a moment later: by then somebody may be on the way to an order, and stays on it.
        if (!/^\/orders\/?$/.test(router.latestLocation.pathname)) return
        void navigate({ search: next, replace, resetScroll: false })
      }}
    />
  )
}
