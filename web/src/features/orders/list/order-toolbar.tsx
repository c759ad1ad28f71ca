import { useTranslation } from 'react-i18next'
import { compact } from '../../../kernel/address.ts'
import { FilterChips, SetFilters } from '../../../ui/filter-chips.tsx'
import { FilterDrawer } from '../../../ui/filter-drawer.tsx'
import classes from '../../../ui/list-toolbar.module.css'
import { SearchField } from '../../../ui/search-field.tsx'
import {
  countFilters,
  type FilterName,
  type OrderSearch,
  withoutFilter,
  withoutFilters,
} from '../order-search.ts'
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
  const removable = { filters, onRemove: (name: FilterName) => change(withoutFilter(search, name)) }
  return (
    <>
      <search className={classes.toolbar}>
        <SearchField
          label={t('orders.search')}
          hint={t('orders.searchHint')}
          q={search.q ?? ''}
          onSearch={(q) => onSearch(compact({ ...search, q: q || undefined }), { replace: true })}
          onLeave={onLeaveSearch}
        />
        {isPhone ? (
          <FilterDrawer set={countFilters(search)} preload={preloadDrawer}>
            {(opened, close) => (
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
          </FilterDrawer>
        ) : (
          <FilterChips {...removable} preload={preloadFilter}>
            {(name, button) => <OpenedFilter target={button} name={name} search={search} onChange={change} />}
          </FilterChips>
        )}
      </search>
      {isPhone && <SetFilters {...removable} />}
    </>
  )
}
