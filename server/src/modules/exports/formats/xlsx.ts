// A workbook, written while rows come. All cells are text but for numbers, so that leading zeros and long numbers stay.
import { sql } from 'kysely'
import { type PlainSheet, plainRows, plainTitles } from '../plain/write-plain.ts'
import { bare, type Column, headerOf, safe } from '../sheet-columns.ts'
import { eachRow, rowsOf, type Source } from '../source.ts'
import type { Format } from './format.ts'
import { selectedColumns } from './sheet.ts'

/** The first row of each sheet holds the headers. */
const ROWS_A_SHEET = 1_048_576
/** Excel calls a file broken that has more in a cell. */
const LONGEST_CELL = 32_767
/** From about here a sheet may unpack to more than 4 GiB, which a plain archive cannot say. */
const MANY = 200_000

type Row = (string | number | null)[]

export const xlsx: Format = {
  ending: 'xlsx',
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  write: async (source, { columns, plain }, sink) => {
    const titles = plain === undefined ? columns.map(headerOf) : plainTitles(plain)
    // Loaded when the first workbook is asked for.
    const { writeXlsxStream } = await import('hucre/xlsx')
    const rows = plain === undefined ? cellsOf(source, columns) : plainCells(source, plain)
    const bytes = writeXlsxStream(rows, {
      name: 'Customers',
      columns: titles.map((header) => ({ header })),
      freezePane: { rows: 1 },
      maxRowsPerSheet: ROWS_A_SHEET,
      zip64: await isLarge(source),
    })
    for await (const chunk of bytes) await sink.write(chunk)
  },
}

async function* cellsOf(source: Source, columns: readonly Column[]): AsyncGenerator<Row> {
  const cell = (column: Column) => (column.kind === 'number' ? bare(column) : safe(column))
  const isNumber = columns.map(({ kind }) => kind === 'number')
  const read = (bytes: Buffer, from: number, to: number): Row =>
    bytes
      .toString('utf8', from, to - 1)
      .split('\t')
      .map((text, at) => cellValue(text, isNumber[at] === true))
  for await (const rows of rowsOf(source, {
    selected: selectedColumns(columns, cell),
    format: 'text',
    ...eachRow(read),
  }))
    yield* rows
}

async function* plainCells(source: Source, plain: PlainSheet): AsyncGenerator<Row> {
  for await (const rows of plainRows(source, plain))
    for (const row of rows) yield row.map((value) => (typeof value === 'string' ? cut(value) : value))
}

function cellValue(text: string, isNumber: boolean): string | number | null {
  if (text === '\\N') return null
  if (isNumber && Number.isFinite(Number(text))) return Number(text)
  const value = text.includes('\\') ? text.replace(/\\(.)/g, (_, letter) => escapes[letter] ?? letter) : text
  return cut(value)
}

const cut = (value: string) => inXml(value.length > LONGEST_CELL ? value.slice(0, LONGEST_CELL) : value)

/** Workbooks write what XML cannot hold as _xHHHH_, and so must write what only looks like that; the writer knows the controls. */
function inXml(value: string): string {
  if (!/_x|[\ufffe\uffff]/i.test(value)) return value
  return value
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[\ufffe\uffff]/g, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase()}_`)
}

/** Of COPY's text format. */
const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

async function isLarge({ snapshot, asker }: Source): Promise<boolean> {
  const { rows } = await sql<{ many: boolean }>`
    select exists (select from customers where merchant_id = ${asker.merchant.id} offset ${MANY}) as many`.execute(
    snapshot.reader,
  )
  return rows[0]?.many === true
}
