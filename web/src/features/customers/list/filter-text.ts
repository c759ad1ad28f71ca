import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { storesQuery, tagsQuery } from '../../../api/queries.ts'
import { useSession } from '../../../api/session.ts'
import { useFormat } from '../../../ui/format-context.tsx'
import { customerQuery } from '../customers.api.ts'
import type { FilterName, ListSearch, RangeName } from './list-search.ts'

type Named = Readonly<{ id: string; name: string }>

/** The name of a filter, and what it is set to in words: “Tags”, “VIP, Family member”. */
export function useFilterText(search: ListSearch) {
  const { t } = useTranslation()
  const { organizationWord } = useSession().merchant
  const format = useFormat()
  const tags = useQuery({ ...tagsQuery, enabled: search.tag !== undefined })
  const stores = useQuery({ ...storesQuery, enabled: search.store !== undefined })
  const organization = useQuery({
    ...customerQuery(search.organization ?? ''),
    enabled: search.organization !== undefined,
    retry: false,
  })
  const namesOf = (ids: readonly string[] = [], known: readonly Named[] | undefined) =>
    ids.map((id) => nameOf(id, known) ?? t('customerList.filters.gone')).join(', ')
  const range = (name: RangeName) => () => {
    const [first, last] = [search[`${name}From`], search[`${name}To`]]
    const [from, to] = [first && format.day(first), last && format.day(last)]
    if (from && to) return t('customerList.filters.between', { from, to })
    return from
      ? t('customerList.filters.since', { day: from })
      : t('customerList.filters.until', { day: to ?? '' })
  }
  const value: Readonly<Record<FilterName, () => string>> = {
    type: () => t(`customerList.filters.${search.type === 'business' ? 'businesses' : 'people'}`),
    status: () => t(`customerList.filters.${search.status === 'all' ? 'statusAll' : 'statusInactive'}`),
    tag: () => namesOf(search.tag, tags.data),
    store: () => namesOf(search.store, stores.data),
    organization: () =>
      organization.data?.displayName ?? (organization.isError ? t('customerList.filters.gone') : '…'),
    activity: () =>
      (search.activity ?? []).map((state) => t(`customerFields.activityStates.${state}`)).join(', '),
    created: range('created'),
    lastOrder: range('lastOrder'),
  }
  return {
    label: (name: FilterName) =>
      name === 'organization' && organizationWord
        ? organizationWord.singular
        : t(`customerList.filters.${name}`),
    value: (name: FilterName) => value[name](),
  }
}

/** A link may name a tag or a store by its name, as the API does; until the names are there, dots stand for them. */
function nameOf(id: string, known: readonly Named[] | undefined): string | null {
  if (known === undefined) return '…'
  return known.find((one) => one.id === id || one.name === id)?.name ?? null
}
