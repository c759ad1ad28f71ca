import { FilterChips, SetFilters } from './filter-chips.tsx'
import { FilterDrawer } from './filter-drawer.tsx'
import type { ListSearch } from './list-search.ts'
import { SearchField } from './search-field.tsx'
import classes from './toolbar.module.css'

type Props = Readonly<{
  search: ListSearch
  isPhone: boolean
  countText: string | null
  onSearch: (search: ListSearch, how?: Readonly<{ replace: boolean }>) => void
  onLeaveSearch: () => void
}>

export function ListToolbar({ search, isPhone, countText, onSearch, onLeaveSearch }: Props) {
  const searchFor = (q: string) => {
    const { q: _before, ...rest } = search
    onSearch(q === '' ? rest : { ...rest, q }, { replace: true })
  }
  const change = (next: ListSearch) => onSearch(next)
  return (
    <>
      <search className={classes.toolbar}>
        <SearchField q={search.q ?? ''} onSearch={searchFor} onLeave={onLeaveSearch} />
        {isPhone ? (
          <FilterDrawer search={search} onChange={change} countText={countText} />
        ) : (
          <FilterChips search={search} onChange={change} />
        )}
      </search>
      {isPhone && <SetFilters search={search} onChange={change} />}
    </>
  )
}
