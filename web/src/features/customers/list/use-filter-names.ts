import { useSession } from '../../../api/session.ts'
import { type FilterName, filterNames, tabsOf } from './list-search.ts'

/** Where tabs part companies from people, the type is theirs and no filter. */
export function useFilterNames(): readonly FilterName[] {
  const { setup } = useSession().merchant
  return tabsOf(setup).length === 0 ? filterNames : filterNames.filter((name) => name !== 'type')
}
