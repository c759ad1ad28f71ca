// What somebody changes about how a file is read: only that is sent, everything else is found by the server. Pure.
import type { Mapping, Preview } from '../imports.api.ts'

type Columns = Readonly<Record<string, string>>
type Found = Pick<Preview, 'mapping'>

/** Once one column is decided by hand all of them are: with columns given, others would stay unread. */
export function withColumn(edits: Mapping, { mapping }: Found, header: string, path: string | null): Mapping {
  const { [header]: _before, ...others } = columnsOf(edits, mapping)
  return { ...edits, columns: path === null ? others : { ...others, [header]: path } }
}

const columnsOf = (edits: Mapping, found: Mapping): Columns => edits.columns ?? found.columns ?? {}

/** Another encoding or delimiter makes other columns of the file: those are found anew. */
export function withFile(edits: Mapping, change: Pick<Mapping, 'encoding' | 'delimiter'>): Mapping {
  const { columns: _columns, ...others } = edits
  return compact({ ...others, ...change })
}

/** Fields are those of a kind; how the file itself is read stays. */
export function forKind(edits: Mapping): Mapping {
  const { columns: _columns, constants: _constants, ...others } = edits
  return others
}

type Member = Pick<Mapping, 'dateOrder' | 'timeZone' | 'source' | 'customersFrom' | 'nulls' | 'makeStores'>

/** An empty member is one that is found again; IDs may be nobody's. */
export const withMember = (edits: Mapping, change: { [K in keyof Member]: Member[K] | undefined }): Mapping =>
  compact({ ...edits, ...change })

/** A value that every row gets; empty for none. */
export function withConstant(edits: Mapping, path: string, value: string): Mapping {
  const { [path]: _before, ...others } = edits.constants ?? {}
  const constants = value === '' ? others : { ...others, [path]: value }
  return compact({ ...edits, constants: Object.keys(constants).length === 0 ? undefined : constants })
}

/** Which store a text of the file means; null: it is left as it is. */
export function withStore(edits: Mapping, name: string, store: string | null): Mapping {
  const { [name]: _before, ...others } = edits.stores ?? {}
  const stores = store === null ? others : { ...others, [name]: store }
  return compact({ ...edits, stores: Object.keys(stores).length === 0 ? undefined : stores })
}

type Shown = Pick<Preview, 'total' | 'unknownStores'>

/**
 * What an import begins with. Where stores that rows further down name are to be made, those that were shown and left
 * without one stay so.
 */
export function forStart(edits: Mapping, { total, unknownStores }: Shown): Mapping {
  if (edits.makeStores !== true || total !== null || unknownStores.length === 0) return edits
  const left = Object.fromEntries(unknownStores.map(({ name }) => [name, null]))
  return { ...edits, stores: { ...left, ...edits.stores } }
}

/** Stores that are there now are no longer to be left out. */
export function withMade(edits: Mapping, names: readonly string[]): Mapping {
  const left = names.filter((name) => edits.stores?.[name] === null)
  return left.reduce((made, name) => withStore(made, name, null), edits)
}

/** Whether rows that nobody has looked at can name stores. Our own export brings its stores along. */
export const hasFurtherStores = ({ total, layout, columns }: Pick<Preview, 'total' | 'layout' | 'columns'>) =>
  total === null && layout !== 'own' && columns.some(({ path }) => path === 'store' || path === 'stores')

export const isSameReading = (one: Mapping | undefined, other: Mapping | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

const NAMES_SOMEBODY = /^(?:customer\.|order\.|organization\.(?:id|externalId|number)$)/

/** Orders or reviews of which no column says whose they are. */
export const namesNobody = ({ rowsOf, columns }: Pick<Preview, 'rowsOf' | 'columns'>) =>
  (rowsOf === 'orders' || rowsOf === 'reviews') &&
  columns.every(({ path }) => path === null || !NAMES_SOMEBODY.test(path))

export const isUntouched = (edits: Mapping): boolean => Object.keys(edits).length === 0

/**
 * How a mended file is read: as the one that it is of. The file of rejected rows is UTF-8 whatever the first was, and
 * its delimiter is found.
 */
export function forMended(mapping: Mapping | null): Mapping | null {
  if (mapping === null) return null
  const { encoding: _encoding, delimiter: _delimiter, ...rest } = mapping
  return rest
}

/** Columns that were decided about and are not in the file: it is another one than the mapping was made for. */
export const missingColumns = (
  { columns = {} }: Mapping,
  { columns: found }: Pick<Preview, 'columns'>,
): string[] => Object.keys(columns).filter((header) => !found.some((column) => column.header === header))

function compact(mapping: { [K in keyof Mapping]: Mapping[K] | undefined }): Mapping {
  return Object.fromEntries(
    Object.entries(mapping).filter(
      ([name, value]) => value !== undefined && value !== '' && (name === 'customersFrom' || !isEmpty(value)),
    ),
  )
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0
