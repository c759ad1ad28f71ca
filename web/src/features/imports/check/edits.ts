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

type Member = Pick<Mapping, 'dateOrder' | 'timeZone' | 'source' | 'nulls'>

/** An empty member is one that is found again. */
export const withMember = (edits: Mapping, change: { [K in keyof Member]: Member[K] | undefined }): Mapping =>
  compact({ ...edits, ...change })

/** A value that every row gets; empty for none. */
export function withConstant(edits: Mapping, path: string, value: string): Mapping {
  const { [path]: _before, ...others } = edits.constants ?? {}
  const constants = value === '' ? others : { ...others, [path]: value }
  return compact({ ...edits, constants: Object.keys(constants).length === 0 ? undefined : constants })
}

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

function compact(mapping: { [K in keyof Mapping]: Mapping[K] | undefined }): Mapping {
  return Object.fromEntries(
    Object.entries(mapping).filter(([, value]) => value !== undefined && value !== '' && !isEmpty(value)),
  )
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0
