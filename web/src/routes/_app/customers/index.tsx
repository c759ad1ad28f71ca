import { createFileRoute, getRouteApi, redirect, useNavigate, useRouter } from '@tanstack/react-router'
import { customAttributesQuery, sessionQuery, storesQuery, tagsQuery } from '../../../api/queries.ts'
import { CustomerList } from '../../../features/customers/list/customer-list.tsx'
import { viewQuery } from '../../../features/customers/list/list.api.ts'
import {
  isNarrowed,
  opensRows,
  parseListSearch,
  tabOf,
  tabsOf,
} from '../../../features/customers/list/list-search.ts'
import { loadOpenedRows } from '../../../features/customers/list/opened-on-demand.ts'

export const Route = createFileRoute('/_app/customers/')({
  validateSearch: parseListSearch,
  // In a hierarchy there is no list of both: whoever names none is shown the organizations. Who is at risk, or has a
  // birthday, is looked for among all.
  beforeLoad: async ({ context: { queryClient }, search }) => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    const setup = session?.merchant.setup ?? 'flat'
    const tabs = tabsOf(setup)
    if (search.type === undefined && !isNarrowed(search) && tabs[0] === 'business')
      throw redirect({
        to: '/customers',
        search: { ...parseListSearch(search), type: 'business' },
        replace: true,
      })
    // Without them it is a list all the same.
    if (opensRows(tabOf(search, setup))) await loadOpenedRows().catch(() => undefined)
  },
  // What the table looks like is known before it is drawn; its rows come into it.
  loader: async ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(tagsQuery)
    void queryClient.prefetchQuery(storesQuery)
    await Promise.all([
      queryClient.ensureQueryData(viewQuery),
      queryClient.ensureQueryData(customAttributesQuery),
    ])
  },
  component: CustomersPage,
})

const route = getRouteApi('/_app/customers/')

function CustomersPage() {
  // The router leaves what `validateSearch` refused among the words it did not name.
  const search = parseListSearch(route.useSearch())
  const navigate = useNavigate({ from: '/customers/' })
  const router = useRouter()
  return (
    <CustomerList
      search={search}
      onSearch={(next, { replace } = { replace: false }) => {
        // The last letters typed are told a moment later: by then somebody may be on the way to a record, and stays on it.
        if (!/^\/customers\/?$/.test(router.latestLocation.pathname)) return
        void navigate({ search: next, replace, resetScroll: false })
      }}
    />
  )
}
