import type { ComponentProps, ReactNode } from 'react'
import { type Filter, FilterChips, SetFilters } from './filter-chips.tsx'
import { FilterDrawer } from './filter-drawer.tsx'
import classes from './list-toolbar.module.css'
import type { PopoverTarget } from './popover-button.tsx'
import { SearchField } from './search-field.tsx'

type Props<Name extends string> = Readonly<{
  isPhone: boolean
  words: ComponentProps<typeof SearchField>
  filters: readonly Filter<Name>[]
  onRemove: (name: Name) => void
  /** What opens at the chip's button, to set one filter. */
  filter: (name: Name, button: PopoverTarget) => ReactNode
  preloadFilter: () => void
  /** All filters at once, on phones. */
  drawer: (opened: boolean, close: () => void) => ReactNode
  preloadDrawer: () => void
}>

/** Above a list: what is searched for, and what it is narrowed by. */
export function ListToolbar<Name extends string>(props: Props<Name>) {
  const { isPhone, words, filters, onRemove, filter, drawer } = props
  const set = filters.filter(({ value }) => value !== null).length
  return (
    <>
      <search className={classes.toolbar}>
        <SearchField {...words} />
        {isPhone ? (
          <FilterDrawer set={set} preload={props.preloadDrawer}>
            {drawer}
          </FilterDrawer>
        ) : (
          <FilterChips filters={filters} onRemove={onRemove} preload={props.preloadFilter}>
            {filter}
          </FilterChips>
        )}
      </search>
      {isPhone && <SetFilters filters={filters} onRemove={onRemove} />}
    </>
  )
}
