import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, getRouteApi, useCanGoBack, useRouter } from '@tanstack/react-router'
import { useChangedElsewhere } from '../../../api/elsewhere.ts'
import { customAttributesQuery } from '../../../api/queries.ts'
import { customerQuery } from '../../../features/customers/customers.api.ts'
import { CustomerRecord } from '../../../features/customers/record/customer-record.tsx'
import { type RecordTab, recordTabs } from '../../../features/customers/record/record-tabs.ts'
import { loadTexts } from '../../../locales/i18n.ts'
import { ChangedParts } from '../../../ui/changed-parts.tsx'
import { Page } from '../../../ui/page.tsx'

type Search = { tab?: RecordTab | undefined }

export const Route = createFileRoute('/_app/customers/$customerId')({
  validateSearch: ({ tab }: Record<string, unknown>): Search => {
    const known = recordTabs.find((name) => name === tab)
    // Said to be none: what is left out here stays as it came.
    return { tab: known === 'overview' ? undefined : known }
  },
  loader: async ({ context: { queryClient }, params }) => {
    void queryClient.prefetchQuery(customAttributesQuery)
    await Promise.all([
      loadTexts('customerRecord'),
      // What is edited in place is edited with parts of the form.
      loadTexts('customerForm'),
      queryClient.ensureQueryData(customerQuery(params.customerId)),
    ])
  },
  component: CustomerPage,
})

const route = getRouteApi('/_app/customers/$customerId')

function CustomerPage() {
  const { customerId } = route.useParams()
  const { tab = 'overview' } = route.useSearch()
  const { data: customer } = useSuspenseQuery(customerQuery(customerId))
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
          onTab={(next) => void navigate({ search: next === 'overview' ? {} : { tab: next }, replace: true })}
          onBack={back}
          // One step in the history: Back leads to the list, however far one has walked.
          onWalk={(id) => void navigate({ params: { customerId: id }, search: true, replace: true })}
        />
      </ChangedParts>
    </Page>
  )
}
