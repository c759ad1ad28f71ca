/**
 * How a file of orders, of their lines or of reviews is read. Rows of one order belong together wherever they stand; what they say is
 * put together where they are written (make-orders.rules.ts).
 */
import { createHash } from 'node:crypto'
import { isTimeZone } from '../../../kernel/dates.ts'
import { badRequest, type FieldFault, invalid } from '../../../kernel/problem.ts'
import { about, assumptionsOf } from '../mapping/assumptions.rules.ts'
import type { Assumption, Mapping, ReadContext, ReadRow } from '../mapping/canonical.ts'
import { REPORT_HEADER } from '../mapping/canonical.ts'
import { decideOrder } from '../mapping/date-order.rules.ts'
import type { PlannedColumn, ReadingPlan } from '../mapping/plan.ts'
import { askedPaths, localeMark, uniqueHeaders } from '../mapping/plan.ts'
import { isMadeUp, sourceOf } from '../mapping/source.rules.ts'
import type { Survey } from '../mapping/survey.ts'
import { type RawRow, type Table, unreadable } from '../read/table.ts'
import { scaleOf } from '../reviews/score.rules.ts'
import { cellText, type PathColumn, readCells } from './cells.rules.ts'
import { cellOf, keyPath, pathFor, pathOfHeader, type RowKind } from './paths.ts'

/** As the database keeps it. */
const LONGEST_SOURCE = 60

export type RowsPlan = ReadingPlan & {
  /** The order that a row belongs to; null when it does not say. */
  keyOf(row: RawRow): string | null
  /** False of reviews that are known by what they say: equal rows have equal keys. */
  readonly hasKeys: boolean
  readAs(row: RawRow, key: string | null): ReadRow
}

export function planRows(
  table: Table,
  survey: Survey,
  asked: Mapping,
  {
    context,
    kind,
    isLook,
  }: { readonly context: ReadContext; readonly kind: RowKind; readonly isLook: boolean },
): RowsPlan {
  if (table.kind === 'vcard') throw unreadable('no_header')
  checkMapping(asked, kind)
  const headers = uniqueHeaders(table.headers)
  const paths =
    asked.columns === undefined
      ? foundPaths(headers, kind)
      : askedPaths(headers, asked.columns).map((path) => (path === null ? null : pathFor(kind, path)))
  const keyAt = paths.indexOf(keyPath(kind))
  if (kind === 'reviews') {
    if (!isLook && !saysHow(paths) && !tells(asked)) throw unreadable('no_reviews')
  } else if (keyAt < 0 && !isLook) throw unreadable('no_orders')
  const columns = headers.map((header, i): PlannedColumn => {
    const { filled = 0, sample = [] } = survey.columns[i] ?? {}
    return { header, path: paths[i] ?? null, filled, sample }
  })
  const mapped = Object.fromEntries(
    columns.flatMap(({ header, path }) => (path === null ? [] : [[header, path]])),
  )
  const source = asked.source?.trim() || sourceOf(survey.columns, paths)
  const orders = survey.columns.map((column) => decideOrder(column, asked.dateOrder, survey.columns, context))
  const nulls = new Set(asked.nulls ?? [])
  const usual = localeMark(context.locale)
  const told = Object.entries(asked.constants ?? {}).map(([path, value]): PathColumn => {
    const known = pathFor(kind, path) as string
    return {
      at: value,
      header: path,
      path: known,
      cell: cellOf(kind, known),
      order: asked.dateOrder ?? 'ymd',
      mark: '.',
    }
  })
  const read = paths.flatMap((path, at): PathColumn[] =>
    path === null
      ? []
      : [
          {
            ...{ at, path, header: headers[at] ?? '', cell: cellOf(kind, path) },
            ...{ order: orders[at]?.order ?? 'dmy', mark: survey.columns[at]?.decimalMark ?? usual },
            ...(cellOf(kind, path) === 'score' && { scale: scaleOf(survey.columns[at]?.sample ?? []) }),
          },
        ],
  )
  const storeFirst = [...told, ...read].sort(
    (a, b) => Number(b.cell === 'store') - Number(a.cell === 'store'),
  )
  const reading = { columns: storeFirst, nulls, timeZone: asked.timeZone ?? null, context }
  const headerByPath = new Map(storeFirst.map(({ path, header }) => [path, header]))
  const storeColumn = paths.indexOf('store')
  const hasKeys = keyAt >= 0 || kind !== 'reviews'
  const keyOf = (row: RawRow) =>
    hasKeys ? cellText(row.cells[keyAt] ?? '', nulls) : keyOfContent(row, paths)
  const readAs = (row: RawRow, key: string | null) =>
    rowOf(row, key, {
      source,
      isSourceGiven: asked.source !== undefined && !isMadeUp(asked.source),
      reading,
      headers: headerByPath,
      kind,
    })
  return {
    layout: null,
    columns,
    mapping: { ...asked, source, columns: mapped },
    assumptions: [
      ...assumptionsOf(table, {
        ...{ asked, paths, orders, survey, context, source },
        ...{ own: false, named: false },
      }),
      ...ofCurrency(storeFirst, context),
      ...ofScale(storeFirst),
    ],
    unreadColumns: columns.flatMap(({ header, path, filled }) =>
      path === null && !REPORT_HEADER.test(header) ? [{ header, filled }] : [],
    ),
    newAttributes: [],
    total: survey.total,
    storesIn: storeColumn < 0 ? null : (row) => [cellText(row.cells[storeColumn] ?? '', nulls) ?? []].flat(),
    ...{ keyOf, hasKeys, readAs },
    read: (row) => readAs(row, keyOf(row)),
  }
}

const tells = ({ constants = {} }: Mapping) =>
  constants.score !== undefined || constants.sentiment !== undefined

const saysHow = (paths: readonly (string | null)[]) => paths.includes('score') || paths.includes('sentiment')

/** What comes to a review later. */
const LATER: ReadonlySet<string> = new Set(['response.text', 'response.at', 'sourceUpdatedAt'])

/** A review without an id is known again by what it says. */
function keyOfContent({ cells }: RawRow, paths: readonly (string | null)[]): string {
  const said = paths.flatMap((path, i) =>
    path === null || LATER.has(path) ? [] : [`${path}=${cells[i]?.trim() ?? ''}`],
  )
  return `row-${createHash('sha256').update(said.sort().join('\n')).digest('hex').slice(0, 32)}`
}

/** A merchant has one; what names another is refused. */
function ofCurrency(columns: readonly PathColumn[], { currency }: ReadContext): Assumption[] {
  const hasAmounts = columns.some(({ cell, path }) => cell === 'amount' || path === 'items.unitPrice')
  const isNamed = columns.some(({ path }) => path === 'currency')
  return hasAmounts && !isNamed ? [about('currency', currency, true, null)] : []
}

/** Ours goes to 5: what is read otherwise is told. */
const ofScale = (columns: readonly PathColumn[]): Assumption[] =>
  columns.flatMap(({ header, scale = 5 }) =>
    scale === 5 ? [] : [about('scoreScale', String(scale), false, null, [], header)],
  )

type Of = {
  readonly kind: RowKind
  readonly source: string
  readonly isSourceGiven: boolean
  readonly reading: Parameters<typeof readCells>[1]
  readonly headers: ReadonlyMap<string, string>
}

const LONGEST_KEY = 200

function rowOf(
  row: RawRow,
  externalId: string | null,
  { source, isSourceGiven, reading, headers, kind }: Of,
): ReadRow {
  const { values, warnings } = readCells(row, reading)
  const rest = { row: row.row, cells: row.cells, warnings }
  const nothing = { type: 'personal', typeGiven: false } as const
  if (row.faults?.includes('row.field_too_long'))
    return {
      ...rest,
      fields: nothing,
      rejected: { code: 'row.field_too_long', message: 'has a field of more than 1 MB' },
    }
  if (row.faults?.includes('row.unclosed_quote'))
    return {
      ...rest,
      fields: nothing,
      rejected: { code: 'row.unclosed_quote', message: 'opens a quote that is never closed' },
    }
  if (externalId === null || externalId.length > LONGEST_KEY)
    return {
      ...rest,
      fields: nothing,
      rejected:
        kind === 'reviews'
          ? { code: 'review.no_id', message: 'does not say which review it is' }
          : { code: 'order.no_id', message: 'does not say which order it is' },
    }
  const said = { source, isSourceGiven, externalId, values, headers }
  return { ...rest, fields: { ...nothing, [kind === 'reviews' ? 'review' : 'order']: said } }
}

function foundPaths(headers: readonly string[], kind: RowKind): (string | null)[] {
  const taken = new Set<string>()
  const paths = headers.map((header) => {
    const path = pathOfHeader(kind, header)
    if (path === null || taken.has(path)) return null
    taken.add(path)
    return path
  })
  // Many programs know an order by its number alone.
  if (kind !== 'reviews' && !taken.has(keyPath(kind)))
    return paths.map((path) => (path === 'number' ? keyPath(kind) : path))
  return paths
}

function checkMapping({ columns = {}, constants = {}, source, timeZone }: Mapping, kind: RowKind): void {
  const said = [
    ...Object.entries(columns).map(([header, path]) => ({ at: `mapping.columns.${header}`, path })),
    ...Object.keys(constants).map((path) => ({ at: `mapping.constants.${path}`, path })),
  ]
  const faults: FieldFault[] = said
    .filter(({ path }) => pathFor(kind, path) === null)
    .map(({ at, path }) => ({
      path: at,
      code: 'mapping.path_unknown',
      message: `${path} is not a field that an import of ${kind} can fill`,
    }))
  if ((source?.trim().length ?? 0) > LONGEST_SOURCE)
    faults.push({
      path: 'mapping.source',
      code: 'text.too_long',
      message: `is longer than ${LONGEST_SOURCE} characters`,
    })
  if (faults.length > 0) throw invalid(faults)
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw badRequest('mapping.time_zone_unknown', 'is not a time zone')
}
