import { useCallbackRef } from '@mantine/hooks'
import { useRef, useState } from 'react'
import {
  isAnySelected,
  nothingSelected,
  type Selection,
  toggleLoaded,
  toggleOne,
  toggleRange,
} from '../kernel/selection.ts'

type Pages<Row> = Readonly<{
  rows: Readonly<{ at: (index: number) => Row | undefined; loaded: readonly Row[] }>
}>

const every = () => true

/** What is selected, of this view: other filters begin anew, another order does not. */
export function useSelection<Row extends Readonly<{ id: string }>>(
  pages: Pages<Row>,
  filterKey: string,
  isSelectable: (row: Row) => boolean = every,
) {
  const [kept, setKept] = useState<Readonly<{ of: string; selection: Selection }>>({
    of: filterKey,
    selection: nothingSelected,
  })
  const last = useRef<string | null>(null)
  const selection = kept.of === filterKey ? kept.selection : nothingSelected
  const set = (next: Selection) => setKept({ of: filterKey, selection: next })
  const loaded = () => pages.rows.loaded.filter(isSelectable).map(({ id }) => id)

  // The same function for every render: a row is drawn anew only when something of its own changed.
  const select = useCallbackRef((index: number, isRange: boolean) => {
    const row = pages.rows.at(index)
    if (row === undefined || !isSelectable(row)) return
    const { id } = row
    const from = last.current
    last.current = id
    if (isRange && from !== null) set(toggleRange(selection, { from, to: id, loaded: loaded() }))
    else set(toggleOne(selection, id, loaded()))
  })
  return {
    selection,
    isAny: isAnySelected(selection),
    select,
    selectLoaded: () => set(toggleLoaded(selection, loaded())),
    selectAll: () => set({ kind: 'all' }),
    clear: () => set(nothingSelected),
  }
}
