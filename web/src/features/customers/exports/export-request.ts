// What was chosen in the dialog, and what is asked of the server for it. Pure.
import type { Language } from '../../../locales/i18n.ts'
import type { ColumnId } from '../list/columns.ts'
import type { ListFilter, ListSearch } from '../list/list-search.ts'
import { filterOf } from '../list/list-search.ts'

export type Rows = 'selection' | 'list' | 'everybody'
export type Status = 'active' | 'inactive' | 'all'
export type ColumnChoice = 'shown' | 'all' | 'chosen'

export type Choice = Readonly<{
  rows: Rows
  status: Status
  format: 'csv' | 'xlsx' | 'json' | 'vcf'
  columns: ColumnChoice
  /** In the words of the screens, or in those that an import reads. */
  names: 'wire' | 'plain'
  /** Fields, for the choice `chosen`. */
  fields: readonly string[]
}>

export type ExportBody = Readonly<{
  kind: 'customers'
  format: Choice['format']
  filter?: ListFilter
  ids?: readonly string[]
  columns?: readonly string[]
  names?: 'plain'
  language?: Language
}>

/** What the dialog was opened on. */
export type Source = Readonly<{
  search: ListSearch
  ids: readonly string[]
  shown: readonly ColumnId[]
}>

export function requestOf(choice: Choice, { search, ids, shown }: Source, language: Language): ExportBody {
  const { format, rows, status, names } = choice
  const columns = format === 'vcf' ? null : columnsOf(choice, shown)
  return {
    kind: 'customers',
    format,
    ...(rows === 'selection' ? { ids } : { filter: filterFor(rows, status, search) }),
    ...(columns === null ? {} : { columns }),
    ...(names === 'plain' && hasNames(format) ? { names, language } : {}),
  }
}

/** Only a sheet is read by people. */
export const hasNames = (format: Choice['format']): boolean => format === 'csv' || format === 'xlsx'

/** The status is said in the dialog, whatever the list shows. */
export function filterFor(rows: Rows, status: Status, search: ListSearch): ListFilter {
  const narrowed = rows === 'list' ? filterOf(search) : filterOf({})
  return { ...narrowed, status: status === 'active' ? undefined : status }
}

function columnsOf({ columns, fields }: Choice, shown: readonly ColumnId[]): readonly string[] | null {
  if (columns === 'all') return null
  return columns === 'chosen' ? fields : fieldsShown(shown)
}

const fieldOfColumn: Readonly<Record<string, string>> = {
  name: 'displayName',
  organization: 'organizations',
  created: 'createdAt',
  lastOrder: 'lastOrderAt',
}

/** The fields of the list's columns; a picture has no place in a file. */
export const fieldsShown = (shown: readonly ColumnId[]): readonly string[] =>
  shown.filter((id) => id !== 'photo').map((id) => fieldOfColumn[id] ?? id)
