/**
 * How one file is read: which column is what, told or found; what was assumed; what stays unread.
 * The plan is made once over the survey of the whole file, its `read` then runs over every row.
 */

import { isCountry } from '../../../kernel/countries.ts'
import { isTimeZone } from '../../../kernel/dates.ts'
import { badRequest, invalid } from '../../../kernel/problem.ts'
import type { RawRow, Table } from '../read/table.ts'
import { assumptionsOf } from './assumptions.rules.ts'
import { findPaths, isOwnExport } from './automatic.rules.ts'
import type { Assumption, AttributeColumn, Mapping, ReadContext, ReadRow, UnreadColumn } from './canonical.ts'
import { REPORT_HEADER } from './canonical.ts'
import { splitList, withoutGuard, withoutUnstorable } from './cells/text.rules.ts'
import { type DecidedOrder, decideOrder } from './date-order.rules.ts'
import { partsOfHeader } from './header-match.rules.ts'
import { headerWords } from './header-words.rules.ts'
import { mendedRows } from './mends.rules.ts'
import { newAttributes } from './new-attributes.rules.ts'
import { rowReader } from './read-row.ts'
import type { ColumnReading, ReadingOptions } from './row-draft.ts'
import { filledCell, isPath } from './setters.ts'
import { ANY_CARDS, sourceOf } from './source.rules.ts'
import type { Survey } from './survey.ts'

export type PlannedColumn = {
  /** Its name in the mapping: its header, numbered where headers repeat. */
  readonly header: string
  readonly path: string | null
  readonly filled: number
  readonly sample: readonly string[]
}

export type ReadingPlan = {
  /** The program that the file is from; `own` is our export. */
  readonly layout: string | null
  readonly columns: readonly PlannedColumn[]
  /** Complete: given back to the API it reads the file in the same way. */
  readonly mapping: Mapping & { readonly columns: Readonly<Record<string, string>> }
  readonly assumptions: readonly Assumption[]
  readonly unreadColumns: readonly UnreadColumn[]
  /** Of our own export: to be defined before the rows come. */
  readonly newAttributes: readonly AttributeColumn[]
  readonly total: number
  /** What a row names as its stores; null when no column does. */
  readonly storesIn: ((row: RawRow) => readonly string[]) | null
  read(row: RawRow): ReadRow
}

export function planReading(table: Table, survey: Survey, asked: Mapping, known: ReadContext): ReadingPlan {
  checkMapping(asked)
  const headers = uniqueHeaders(table.headers)
  const made = isOwnExport(survey.columns) ? newAttributes(survey.columns, known) : []
  const context = made.length === 0 ? known : { ...known, attributes: [...known.attributes, ...made] }
  const found = findPaths(survey.columns, context)
  const paths = pathsOf(table, headers, asked, found.paths)
  // A mapping that sends our own words elsewhere makes it a file like any other.
  const own =
    found.layout === 'own' &&
    paths.every((path, i) => [null, found.paths[i], table.headers[i]?.trim()].includes(path))
  const source =
    asked.source?.trim() ||
    found.source ||
    (table.kind === 'vcard' ? ANY_CARDS : sourceOf(survey.columns, paths))
  const orders = survey.columns.map((column) => decideOrder(column, asked.dateOrder, survey.columns, context))
  const timeZone = asked.timeZone ?? context.timeZone
  const options = { context, source, own, timeZone, spanishNames: hasSpanishNames(table.headers, context) }
  const columns = headers.map((header, i): PlannedColumn => {
    const { filled = 0, sample = [] } = survey.columns[i] ?? {}
    return { header, path: paths[i] ?? null, filled, sample }
  })
  return {
    layout: found.layout,
    columns,
    mapping: { ...asked, source, columns: mappedColumns(columns) },
    assumptions: assumptionsOf(table, {
      asked,
      paths,
      orders,
      survey,
      context,
      source,
      own,
      named: found.source !== null,
    }),
    unreadColumns: unreadOf(columns, survey),
    newAttributes: made.filter(({ key }) => paths.includes(`attributes.${key}`)),
    total: survey.total,
    // Our own export brings its stores along.
    storesIn: own ? null : namesAt(paths, 'stores', new Set(asked.nulls ?? [])),
    read: rowReader(readingsOf(table, { paths, orders, survey, options }), {
      asked,
      options,
      width: table.headers.length,
      filesCells: table.kind !== 'vcard',
      mends: mendedRows(table.headers),
    }),
  }
}

/** Of the columns that go to this path. */
export function namesAt(
  paths: readonly (string | null)[],
  wanted: string,
  nulls: ReadonlySet<string>,
): ReadingPlan['storesIn'] {
  const places = paths.flatMap((path, at) => (path === wanted ? [at] : []))
  if (places.length === 0) return null
  return ({ cells }) =>
    places.flatMap((at) => {
      const cell = cells[at] ?? ''
      const text = filledCell(withoutGuard(withoutUnstorable(cell) ?? cell), false, nulls)
      return text === null ? [] : splitList(text)
    })
}

type Paths = readonly (string | null)[]

function pathsOf(table: Table, headers: readonly string[], asked: Mapping, found: Paths): Paths {
  if (table.kind === 'vcard') return ['vcard']
  return asked.columns === undefined ? found : askedPaths(headers, asked.columns)
}

const mappedColumns = (columns: readonly PlannedColumn[]) =>
  Object.fromEntries(columns.flatMap(({ header, path }) => (path === null ? [] : [[header, path]])))

type Decisions = {
  readonly paths: Paths
  readonly orders: readonly DecidedOrder[]
  readonly survey: Survey
  readonly options: ReadingOptions
}

function readingsOf(
  { headers }: Table,
  { paths, orders, survey, options }: Decisions,
): (ColumnReading | null)[] {
  const usual = options.own ? '.' : localeMark(options.context.locale)
  return paths.map((path, i) => {
    if (path === null) return null
    const mark = options.own ? '.' : (survey.columns[i]?.decimalMark ?? usual)
    const header = headers[i] ?? ''
    const parts = options.own ? [] : partsOfHeader(header)
    const isMarked = !options.own && areMarked(survey.columns[i]?.sample ?? [])
    return { header, parts, isMarked, path, order: orders[i]?.order ?? 'dmy', mark, options }
  })
}

/** A sheet's mark for text before every value: of so many none happens to begin with an apostrophe of its own. */
const areMarked = (sample: readonly string[]) =>
  sample.length > 2 && sample.every((text) => /^'\s*[^\s']/.test(text))

/** A path or zone that does not exist is told before anything is read. */
function checkMapping(asked: Mapping): void {
  const faults = [
    ...Object.entries(asked.columns ?? {}).map(([header, path]) => ({
      at: `mapping.columns.${header}`,
      path,
    })),
    ...Object.keys(asked.constants ?? {}).map((path) => ({ at: `mapping.constants.${path}`, path })),
  ].flatMap(({ at, path }) =>
    isPath(path)
      ? []
      : [
          {
            path: at,
            code: 'mapping.path_unknown',
            message: `${path} is not a field that an import can fill`,
          },
        ],
  )
  if (faults.length > 0) throw invalid(faults)
  if (asked.timeZone !== undefined && !isTimeZone(asked.timeZone))
    throw badRequest('mapping.time_zone_unknown', 'is not a time zone')
  if (asked.dateOrder !== undefined && !['ymd', 'dmy', 'mdy'].includes(asked.dateOrder))
    throw badRequest('mapping.date_order_unknown', 'is not ymd, dmy or mdy')
  const country = asked.constants?.['address.country']
  if (country !== undefined && country.length === 2 && !isCountry(country.toUpperCase())) {
    throw invalid([
      {
        path: 'mapping.constants.address.country',
        code: 'country.unknown',
        message: 'is not a country code',
      },
    ])
  }
}

/** "Phone" and "Phone (2)"; a column without a header goes by its place. */
export function uniqueHeaders(headers: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return headers.map((header, i) => {
    const name = header.trim() === '' ? `Column ${i + 1}` : header.trim()
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

/** By the header as it is, else by its words. */
export function askedPaths(
  headers: readonly string[],
  columns: Readonly<Record<string, string>>,
): (string | null)[] {
  const exact = new Map(Object.entries(columns).map(([header, path]) => [header.trim(), path]))
  const loose = new Map(Object.entries(columns).map(([header, path]) => [headerWords(header), path]))
  return headers.map((header) => exact.get(header) ?? loose.get(headerWords(header)) ?? null)
}

function unreadOf(columns: readonly PlannedColumn[], survey: Survey): UnreadColumn[] {
  const unread = columns
    .filter(({ header, path }) => path === null && !REPORT_HEADER.test(header))
    // Sheets leave columns at their end that nobody named or filled.
    .filter(({ header, filled }) => filled > 0 || !/^Column \d+$/.test(header))
    .map(({ header, filled }) => ({ header, filled }))
  return [...unread, ...[...survey.properties].map(([header, filled]) => ({ header, filled }))]
}

const SPANISH = new Set('ES MX AR CO CL PE EC VE GT CU BO DO HN PY SV NI CR PA UY PR GQ'.split(' '))

const hasSpanishNames = (headers: readonly string[], { country }: ReadContext) =>
  SPANISH.has(country) || headers.some((header) => /\b(?:nombre|apellido)/i.test(header))

export function localeMark(locale: string): '.' | ',' {
  try {
    return new Intl.NumberFormat(locale).format(1.5).includes(',') ? ',' : '.'
  } catch {
    return '.'
  }
}
