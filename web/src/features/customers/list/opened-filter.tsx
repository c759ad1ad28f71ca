import { OpenedPopover } from '../../../ui/opened-popover.tsx'
import type { PopoverTarget } from '../../../ui/popover-button.tsx'
import { FilterEditor } from './filter-editors.tsx'
import { type FilterName, isRange, type ListSearch } from './list-search.ts'

type Props = Readonly<{
  target: PopoverTarget
  name: FilterName
  search: ListSearch
  onChange: (search: ListSearch) => void
}>

export function OpenedFilter({ target, name, search, onChange }: Props) {
  return (
    <OpenedPopover target={target} width={isRange(name) ? 340 : 280} position="bottom-start">
      {(close) => (
        <FilterEditor
          name={name}
          search={search}
          onChange={(next) => {
            onChange(next)
            // One organization is all that can be chosen; of the others there may be more.
            if (name === 'organization') close()
          }}
        />
      )}
    </OpenedPopover>
  )
}
