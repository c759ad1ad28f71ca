import { useSession } from '../../../api/session.ts'
import { type FilterName, filterNames, isFilterSet, type ListSearch, tabsOf } from './list-search.ts'

/** Where tabs part companies from people, the type is theirs and no filter. Since when somebody is one is set by a link only. */
export function useFilterNames(search: ListSearch): readonly FilterName[] {
  const { setup } = useSession().merchant
  const hasTabs = tabsOf(setup).length > 0
  return filterNames.filter(
    (name) => !(name === 'type' && hasTabs) && (name !== 'customerSince' || isFilterSet(search, name)),
  )
}
