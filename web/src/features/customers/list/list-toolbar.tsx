import { useTranslation } from 'react-i18next'
import { FilterChips, SetFilters } from '../../../ui/filter-chips.tsx'
import { FilterDrawer } from '../../../ui/filter-drawer.tsx'
import classes from '../../../ui/list-toolbar.module.css'
import { SearchField } from '../../../ui/search-field.tsx'
import { useFilters } from './filter-text.ts'
import {
  countFilters,
  type FilterName,
  type ListSearch,
  withoutFilter,
  withoutFilters,
} from './list-search.ts'
import { OpenedDrawer, OpenedFilter, preloadDrawer, preloadFilter } from './on-demand.ts'
import { useFilterNames } from './use-filter-names.ts'

type Props = Readonly<{
  search: ListSearch
  isPhone: boolean
  countText: string | null
  onSearch: (search: ListSearch, how?: Readonly<{ replace: boolean }>) => void
  onLeaveSearch: () => void
}>

export function ListToolbar({ search, isPhone, countText, onSearch, onLeaveSearch }: Props) {
  const { t } = useTranslation()
  const names = useFilterNames(search)
  const filters = useFilters(search).filter(({ name }) => names.includes(name))
  const searchFor = (q: string) => {
    const { q: _before, ...rest } = search
    onSearch(q === '' ? rest : { ...rest, q }, { replace: true })
  }
  const change = (next: ListSearch) => onSearch(next)
  // The words and the tab stay.
  const clear = () => {
    const { q, type } = search
    change({ ...withoutFilters(search), ...(q && { q }), ...(type && !names.includes('type') && { type }) })
  }
  const removable = { filters, onRemove: (name: FilterName) => change(withoutFilter(search, name)) }
  return (
    <>
      <search className={classes.toolbar}>
        <SearchField
          label={t('customerList.search')}
          hint={t('customerList.searchHint')}
          q={search.q ?? ''}
          onSearch={searchFor}
          onLeave={onLeaveSearch}
        />
        {isPhone ? (
          <FilterDrawer set={countFilters(search, names)} preload={preloadDrawer}>
            {(opened, close) => (
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
