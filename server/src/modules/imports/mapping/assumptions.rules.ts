import type { Table } from '../read/table.ts'
import type { Assumption, Mapping, ReadContext } from './canonical.ts'
import type { DecidedOrder } from './date-order.rules.ts'
import type { Survey } from './survey.ts'

export type Decided = {
  readonly asked: Mapping
  readonly paths: readonly (string | null)[]
  readonly orders: readonly DecidedOrder[]
  readonly survey: Survey
  readonly context: ReadContext
  readonly source: string
  readonly own: boolean
  /** Whether the file's layout gave the source its name. */
  readonly named: boolean
}

const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'iso-8859-2',
  'macintosh',
  'cp850',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
  'utf-16le',
]
const DAYS =
  /^(?:dateOfBirth|anniversary|customerSince|registeredAt|last\w+At|attributes\..*|vcard|at|placedAt|fulfilAt|sourceUpdatedAt|\w+\.(?:at|shippedAt|nextAt))$/

export function assumptionsOf(table: Table, decided: Decided): Assumption[] {
  return [
    ...ofFile(table, decided),
    ...ofDays(table, decided),
    ...ofCountry(decided),
    ...ofSource(decided),
    ...ofZone(decided),
  ]
}

/** What a decision says. */
export const about = (
  kind: Assumption['kind'],
  value: string,
  sure: boolean,
  setBy: string | null,
  alternatives: readonly string[] = [],
  column: string | null = null,
): Assumption => ({
  kind,
  value,
  column,
  sure,
  setBy,
  alternatives: alternatives.filter((other) => other !== value),
})

function ofFile({ encoding, encodingSure, delimiter, sheet }: Table, { asked }: Decided): Assumption[] {
  const told: Assumption[] = []
  if (encoding !== null && asked.encoding === undefined)
    told.push(about('encoding', encoding, encodingSure, 'encoding', ENCODINGS))
  if (delimiter !== null && asked.delimiter === undefined)
    told.push(about('delimiter', delimiter, true, 'delimiter', [',', ';', '\t', '|']))
  if (sheet !== null) told.push(about('sheet', sheet, true, null))
  return told
}

/** Only of columns in which it makes a difference. */
function ofDays({ headers }: Table, { asked, paths, orders, own }: Decided): Assumption[] {
  if (asked.dateOrder !== undefined || own) return []
  return orders.flatMap((decided, i) =>
    decided.matters && DAYS.test(paths[i] ?? '')
      ? [
          about(
            'dateOrder',
            decided.order,
            decided.sure,
            'dateOrder',
            ['dmy', 'mdy', 'ymd'],
            headers[i] ?? '',
          ),
        ]
      : [],
  )
}

/** Whose phones are read as whose, where the rows do not say. */
function ofCountry({ asked, paths, context, own, survey }: Decided): Assumption[] {
  const hasPhones = paths.some(
    (path) => path !== null && /^(?:phone|phones\..*|contact\.phone|vcard)$/.test(path),
  )
  if (!hasPhones || own) return []
  const constant = asked.constants?.['address.country']
  const country = survey.columns.find((_, i) => /^address(?:es\.\w+)?\.country$/.test(paths[i] ?? ''))
  const always = country !== undefined && survey.complete && country.filled === survey.total
  return constant !== undefined || always
    ? []
    : [about('country', context.country, false, 'constants.address.country')]
}

function ofSource({ asked, paths, source, named }: Decided): Assumption[] {
  const isUsed =
    paths.some((path) => path === 'externalId' || path === 'order.externalId') && asked.source === undefined
  return isUsed ? [about('source', source, named, 'source')] : []
}

const MOMENTS =
  /^(?:registeredAt|last\w+At|at|placedAt|fulfilAt|sourceUpdatedAt|\w+\.(?:at|shippedAt|nextAt))$/

function ofZone({ asked, paths, context, own }: Decided): Assumption[] {
  const hasMoments = paths.some((path) => path !== null && MOMENTS.test(path))
  return hasMoments && !own && asked.timeZone === undefined
    ? [about('timeZone', context.timeZone, false, 'timeZone')]
    : []
}
