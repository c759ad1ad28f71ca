import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { storesQuery } from '../../../api/queries.ts'
import { chosenName } from '../../../ui/chosen-name.ts'
import type { Filter } from '../../../ui/filter-chips.tsx'
import { useRangeText } from '../../../ui/range-text.ts'
import {
  type FilterName,
  filterNames,
  isFilterSet,
  linkedNames,
  type OrderSearch,
  rangeIn,
} from '../order-search.ts'
import { customerNameQuery } from '../orders.api.ts'

/** Every filter with its name and what it is set to in words: “Status”, “Open, Confirmed”. */
export function useOrderFilters(search: OrderSearch): readonly Filter<FilterName>[] {
  const { t } = useTranslation()
  const range = useRangeText()
  const stores = useQuery({ ...storesQuery, enabled: search.store !== undefined })
  const customer = useCustomerName(search)
  const { state, status = [], channel = [], store = [] } = search
  const value: Readonly<Record<FilterName, () => string>> = {
    placed: () => range(rangeIn(search, 'placed')),
    wanted: () => range(rangeIn(search, 'wanted')),
    state: () => t(`orders.states.${state ?? 'past'}`),
    status: () => status.map((one) => t(`orders.statuses.${one}`)).join(', '),
    channel: () => channel.map((one) => t(`orders.channels.${one}`)).join(', '),
    store: () => store.map((id) => chosenName(id, stores.data) ?? t('lists.gone')).join(', '),
    guests: () => t('orders.filters.guestsOnly'),
    customer: () => customer,
    import: () => t('orders.filters.importAny'),
  }
  const shown = filterNames.filter((name) => !linkedNames.includes(name) || isFilterSet(search, name))
  return shown.map((name) => ({
    name,
    label: t(`orders.filters.${name}`),
    value: isFilterSet(search, name) ? value[name]() : null,
  }))
}

/** What a list says whose orders it shows. */
export function useCustomerName({ customer }: OrderSearch): string {
  const { t } = useTranslation()
  const name = useQuery({ ...customerNameQuery(customer ?? ''), enabled: customer !== undefined })
  return name.data ?? (name.isError ? t('lists.gone') : '…')
}
