/**
 * A list of who belongs to which organization: one row is one tie of a customer and an organization that are here
 * already. Whom a row means is said by an id of another system, by number, email, phone or name.
 */

import { invalid } from '../../../kernel/problem.ts'
import type { DateOrder, Mapping, ReadContext, ReadRow, ReadTie, RowWarning } from '../mapping/canonical.ts'
import { REPORT_HEADER } from '../mapping/canonical.ts'
import { readPlainDay } from '../mapping/cells/date.rules.ts'
import { readEmails } from '../mapping/cells/email.rules.ts'
import { splitName } from '../mapping/cells/name.rules.ts'
import { readPhones } from '../mapping/cells/phone.rules.ts'
import { withoutGuard, withoutTextMark, withoutUnstorable } from '../mapping/cells/text.rules.ts'
import { readBoolean } from '../mapping/cells/words.rules.ts'
import { decideOrder } from '../mapping/date-order.rules.ts'
import { type ReadingPlan, uniqueHeaders } from '../mapping/plan.ts'
import { noDay } from '../mapping/setter.ts'
import { filledCell } from '../mapping/setters.ts'
import type { Survey } from '../mapping/survey.ts'
import { type Table, unreadable } from '../read/table.ts'
import { tiePath, tiePathOfHeader } from './tie-paths.ts'

const isPerson = (path: string | null) => path?.startsWith('contact.') ?? false
const isOrganization = (path: string | null) => path?.startsWith('organization.') ?? false

export function planTies(
  table: Table,
  survey: Survey,
  asked: Mapping,
  { context, isLook }: { readonly context: ReadContext; readonly isLook: boolean },
): ReadingPlan {
  if (table.kind === 'vcard') throw unreadable('no_header')
  checkPaths(asked)
  const headers = uniqueHeaders(table.headers)
  const paths = asked.columns === undefined ? foundPaths(headers) : askedPaths(headers, asked.columns)
  const columns = headers.map((header, i) => {
    const { filled = 0, sample = [] } = survey.columns[i] ?? {}
    return { header, path: paths[i] ?? null, filled, sample }
  })
  const mapped = Object.fromEntries(
    columns.flatMap(({ header, path }) => (path === null ? [] : [[header, path]])),
  )
  const orders = survey.columns.map(
    (column) => decideOrder(column, asked.dateOrder, survey.columns, context).order,
  )
  const constants = Object.entries(asked.constants ?? {}).map(
    ([path, value]) => [tiePath(path) ?? '', value] as const,
  )
  const known = [...paths, ...constants.map(([path]) => path)]
  if (!isLook && (!known.some(isPerson) || !known.some(isOrganization))) throw unreadable('no_ties')
  const nulls = new Set(asked.nulls ?? [])
  const timeZone = asked.timeZone ?? context.timeZone
  return {
    layout: null,
    columns,
    mapping: { ...asked, columns: mapped },
    assumptions: [],
    unreadColumns: columns.flatMap(({ header, path, filled }) =>
      path === null && !REPORT_HEADER.test(header) ? [{ header, filled }] : [],
    ),
    newAttributes: [],
    total: survey.total,
    storesIn: null,
    read: (row) => {
      const gathered = gather(row.cells, {
        headers,
        paths,
        orders,
        constants,
        nulls,
        timeZone,
      })
      return tieRow(row, { ...gathered, context, source: asked.source })
    },
  }
}

type Gathering = {
  readonly headers: readonly string[]
  readonly paths: readonly (string | null)[]
  readonly orders: readonly DateOrder[]
  readonly constants: readonly (readonly [string, string])[]
  readonly nulls: ReadonlySet<string>
  readonly timeZone: string
}

function gather(
  originals: readonly string[],
  { headers, paths, orders, constants, nulls, timeZone }: Gathering,
) {
  const cells = new Map(constants)
  const days = new Map<string, string>()
  const warnings: RowWarning[] = []
  for (const [i, path] of paths.entries()) {
    const original = originals[i] ?? ''
    const bare = withoutGuard(withoutUnstorable(original) ?? original)
    const text = path === null ? null : filledCell(bare, /name$/i.test(path), nulls)?.trim()
    if (path === null || text === null || text === undefined) continue
    cells.set(path, text)
    if (path !== 'from' && path !== 'until') continue
    const day = readPlainDay(text, orders[i] ?? 'dmy', timeZone)
    if (day === null) warnings.push({ column: headers[i] ?? '', original, ...noDay })
    else days.set(path, day)
  }
  return { cells, days, warnings }
}

function checkPaths({ columns = {}, constants = {} }: Mapping): void {
  const said = [
    ...Object.entries(columns).map(([header, path]) => ({ at: `mapping.columns.${header}`, path })),
    ...Object.keys(constants).map((path) => ({ at: `mapping.constants.${path}`, path })),
  ]
  const faults = said.filter(({ path }) => tiePath(path) === null)
  if (faults.length > 0)
    throw invalid(
      faults.map(({ at, path }) => ({
        path: at,
        code: 'mapping.path_unknown',
        message: `${path} is not a field that an import of affiliations can fill`,
      })),
    )
}

function foundPaths(headers: readonly string[]): (string | null)[] {
  const taken = new Set<string>()
  return headers.map((header) => {
    const path = tiePathOfHeader(header)
    if (path === null || taken.has(path)) return null
    taken.add(path)
    return path
  })
}

function askedPaths(
  headers: readonly string[],
  columns: Readonly<Record<string, string>>,
): (string | null)[] {
  const asked = new Map(Object.entries(columns).map(([header, path]) => [header.trim(), tiePath(path)]))
  return headers.map((header) => asked.get(header.trim()) ?? null)
}

type Gathered = {
  readonly cells: ReadonlyMap<string, string>
  readonly days: ReadonlyMap<string, string>
  readonly warnings: RowWarning[]
  readonly context: ReadContext
  readonly source: string | undefined
}

function tieRow(
  { row, cells: originals }: { readonly row: number; readonly cells: readonly string[] },
  { cells, days, warnings, context, source }: Gathered,
): ReadRow {
  const code = (path: string) => (cells.has(path) ? { value: withoutTextMark(cells.get(path) ?? '') } : null)
  const [email] = readEmails(cells.get('contact.email') ?? '').emails
  const phone = readPhones(cells.get('contact.phone') ?? '', context.country).phones.find(
    ({ valid }) => valid,
  )
  const names = {
    ...(cells.has('contact.name') && splitName(cells.get('contact.name') ?? '')),
    ...(cells.has('contact.firstName') && { firstName: cells.get('contact.firstName') }),
    ...(cells.has('contact.lastName') && { lastName: cells.get('contact.lastName') }),
  } as ReadTie['person']['names']
  const flag = (path: string) => readBoolean(cells.get(path) ?? '') ?? undefined
  const tie: ReadTie = {
    source: source ?? null,
    person: {
      externalId: code('contact.externalId')?.value ?? null,
      number: code('contact.number')?.value ?? null,
      email: email ?? null,
      phone: phone?.digits ?? null,
      names,
    },
    organization: {
      externalId: code('organization.externalId')?.value ?? null,
      number: code('organization.number')?.value ?? null,
      name: cells.get('organization.name') ?? null,
    },
    title: cells.get('title')?.slice(0, 200),
    isManager: flag('isManager'),
    isPrimary: flag('isPrimary'),
    from: days.get('from'),
    until: days.get('until'),
  }
  return { row, cells: originals, fields: { type: 'personal', typeGiven: false, tie }, warnings }
}
