import { useTranslation } from 'react-i18next'
import { compact } from '../../../kernel/address.ts'
import { ListToolbar } from '../../../ui/list-toolbar.tsx'
import { useFilters } from './filter-text.ts'
import { type ListSearch, withoutFilter, withoutFilters } from './list-search.ts'
import { OpenedDrawer, OpenedFilter, preloadDrawer, preloadFilter } from './on-demand.ts'
import { useFilterNames } from './use-filter-names.ts'

type Props = Readonly<{
  search: ListSearch
  isPhone: boolean
  countText: string | null
  onSearch: (search: ListSearch, how?: Readonly<{ replace: boolean }>) => void
  onLeaveSearch: () => void
}>

export function CustomerToolbar({ search, isPhone, countText, onSearch, onLeaveSearch }: Props) {
  const { t } = useTranslation()
  const names = useFilterNames(search)
  const filters = useFilters(search).filter(({ name }) => names.includes(name))
  const change = (next: ListSearch) => onSearch(next)
  // The words and the tab stay.
  const clear = () => {
    const { q, type } = search
    change(compact({ ...withoutFilters(search), q, type: names.includes('type') ? undefined : type }))
  }
  return (
    <ListToolbar
      isPhone={isPhone}
      words={{
        label: t('customerList.search'),
        hint: t('customerList.searchHint'),
        q: search.q ?? '',
        onSearch: (q) => onSearch(compact({ ...search, q: q || undefined }), { replace: true }),
        onLeave: onLeaveSearch,
      }}
      filters={filters}
      onRemove={(name) => change(withoutFilter(search, name))}
      filter={(name, button) => (
        <OpenedFilter target={button} name={name} search={search} onChange={change} />
      )}
      preloadFilter={preloadFilter}
      drawer={(opened, close) => (
        <OpenedDrawer
          opened={opened}
          search={search}
          showText={countText ?? t('customerList.filters.show')}
          filters={filters}
          onChange={change}
          onClear={clear}
          onClose={close}
        />
      )}
      preloadDrawer={preloadDrawer}
    />
  )
}
