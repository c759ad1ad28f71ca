/**
 * One reading of the whole file before anything is decided: how many rows there are, how often each
 * column is filled, how its values look, and which order its days are in. Memory does not grow with
 * the file.
 */
import type { RawRow, Table } from '../read/table.ts'
import type { DateOrder } from './canonical.ts'
import { isAmbiguous, orderEvidence } from './cells/date.rules.ts'
import { decimalMark } from './cells/number.rules.ts'
import { isPlaceholder } from './cells/text.rules.ts'
import { unreadProperties } from './vcard-row.ts'

export type ColumnSurvey = {
  readonly header: string
  readonly filled: number
  /** Values from all over the column, empty ones and placeholders aside. */
  readonly sample: readonly string[]
  /** Cells that fit one order of day and month only. */
  readonly orders: Readonly<Record<DateOrder, number>>
  /** Cells that fit several. */
  readonly ambiguous: number
  readonly decimalMark: '.' | ',' | null
}

export type Survey = {
  readonly total: number
  readonly columns: readonly ColumnSurvey[]
  /** Of address books: what the cards hold that is not read, by the names of the properties. */
  readonly properties: ReadonlyMap<string, number>
  /** False when it stopped early: figures are of what was read. */
  readonly complete: boolean
}

export async function surveyTable(
  table: Table,
  { maxRows = Number.POSITIVE_INFINITY, nulls = [] }: { maxRows?: number; nulls?: readonly string[] } = {},
): Promise<Survey> {
  const columns = table.headers.map(counting)
  const empty = new Set(nulls)
  const properties = new Map<string, number>()
  let total = 0
  let complete = true
  for await (const rows of table.rows()) {
    for (const row of rows) {
      if (table.kind === 'vcard') countProperties(properties, row)
      else count(columns, row, total, empty)
      total++
    }
    if (total < maxRows) continue
    complete = false
    break
  }
  return { total, complete, properties, columns: columns.map(surveyOf) }
}

function countProperties(properties: Map<string, number>, { cells: [card = ''] }: RawRow): void {
  for (const name of unreadProperties(card)) properties.set(name, (properties.get(name) ?? 0) + 1)
}

const SAMPLE = 300
const ENOUGH = 50

type Counting = {
  readonly header: string
  filled: number
  readonly sample: string[]
  readonly orders: Record<DateOrder, number>
  ambiguous: number
  /** Cells that look like days. When none of the first does, the rest is not looked at. */
  days: number
}

const counting = (header: string): Counting => ({
  header,
  filled: 0,
  sample: [],
  orders: { ymd: 0, dmy: 0, mdy: 0 },
  ambiguous: 0,
  days: 0,
})

function surveyOf({ header, filled, sample, orders, ambiguous }: Counting): ColumnSurvey {
  return { header, filled, sample, orders, ambiguous, decimalMark: decimalMark(sample) }
}

function count(columns: readonly Counting[], row: RawRow, index: number, nulls: ReadonlySet<string>): void {
  for (let i = 0; i < columns.length; i++) {
    const cell = row.cells[i]
    if (cell === undefined || cell === '') continue
    const text = cell.length > 200 ? cell.slice(0, 200) : cell.trim()
    if (isPlaceholder(text) || (nulls.size > 0 && nulls.has(text))) continue
    const column = columns[i] as Counting
    column.filled++
    if (column.sample.length < SAMPLE || index % SPREAD === 0) take(column, text, index)
    if (column.filled <= ENOUGH || column.days > 0) judgeDay(column, text)
  }
}

const SPREAD = 97

/** After the first ones a few from further on, so that a file sorted by kind does not mislead. */
function take(column: Counting, text: string, index: number): void {
  if (column.sample.length < SAMPLE) column.sample.push(text)
  else column.sample[SAMPLE / 2 + (Math.floor(index / SPREAD) % (SAMPLE / 2))] = text
}

const DAYISH = /^'?\d{1,4}[-/.]\s?\d{1,2}(?:[-/.]\s?\d{1,4})?/

function judgeDay(column: Counting, text: string): void {
  if (!DAYISH.test(text)) return
  column.days++
  const order = orderEvidence(text)
  if (order !== null) column.orders[order]++
  else if (isAmbiguous(text)) column.ambiguous++
}
