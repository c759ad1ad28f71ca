import type { Filter } from '../../../ui/filter-chips.tsx'
import { FilterSheet } from '../../../ui/filter-sheet.tsx'
import { FilterEditor } from './filter-editors.tsx'
import type { FilterName, ListSearch } from './list-search.ts'

type Props = Readonly<{
  opened: boolean
  search: ListSearch
  filters: readonly Filter<FilterName>[]
  showText: string
  onChange: (search: ListSearch) => void
  onClear: () => void
  onClose: () => void
}>

/** Comes with the editors of the filters, when it is first opened. */
export function OpenedDrawer({ search, onChange, ...sheet }: Props) {
  return (
    <FilterSheet
      {...sheet}
      editor={(name) => <FilterEditor name={name} search={search} onChange={onChange} />}
    />
  )
}
