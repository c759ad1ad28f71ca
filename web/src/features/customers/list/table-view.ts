// How somebody likes to see the table: which columns in what order, how wide, how high the rows. Kept per user under a
// preference that began with the columns alone; what is not there is as it was before. Pure.
import { type ColumnId, readColumns } from './columns.ts'
import type { ListTab } from './list-search.ts'
import { leastWidth, mostWidth } from './table-layout.ts'

export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]
/** Of the columns that somebody has set; the others find theirs by themselves. */
export type Widths = Readonly<Partial<Record<ColumnId, number>>>

export type TableView = Readonly<{ columns: readonly ColumnId[]; widths: Widths; density: Density }>

/** Each list of its own has a view of its own; how high the rows are is said once for all of them. */
export function readView(value: unknown, attributeKeys: readonly string[], tab: ListTab = 'all'): TableView {
  const whole = isRecord(value) ? value : {}
  const own = tab === 'all' ? whole : tabsOf(whole)[tab]
  const widths = isRecord(own) ? own.widths : {}
  return {
    columns: readColumns(own, attributeKeys, tab),
    widths: isRecord(widths) ? readWidths(widths) : {},
    density: densities.find((known) => known === whole.density) ?? 'comfortable',
  }
}

/** The preference with this view of a list; what is kept of the others stays. */
export function withView(value: unknown, tab: ListTab, { columns, widths, density }: TableView): Preference {
  const whole = isRecord(value) ? value : {}
  const own = { columns: [...columns], widths: { ...widths } }
  if (tab === 'all') return { ...whole, ...own, density }
  return { ...whole, density, tabs: { ...tabsOf(whole), [tab]: own } }
}

/** Whether the cards stand above the list; they do until somebody hides them. */
export const hasCards = (value: unknown): boolean => !(isRecord(value) && value.cards === false)
export const withCards = (value: unknown, cards: boolean): Preference => ({
  ...(isRecord(value) ? value : {}),
  cards,
})

export type Preference = Readonly<Record<string, unknown>>

const tabsOf = ({ tabs }: Preference): Preference => (isRecord(tabs) ? tabs : {})

/** Columns that are hidden keep the width they had. */
export const withWidths = (view: TableView, widths: Widths): TableView => ({
  ...view,
  widths: { ...view.widths, ...widths },
})

export function withoutWidth(view: TableView, id: ColumnId): TableView {
  const { [id]: _width, ...widths } = view.widths
  return { ...view, widths }
}

export const clampWidth = (width: number): number =>
  Math.round(Math.min(mostWidth, Math.max(leastWidth, width)))

function readWidths(raw: Readonly<Record<string, unknown>>): Widths {
  const kept = Object.entries(raw).flatMap(([id, width]) =>
    typeof width === 'number' && Number.isFinite(width) ? [[id, clampWidth(width)]] : [],
  )
  return Object.fromEntries(kept)
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
