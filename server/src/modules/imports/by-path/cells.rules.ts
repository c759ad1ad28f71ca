// One row of a file of orders: each filled cell under its path, read; what cannot be read is left out and told.
import type { DateOrder, ReadContext, ReadPathRow, RowWarning } from '../mapping/canonical.ts'
import { readInstant } from '../mapping/cells/date.rules.ts'
import {
  type DecimalMark,
  isPercentage,
  minorUnits,
  readDecimal,
  readMoney,
} from '../mapping/cells/number.rules.ts'
import { storeKey } from '../mapping/cells/store.rules.ts'
import { withoutGuard, withoutTextMark, withoutUnstorable } from '../mapping/cells/text.rules.ts'
import { readBoolean } from '../mapping/cells/words.rules.ts'
import { filledCell } from '../mapping/setters.ts'
import type { RawRow } from '../read/table.ts'
import { readScore } from '../reviews/score.rules.ts'
import type { CellKind } from './paths.ts'
import { readWord } from './words.rules.ts'

export type PathColumn = {
  /** Where in a row it stands; of a constant its value. */
  readonly at: number | string
  readonly header: string
  readonly path: string
  readonly cell: CellKind
  readonly order: DateOrder
  readonly mark: DecimalMark
  /** Of scores: what bare numbers go up to. */
  readonly scale?: number
}
export type CellReading = {
  /** The store first, since its zone is that of the row's times; constants before cells, which overrule them. */
  readonly columns: readonly PathColumn[]
  readonly nulls: ReadonlySet<string>
  /** Null: that of the row's store, else the merchant's. */
  readonly timeZone: string | null
  readonly context: ReadContext
}

type Values = Record<string, string | number | boolean>
type Read = { readonly values: ReadPathRow['values']; readonly warnings: readonly RowWarning[] }

export function readCells({ cells }: RawRow, reading: CellReading): Read {
  const values: Values = {}
  const warnings: RowWarning[] = []
  for (const column of reading.columns) {
    const original = typeof column.at === 'string' ? column.at : (cells[column.at] ?? '')
    if (original === '') continue
    const storable = withoutUnstorable(original)
    if (storable !== null)
      warnings.push({ column: column.header, original, code: 'text.unstorable', message: UNSTORABLE })
    const text = cellText(storable ?? original, reading.nulls)
    if (text === null) continue
    const value = readCell(column, text, values, reading)
    if (value === null) continue
    if (typeof value !== 'object') values[column.path] = value
    else warnings.push({ column: column.header, original, ...value })
  }
  return { values, warnings }
}

/** What is in a cell; null when nothing is. */
export function cellText(cell: string, nulls: ReadonlySet<string>): string | null {
  const filled = filledCell(withoutGuard(cell), false, nulls)
  return filled === null ? null : withoutTextMark(filled.trim())
}

const UNSTORABLE = 'held characters that cannot be stored; read without them'
type Fault = { readonly code: string; readonly message: string }

function readCell(
  { cell, path, order, mark, scale = 5 }: PathColumn,
  text: string,
  values: Values,
  { context, timeZone }: CellReading,
): string | number | boolean | Fault | null {
  switch (cell) {
    case 'amount':
      return readMoney(text, mark, context.currency) ?? noNumber
    case 'decimal':
      return decimalOf(text, mark) ?? noNumber
    case 'rate':
      return (
        rateOf(text, mark) ?? { code: 'number.unreadable', message: 'is not a rate from 0 to 1, or percents' }
      )
    case 'instant':
      return (
        readInstant(text, order, timeZone ?? zoneOf(values.store, context)) ?? {
          code: 'instant.unreadable',
          message: 'is not a moment that can be read',
        }
      )
    case 'yesNo':
      return readBoolean(text) ?? { code: 'yesNo.unreadable', message: 'is neither yes nor no' }
    case 'store':
      return storeOf(text, context)
    case 'score':
      return (
        readScore(text, scale) ?? {
          code: 'number.unreadable',
          message: `is not a score from ${scale > 5 ? 0 : 1} to ${scale}`,
        }
      )
    case 'sentiment':
    case 'kind':
    case 'channel':
    case 'status':
    case 'method':
      return readWord(cell, text) ?? { code: 'word.unknown', message: `is no known ${cell}` }
    default:
      return textOf(path, text, cell)
  }
}

const noNumber: Fault = { code: 'number.unreadable', message: 'is not a number that can be read' }

const PLACES = 6

/** Files write what their programs reckon with; past six places it is noise. */
function decimalOf(text: string, mark: DecimalMark): string | null {
  const decimal = isPercentage(text) ? null : readDecimal(text, mark)
  if (decimal === null || !/\.\d{7}/.test(decimal)) return decimal
  const millionths = minorUnits(decimal, PLACES)
  return millionths === null ? null : fromMillionths(millionths)
}

function fromMillionths(millionths: number): string {
  const digits = String(Math.abs(millionths)).padStart(PLACES + 1, '0')
  return `${millionths < 0 ? '-' : ''}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`
}

function rateOf(text: string, mark: DecimalMark): string | null {
  const decimal = readDecimal(text, mark)
  if (decimal === null) return null
  const millionths = minorUnits(decimal, isPercentage(text) ? PLACES - 2 : PLACES)
  return millionths === null || Math.abs(millionths) > 10 ** PLACES ? null : fromMillionths(millionths)
}

function textOf(path: string, text: string, most: number): string | Fault {
  if (path === 'currency') return text.toUpperCase()
  if (path === 'payments.last4') {
    const last = /(\d{4})$/.exec(text)?.[1]
    return last ?? { code: 'text.unreadable', message: 'does not end with four digits' }
  }
  return [...text].length <= most
    ? text
    : { code: 'text.too_long', message: `is longer than ${most} characters` }
}

const zoneOf = (store: Values[string] | undefined, { stores, timeZone }: ReadContext) =>
  stores.find(({ id }) => id === store)?.timeZone ?? timeZone

/** One that a dry run would have made, or that is to stay without a store, is no fault and nothing that can be written. */
const storeOf = (text: string, { storeNames, comingStores }: ReadContext): string | Fault | null =>
  storeNames.idOf(text) ??
  (storeNames.isNone(text) || comingStores?.has(storeKey(text)) === true
    ? null
    : { code: 'store.unknown', message: 'is not a known store' })
