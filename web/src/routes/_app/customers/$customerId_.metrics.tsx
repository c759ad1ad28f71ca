import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, getRouteApi } from '@tanstack/react-router'
import { useCan } from '../../../api/session.ts'
import { customerQuery } from '../../../features/customers/customers.api.ts'
import { MetricsPage } from '../../../features/customers/metrics/metrics-page.tsx'
import { parseMetricsSearch } from '../../../features/customers/metrics/period.ts'
import { SendReceiptDialog } from '../../../features/orders/receipt/send-receipt-dialog.tsx'
import { loadTexts } from '../../../locales/i18n.ts'
import { Forbidden } from '../../../ui/error-state.tsx'
import { Page } from '../../../ui/page.tsx'

export const Route = createFileRoute('/_app/customers/$customerId_/metrics')({
  validateSearch: parseMetricsSearch,
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      loadTexts('customerMetrics'),
      queryClient.ensureQueryData(customerQuery(params.customerId)),
    ]),
  component: CustomerMetricsPage,
})

const route = getRouteApi('/_app/customers/$customerId_/metrics')

function CustomerMetricsPage() {
  const { customerId } = route.useParams()
  const { data: customer } = useSuspenseQuery(customerQuery(customerId))
  // The router leaves what `validateSearch` refused among the words it did not name.
  const search = parseMetricsSearch(route.useSearch())
  const navigate = route.useNavigate()
  if (!useCan()('orders.read')) return <Forbidden />
  return (
    <Page>
      <MetricsPage
        customer={customer}
        search={search}
        sendDialog={(orderId, receipt, close) => (
          <SendReceiptDialog orderId={orderId} {...receipt} onClose={close} />
        )}
        onSearch={(next) => void navigate({ search: next, resetScroll: false })}
      />
    </Page>
  )
}
