import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { storesQuery } from '../../../api/queries.ts'
import { chosenName } from '../../../ui/chosen-name.ts'
import type { Filter } from '../../../ui/filter-chips.tsx'
import { useRangeText } from '../../../ui/range-text.ts'
import { type FilterName, filterNames, isFilterSet, type OrderSearch } from '../order-search.ts'

/** Every filter with its name and what it is set to in words: “Status”, “Open, Confirmed”. */
export function useOrderFilters(search: OrderSearch): readonly Filter<FilterName>[] {
  const { t } = useTranslation()
  const range = useRangeText()
  const stores = useQuery({ ...storesQuery, enabled: search.store !== undefined })
  const { state, status = [], channel = [], store = [], from, to } = search
  const value: Readonly<Record<FilterName, () => string>> = {
    placed: () => range({ from, to }),
    state: () => t(`orders.states.${state ?? 'past'}`),
    status: () => status.map((one) => t(`orders.statuses.${one}`)).join(', '),
    channel: () => channel.map((one) => t(`orders.channels.${one}`)).join(', '),
    store: () => store.map((id) => chosenName(id, stores.data) ?? t('lists.gone')).join(', '),
    guests: () => t('orders.filters.guestsOnly'),
  }
  return filterNames.map((name) => ({
    name,
    label: t(`orders.filters.${name}`),
    value: isFilterSet(search, name) ? value[name]() : null,
  }))
}
