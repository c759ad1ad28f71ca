// The list whose rows open. It is no part of the first screen, so the list takes from here what it draws under them.
import { type ComponentType, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import type { RowPages } from '../../../ui/row-pages.ts'
import type { TableHandle } from '../../../ui/row-table.tsx'
import { Caret, type CaretProps } from './caret.tsx'
import { type CardProps, InsertedCard } from './contact-card.tsx'
import { InsertedTableRow, type RowProps } from './contact-row.tsx'
import type { ListRow } from './list-row.ts'
import type { ListSearch } from './list-search.ts'
import { rowAtPlace } from './openings.ts'
import type { CustomerPages } from './use-customer-pages.ts'
import { useOpenings } from './use-openings.ts'

export type Opened = Readonly<{
  pages: RowPages<ListRow>
  total: number | null
  isOpen: (id: string) => boolean
  /** The place in the list of what stands at a place on screen; null of what is inserted there. */
  indexOf: (place: number) => number | null
  side: (place: number, step: 1 | -1) => number | null
  actions: OpenedActions
  Caret: ComponentType<CaretProps>
  Row: ComponentType<RowProps>
  Card: ComponentType<CardProps>
}>

export type OpenedActions = Readonly<{
  onOpen: (id: string) => void
  onMore: (id: string) => void
  onRetry: (id: string) => void
}>

export type OpenedRowsProps = Readonly<{
  pages: CustomerPages
  search: ListSearch
  fields: string
  table: RefObject<TableHandle | null>
  children: (opened: Opened) => ReactNode
}>

export function OpenedRows({ pages, search, fields, table, children }: OpenedRowsProps) {
  const { slots, toggle, showMore, retry, side, ...rows } = useOpenings(pages, {
    status: search.status ?? 'active',
    fields,
  })
  const asked = useRef<Readonly<{ id: string; from: number }> | null>(null)
  const onMore = (id: string) => {
    asked.current = { id, from: slots.find((slot) => slot.id === id)?.people.length ?? 0 }
    showMore(id)
  }
  // The button that had the focus is further down now: who asked for more goes on with the first of them.
  useEffect(() => {
    const slot = slots.find(({ id }) => id === asked.current?.id)
    if (slot === undefined || asked.current === null || slot.people.length <= asked.current.from) return
    table.current?.focusRow(slot.at + slot.above + 1 + asked.current.from)
    asked.current = null
  }, [slots, table])
  return children({
    ...rows,
    side,
    indexOf: (place) => {
      const found = rowAtPlace(slots, place)
      return found.slot === undefined ? found.index : null
    },
    actions: { onOpen: toggle, onMore, onRetry: retry },
    Caret,
    Row: InsertedTableRow,
    Card: InsertedCard,
  })
}
