import type { Filter } from '../../../ui/filter-chips.tsx'
import { FilterSheet } from '../../../ui/filter-sheet.tsx'
import type { FilterName, OrderSearch } from '../order-search.ts'
import { FilterEditor } from './filter-editors.tsx'

type Props = Readonly<{
  opened: boolean
  search: OrderSearch
  filters: readonly Filter<FilterName>[]
  showText: string
  onChange: (search: OrderSearch) => void
  onClear: () => void
  onClose: () => void
}>

export function OpenedDrawer({ search, onChange, ...sheet }: Props) {
  return (
    <FilterSheet
      {...sheet}
      editor={(name) => <FilterEditor name={name} search={search} onChange={onChange} />}
    />
  )
}
