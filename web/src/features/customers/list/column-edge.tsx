import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnId } from './columns.ts'
import classes from './customer-table.module.css'
import { leastWidth, mostWidth } from './table-layout.ts'
import { clampWidth, type Widths } from './table-view.ts'

type Props = Readonly<{
  label: string
  at: number
  columns: readonly ColumnId[]
  widths: readonly number[]
  onWidths: (widths: Widths | null, id: ColumnId) => void
}>

const step = 16
type Drag = Readonly<{ x: number; move: (width: number) => void }>

/** The right edge of a heading: dragged, or moved by arrows, it sets the width; a double click or Delete takes it back. */
export function ColumnEdge({ label, at, columns, widths, onWidths }: Props) {
  const { t } = useTranslation()
  const drag = useRef<Drag | null>(null)
  const width = widths[at] ?? 0
  const id = columns[at]
  if (id === undefined) return null
  // All widths are kept as they stand: another column that gave way would move the edge from under the hand.
  const keep = (next: number) => onWidths(allWidths(columns, widths, { [id]: clampWidth(next) }), id)
  const widthAt = ({ clientX }: PointerEvent, from: number) => clampWidth(width + clientX - from)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule between sections cannot be moved, this edge can
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={t('customerList.columnWidth', { column: label })}
      aria-valuenow={width}
      aria-valuemin={leastWidth}
      aria-valuemax={mostWidth}
      aria-valuetext={t('customerList.pixels', { count: width })}
      tabIndex={0}
      title={t('customerList.columnWidthHint')}
      className={classes.edge}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { x: event.clientX, move: columnMover(event.currentTarget, at, width) }
      }}
      onPointerMove={(event) => {
        if (drag.current !== null) drag.current.move(widthAt(event, drag.current.x))
      }}
      onPointerUp={(event) => {
        const from = drag.current?.x ?? null
        drag.current = null
        if (from !== null && event.clientX !== from) keep(widthAt(event, from))
      }}
      onPointerCancel={() => {
        drag.current?.move(width)
        drag.current = null
      }}
      onDoubleClick={() => onWidths(null, id)}
      onKeyDown={(event) => {
        const next = nextWidth(event, width)
        if (next === undefined) return
        event.preventDefault()
        event.stopPropagation()
        if (next === null) onWidths(null, id)
        else keep(next)
      }}
    />
  )
}

const allWidths = (columns: readonly ColumnId[], widths: readonly number[], changed: Widths): Widths => ({
  ...Object.fromEntries(columns.map((id, n) => [id, widths[n] ?? 0])),
  ...changed,
})

/** While the edge is dragged only the column itself is drawn anew, not the cells of every row. */
function columnMover(edge: HTMLElement, at: number, before: number): (width: number) => void {
  const table = edge.closest('table')
  const column = table?.querySelectorAll('col')[at + 1]
  const whole = table?.offsetWidth ?? 0
  return (width) => {
    if (table) table.style.width = `${whole + width - before}px`
    if (column) column.style.width = `${width}px`
  }
}

/** Undefined: a key of somebody else; null: back to the column's own width. */
function nextWidth({ key, shiftKey }: KeyboardEvent, width: number): number | null | undefined {
  const by = shiftKey ? step * 4 : step
  if (key === 'ArrowLeft') return width - by
  if (key === 'ArrowRight') return width + by
  if (key === 'Home') return leastWidth
  if (key === 'End') return mostWidth
  return key === 'Delete' || key === 'Backspace' ? null : undefined
}
