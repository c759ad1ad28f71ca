// Files for people: rows come as JSON of the wire and are written here, which takes longer than PostgreSQL's own text.
import type { Customer } from '../../customers/index.ts'
import type { Sink } from '../formats/format.ts'
import { wireRows } from '../formats/json.ts'
import type { Source } from '../source.ts'
import type { PlainColumn } from './plain-columns.ts'

export type PlainSheet = {
  readonly columns: readonly PlainColumn[]
  /** Of numbers, where a file holds nothing but text. */
  readonly decimal: (value: number) => string
}

type Row = (string | number | null)[]

export const plainTitles = ({ columns }: PlainSheet): string[] => columns.map(({ title }) => guarded(title))

/** Guarded like those of the other form; numbers are numbers. */
export async function* plainRows(source: Source, { columns }: PlainSheet): AsyncGenerator<readonly Row[]> {
  const fields = [...new Set(columns.map(({ field }) => field))]
  const read = (json: string): Row => {
    const customer = JSON.parse(json) as Customer
    return columns.map(({ cell }) => {
      const value = cell(customer)
      return typeof value === 'string' ? guarded(value) : value
    })
  }
  yield* wireRows(source, fields, read)
}

export async function writePlainCsv(source: Source, sheet: PlainSheet, sink: Sink): Promise<void> {
  await sink.write(Buffer.from(`\ufeff${lineOf(plainTitles(sheet))}`))
  for await (const rows of plainRows(source, sheet)) {
    const lines = rows.map((row) =>
      lineOf(row.map((value) => (typeof value === 'number' ? sheet.decimal(value) : (value ?? '')))),
    )
    await sink.write(Buffer.from(lines.join('')))
  }
}

/** A line with nothing in it is no row to most readers: "" is. */
const lineOf = (cells: readonly string[]) =>
  `${cells.length === 1 && cells[0] === '' ? '""' : cells.map(quoted).join(',')}\r\n`

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** No spreadsheet may run what a cell holds. */
const guarded = (text: string) => (/^'*[-=+@\t\r]/.test(text) ? `'${text}` : text)
