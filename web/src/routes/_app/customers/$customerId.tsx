import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, getRouteApi, useCanGoBack, useRouter } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useChangedElsewhere } from '../../../api/elsewhere.ts'
import { customAttributesQuery } from '../../../api/queries.ts'
import { useCan } from '../../../api/session.ts'
import { type Subject, subjects } from '../../../features/customers/activities.api.ts'
import { customerQuery } from '../../../features/customers/customers.api.ts'
import { CustomerRecord } from '../../../features/customers/record/customer-record.tsx'
import { type RecordTab, recordTabs } from '../../../features/customers/record/record-tabs.ts'
import type { OrderState } from '../../../features/orders/orders.api.ts'
import { oneOf } from '../../../kernel/address.ts'
import { loadTexts } from '../../../locales/i18n.ts'
import { ChangedParts } from '../../../ui/changed-parts.tsx'
import { Page } from '../../../ui/page.tsx'
import { PageLoading } from '../../../ui/page-loading.tsx'
import { useRecordFocus } from '../../../ui/use-record-focus.ts'

type Search = {
  tab?: RecordTab | undefined
  orders?: Exclude<OrderState, 'past'> | undefined
  about?: Subject | undefined
}

export const Route = createFileRoute('/_app/customers/$customerId')({
  validateSearch: ({ tab, orders, about }: Record<string, unknown>): Search => {
    const known = recordTabs.find((name) => name === tab)
    // Said to be none: what is left out here stays as it came.
    return {
      tab: known === 'overview' ? undefined : known,
      orders:
        known === 'orders' ? (['current', 'recurring'] as const).find((one) => one === orders) : undefined,
      about: known === 'activity' ? oneOf(about, subjects) : undefined,
    }
  },
  loader: async ({ context: { queryClient }, params }) => {
    void queryClient.prefetchQuery(customAttributesQuery)
    await Promise.all([
      loadTexts('customerRecord'),
      loadTexts('customerReviews'),
      // What is edited in place is edited with parts of the form.
      loadTexts('customerForm'),
      queryClient.ensureQueryData(customerQuery(params.customerId)),
    ])
  },
  component: CustomerPage,
})

// Of a tab that may not be opened: it comes with its first use.
const CustomerOrders = lazy(() =>
  Promise.all([import('../../../features/orders/record/customer-orders.tsx'), loadTexts('orders')]).then(
    ([module]) => ({ default: module.CustomerOrders }),
  ),
)

const route = getRouteApi('/_app/customers/$customerId')

function CustomerPage() {
  const { customerId } = route.useParams()
  const { tab = 'overview', orders = 'past', about } = route.useSearch()
  const { data: customer } = useSuspenseQuery(customerQuery(customerId))
  useRecordFocus(`/customers/${customerId}`)
  const maySeeOrders = useCan()('orders.read')
  const isChanged = useChangedElsewhere(customerId)
  const navigate = route.useNavigate()
  const router = useRouter()
  const canGoBack = useCanGoBack()
  const back = () => {
    if (canGoBack) router.history.back()
    else void router.navigate({ to: '/customers' })
  }
  return (
    <Page>
      <ChangedParts isChanged={isChanged}>
        <CustomerRecord
          customer={customer}
          tab={tab}
          about={about}
          onAbout={(next) => void navigate({ search: { tab: 'activity', about: next }, replace: true })}
          orders={
            maySeeOrders ? (
              <Suspense fallback={<PageLoading />}>
                <CustomerOrders
                  key={customerId}
                  customerId={customerId}
                  state={orders}
                  onState={(state) =>
                    void navigate({
                      search: { tab: 'orders', ...(state !== 'past' && { orders: state }) },
                      replace: true,
                    })
                  }
                />
              </Suspense>
            ) : null
          }
          onTab={(next) => void navigate({ search: next === 'overview' ? {} : { tab: next }, replace: true })}
          onBack={back}
          // One step in the history: Back leads to the list, however far one has walked.
          onWalk={(id) => void navigate({ params: { customerId: id }, search: true, replace: true })}
        />
      </ChangedParts>
    </Page>
  )
}
