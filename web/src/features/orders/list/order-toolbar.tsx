import { useTranslation } from 'react-i18next'
import { compact } from '../../../kernel/address.ts'
import { ListToolbar } from '../../../ui/list-toolbar.tsx'
import { type OrderSearch, withoutFilter, withoutFilters } from '../order-search.ts'
import { OpenedDrawer, OpenedFilter, preloadDrawer, preloadFilter } from './on-demand.ts'
import { useOrderFilters } from './use-order-filters.ts'

type Props = Readonly<{
  search: OrderSearch
  isPhone: boolean
  onSearch: (search: OrderSearch, how?: Readonly<{ replace: boolean }>) => void
  onLeaveSearch: () => void
}>

export function OrderToolbar({ search, isPhone, onSearch, onLeaveSearch }: Props) {
  const { t } = useTranslation()
  const filters = useOrderFilters(search)
  const change = (next: OrderSearch) => onSearch(next)
  return (
    <ListToolbar
      isPhone={isPhone}
      words={{
        label: t('orders.search'),
        hint: t('orders.searchHint'),
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
          filters={filters}
          showText={t('orders.filters.show')}
          onChange={change}
          onClear={() => change(withoutFilters(search))}
          onClose={close}
        />
      )}
      preloadDrawer={preloadDrawer}
    />
  )
}
