import { useCallbackRef } from '@mantine/hooks'
import { useRef, useState } from 'react'
import {
  isAnySelected,
  nothingSelected,
  type Selection,
  toggleLoaded,
  toggleOne,
  toggleRange,
} from './selection.ts'
import type { CustomerPages } from './use-customer-pages.ts'

/** What is selected, of this view: other filters begin anew, another order does not. */
export function useSelection(pages: CustomerPages, filterKey: string) {
  const [kept, setKept] = useState<Readonly<{ of: string; selection: Selection }>>({
    of: filterKey,
    selection: nothingSelected,
  })
  const last = useRef<string | null>(null)
  const selection = kept.of === filterKey ? kept.selection : nothingSelected
  const set = (next: Selection) => setKept({ of: filterKey, selection: next })
  const loaded = () => pages.rows.loaded.map(({ id }) => id)

  // The same function for every render: a row is drawn anew only when something of its own changed.
  const select = useCallbackRef((index: number, isRange: boolean) => {
    const id = pages.rows.at(index)?.id
    if (id === undefined) return
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
