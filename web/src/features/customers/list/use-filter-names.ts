import { useSession } from '../../../api/session.ts'
import {
  type FilterName,
  filterNames,
  isFilterSet,
  type ListSearch,
  linkedNames,
  tabsOf,
} from './list-search.ts'

/** Where tabs part companies from people, the type is theirs and no filter. */
export function useFilterNames(search: ListSearch): readonly FilterName[] {
  const { setup } = useSession().merchant
  const hasTabs = tabsOf(setup).length > 0
  return filterNames.filter(
    (name) => !(name === 'type' && hasTabs) && (!linkedNames.includes(name) || isFilterSet(search, name)),
  )
}
