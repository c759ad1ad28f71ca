// Which columns there are, which are shown, and in what order. The choice is kept per user under a preference.
// Pure.
import type { ListTab, Sort, SortField } from './list-search.ts'

export type BuiltInColumn =
  | 'photo'
  | 'name'
  | 'type'
  | 'status'
  | 'tags'
  | 'organization'
  | 'phone'
  | 'email'
  | 'stores'
  | 'number'
  | 'created'
  | 'activity'
  | 'lastOrder'
  | 'revenue4w'
  | 'revenue3m'
  | 'revenue6m'
  | 'revenueTotal'
  | 'orders'
  | 'visits'
  | 'reviews'
export type ColumnId = BuiltInColumn | `attributes.${string}`

type Shape = Readonly<{
  /** The least width in pixels; what is left over is shared by `grow`. */
  width: number
  grow: number
  fields: readonly string[]
  sort?: SortField
  /** Figures stand at the right, one under the other. */
  end?: boolean
}>

/** Name and photo stand first and do not move: they are the column that stays when the table scrolls sideways. */
export const pinnedColumns: readonly BuiltInColumn[] = ['photo', 'name']

const shapes: Readonly<Record<BuiltInColumn, Shape>> = {
  photo: { width: 0, grow: 0, fields: ['photoUrl'] },
  name: { width: 225, grow: 3, fields: ['displayName'], sort: 'name' },
  type: { width: 98, grow: 0, fields: ['type'], sort: 'type' },
  status: { width: 92, grow: 0, fields: ['status'] },
  tags: { width: 118, grow: 3, fields: ['tags'] },
  organization: { width: 120, grow: 3, fields: ['organizations'] },
  phone: { width: 150, grow: 1, fields: ['phone', 'phones'] },
  email: { width: 165, grow: 4, fields: ['email'], sort: 'email' },
  stores: { width: 94, grow: 1, fields: ['stores'] },
  number: { width: 96, grow: 0, fields: ['number'], sort: 'number' },
  created: { width: 108, grow: 0, fields: ['createdAt'], sort: 'createdAt' },
  activity: { width: 132, grow: 0, fields: ['activity'] },
  lastOrder: { width: 106, grow: 0, fields: ['lastOrderAt'], sort: 'lastOrderAt' },
  revenue4w: { width: 108, grow: 0, fields: ['revenue4w', 'lastOrderAt'], sort: 'revenue4w', end: true },
  revenue3m: { width: 108, grow: 0, fields: ['revenue3m', 'lastOrderAt'], sort: 'revenue3m', end: true },
  revenue6m: { width: 108, grow: 0, fields: ['revenue6m', 'lastOrderAt'], sort: 'revenue6m', end: true },
  revenueTotal: {
    width: 116,
    grow: 0,
    fields: ['revenueTotal', 'lastOrderAt'],
    sort: 'revenueTotal',
    end: true,
  },
  orders: { width: 84, grow: 0, fields: ['orders', 'lastOrderAt'], end: true },
  visits: { width: 84, grow: 0, fields: ['visits', 'lastOrderAt'], end: true },
  reviews: { width: 96, grow: 0, fields: ['reviews'], sort: 'reviews', end: true },
}
const attributeShape = { width: 132, grow: 1 } as const

const builtIn = Object.keys(shapes) as readonly BuiltInColumn[]
const defaultColumns: Readonly<Record<ListTab, readonly BuiltInColumn[]>> = {
  all: ['photo', 'name', 'tags', 'organization', 'phone', 'email', 'activity', 'lastOrder', 'revenue6m'],
  business: ['photo', 'name', 'activity', 'tags', 'phone', 'email', 'lastOrder', 'revenue6m', 'reviews'],
  personal: ['photo', 'name', 'organization', 'tags', 'phone', 'email', 'lastOrder', 'revenue6m', 'reviews'],
}

const isBuiltIn = (id: string): id is BuiltInColumn => Object.hasOwn(shapes, id)

export function shapeOf(id: ColumnId): Shape {
  return isBuiltIn(id) ? shapes[id] : { ...attributeShape, fields: [id] }
}

/** Every column there is: the built-in ones, then the merchant's own attributes. */
export const allColumns = (attributeKeys: readonly string[]): readonly ColumnId[] => [
  ...builtIn,
  ...attributeKeys.map((key): ColumnId => `attributes.${key}`),
]

/** What is shown, in order. Columns that are gone (an attribute was deleted) are left out; the name is always there. */
export function readColumns(
  value: unknown,
  attributeKeys: readonly string[],
  tab: ListTab = 'all',
): readonly ColumnId[] {
  const wanted = typeof value === 'object' && value !== null && 'columns' in value ? value.columns : null
  if (!Array.isArray(wanted)) return defaultColumns[tab]
  const known = allColumns(attributeKeys)
  const shown = [...new Set(wanted.flatMap((id: unknown) => known.find((column) => column === id) ?? []))]
  return pinnedFirst(shown.includes('name') ? shown : ['name', ...shown])
}

export const defaults = (tab: ListTab = 'all', hasReviews = true): readonly ColumnId[] =>
  hasReviews ? defaultColumns[tab] : withoutReviews(defaultColumns[tab])
export const isDefault = (columns: readonly ColumnId[], tab?: ListTab, hasReviews?: boolean): boolean =>
  String(columns) === String(defaults(tab, hasReviews))

/** Of a merchant who does without reviews. */
export const withoutReviews = (columns: readonly ColumnId[]): readonly ColumnId[] =>
  columns.filter((id) => id !== 'reviews')

export function toggleColumn(columns: readonly ColumnId[], id: ColumnId): readonly ColumnId[] {
  if (id === 'name') return columns
  if (columns.includes(id)) return columns.filter((other) => other !== id)
  return pinnedFirst([...columns, id])
}

/** One place to the left (-1) or the right (1) among the columns that may move. */
export function moveColumn(columns: readonly ColumnId[], id: ColumnId, step: 1 | -1): readonly ColumnId[] {
  const from = columns.indexOf(id)
  const to = from + step
  if (!canMove(columns, id, step)) return columns
  const next = [...columns]
  next.splice(from, 1)
  next.splice(to, 0, id)
  return next
}

export function canMove(columns: readonly ColumnId[], id: ColumnId, step: 1 | -1): boolean {
  const to = columns.indexOf(id) + step
  const other = columns[to]
  return columns.includes(id) && !isPinned(id) && other !== undefined && !isPinned(other)
}

export const isPinned = (id: ColumnId): boolean => pinnedColumns.some((pinned) => pinned === id)

/** What the server is asked for: what the columns show, and what every row and its menu need whatever is shown. */
export function fieldsOf(columns: readonly ColumnId[], tab: ListTab = 'all'): string {
  const always = ['displayName', 'type', 'status', 'email', 'phone']
  const shown = columns.flatMap((id) => [...shapeOf(id).fields, ...(tab === 'personal' ? lent(id) : [])])
  return [...new Set([...always, ...shown])].sort().join(',')
}

/** Contacts have what their organization has. */
const lent = (id: ColumnId): readonly string[] =>
  id === 'phone' ? ['organizationPhone'] : id === 'tags' ? ['organizationTags'] : []

/** Names stand under their own table columns; the photo is drawn inside the name's. */
export const tableColumns = (columns: readonly ColumnId[]): readonly ColumnId[] =>
  columns.filter((id) => id !== 'photo')

const sortedColumn = (sort: Sort | null) => builtIn.find((one) => shapes[one].sort === sort?.replace('-', ''))

/** A figure or a day that the list is sorted by, for cards, which have no columns. */
export function sortedFigure(sort: Sort | null): BuiltInColumn | null {
  const id = sortedColumn(sort)
  return id !== undefined && (shapes[id].end || id === 'created' || id === 'lastOrder') ? id : null
}

/** With what the list is sorted by, beside the name, even where nobody chose that column: an order that is not to be seen is a riddle. */
export function withSorted(columns: readonly ColumnId[], sort: Sort | null): readonly ColumnId[] {
  const id = sortedColumn(sort)
  return id === undefined || columns.includes(id)
    ? columns
    : pinnedFirst([...columns.filter(isPinned), id, ...columns])
}

const pinnedFirst = (columns: readonly ColumnId[]): readonly ColumnId[] => [
  ...pinnedColumns.filter((id) => columns.includes(id)),
  ...columns.filter((id) => !isPinned(id)),
]
