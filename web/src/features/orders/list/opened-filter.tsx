import { OpenedPopover } from '../../../ui/opened-popover.tsx'
import type { PopoverTarget } from '../../../ui/popover-button.tsx'
import type { FilterName, OrderSearch } from '../order-search.ts'
import { FilterEditor } from './filter-editors.tsx'

type Props = Readonly<{
  target: PopoverTarget
  name: FilterName
  search: OrderSearch
  onChange: (search: OrderSearch) => void
}>

export function OpenedFilter({ target, ...editor }: Props) {
  return (
    <OpenedPopover
      target={target}
      width={['placed', 'wanted'].includes(editor.name) ? 340 : 280}
      position="bottom-start"
    >
      {() => <FilterEditor {...editor} />}
    </OpenedPopover>
  )
}
