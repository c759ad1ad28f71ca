// How somebody likes to see the table: which columns in what order, how wide, how high the rows. Kept per user under a
// preference that began with the columns alone; what is not there is as it was before. Pure.
import { type ColumnId, readColumns } from './columns.ts'
import { leastWidth, mostWidth } from './table-layout.ts'

export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]
/** Of the columns that somebody has set; the others find theirs by themselves. */
export type Widths = Readonly<Partial<Record<ColumnId, number>>>

export type TableView = Readonly<{ columns: readonly ColumnId[]; widths: Widths; density: Density }>

export function readView(value: unknown, attributeKeys: readonly string[]): TableView {
  const columns = readColumns(value, attributeKeys)
  const { widths, density } = isRecord(value) ? value : {}
  return {
    columns,
    widths: isRecord(widths) ? readWidths(widths) : {},
    density: densities.find((known) => known === density) ?? 'comfortable',
  }
}

export const asPreference = ({ columns, widths, density }: TableView) => ({
  columns: [...columns],
  widths: { ...widths },
  density,
})

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
