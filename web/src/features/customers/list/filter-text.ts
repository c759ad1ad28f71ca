import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { storesQuery, tagsQuery } from '../../../api/queries.ts'
import { chosenName, type Known } from '../../../ui/chosen-name.ts'
import type { Filter } from '../../../ui/filter-chips.tsx'
import { useRangeText } from '../../../ui/range-text.ts'
import { customerQuery } from '../customers.api.ts'
import { type FilterName, filterNames, isFilterSet, type ListSearch } from './list-search.ts'

/** Every filter with its name and what it is set to in words: “Tags”, “VIP, Family member”. */
export function useFilters(search: ListSearch): readonly Filter<FilterName>[] {
  const { t } = useTranslation()
  const range = useRangeText()
  const tags = useQuery({ ...tagsQuery, enabled: search.tag !== undefined })
  const stores = useQuery({ ...storesQuery, enabled: search.store !== undefined })
  const organization = useQuery({
    ...customerQuery(search.organization ?? ''),
    enabled: search.organization !== undefined,
    retry: false,
  })
  const namesOf = (ids: readonly string[] = [], known: Known) =>
    ids.map((id) => chosenName(id, known) ?? t('lists.gone')).join(', ')
  const season = (days = '') => {
    const [from, to] = days.split('..').map((day) => `--${day}`)
    return range({ from, to })
  }
  const value: Readonly<Record<FilterName, () => string>> = {
    type: () => t(`customerList.filters.${search.type === 'business' ? 'businesses' : 'people'}`),
    status: () => t(`customerList.filters.${search.status === 'all' ? 'statusAll' : 'statusInactive'}`),
    tag: () => namesOf(search.tag, tags.data),
    store: () => namesOf(search.store, stores.data),
    organization: () => organization.data?.displayName ?? (organization.isError ? t('lists.gone') : '…'),
    affiliated: () => t('customerList.filters.affiliatedNo'),
    activity: () =>
      (search.activity ?? []).map((state) => t(`customerFields.activityStates.${state}`)).join(', '),
    lastOrder: () => range({ from: search.lastOrderFrom, to: search.lastOrderTo }),
    customerSince: () => range({ from: search.customerSinceFrom, to: search.customerSinceTo }),
    birthday: () => season(search.birthday),
    anniversary: () => season(search.anniversary),
    import: () => t(`customerList.filters.${search.importOutcome ?? 'importAny'}`),
    created: () => range({ from: search.createdFrom, to: search.createdTo }),
  }
  return filterNames.map((name) => ({
    name,
    label: t(`customerList.filters.${name}`),
    value: isFilterSet(search, name) ? value[name]() : null,
  }))
}
