import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, getRouteApi, useCanGoBack, useRouter } from '@tanstack/react-router'
import { storesQuery } from '../../../api/queries.ts'
import { CustomerPicker } from '../../../features/customers/customer-picker.tsx'
import { orderQuery } from '../../../features/orders/orders.api.ts'
import { OrderPage } from '../../../features/orders/page/order-page.tsx'
import { loadTexts } from '../../../locales/i18n.ts'
import { Page } from '../../../ui/page.tsx'
import { useRecordFocus } from '../../../ui/use-record-focus.ts'

export const Route = createFileRoute('/_app/orders/$orderId')({
  loader: async ({ context: { queryClient }, params }) => {
    void queryClient.prefetchQuery(storesQuery)
    await Promise.all([
      loadTexts('orders'),
      // The field that finds a customer is the form's.
      loadTexts('customerForm'),
      queryClient.ensureQueryData(orderQuery(params.orderId)),
    ])
  },
  component: OrderRoute,
})

const route = getRouteApi('/_app/orders/$orderId')

function OrderRoute() {
  const { orderId } = route.useParams()
  const { data: order } = useSuspenseQuery(orderQuery(orderId))
  useRecordFocus(`/orders/${orderId}`)
  const router = useRouter()
  const canGoBack = useCanGoBack()
  const back = () => {
    if (canGoBack) router.history.back()
    else void router.navigate({ to: '/orders' })
  }
  return (
    <Page>
      <OrderPage
        key={orderId}
        order={order}
        pickCustomer={(field) => <CustomerPicker {...field} />}
        onBack={back}
      />
    </Page>
  )
}
