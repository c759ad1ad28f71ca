/** A sheet as rows of text: dates as days or moments, numbers without exponents, formulas as what they gave. */
import { serialToDate } from 'hucre'
import type { ByteSource } from '../../../kernel/storage.ts'
import { findHeader, groupedNames, isBlank, type KnownHeaders } from './csv-shape.rules.ts'
import { dataRows } from './csv-table.ts'
import { withoutFooter } from './footer.rules.ts'
import { type RawRow, type Table, unreadable } from './table.ts'
import { MAX_SHEET_BYTES, openWorkbook, type Workbook, withoutEscapes } from './xlsx-workbook.ts'
import { attribute, xmlScanner } from './xml-scanner.ts'
import { openZip, partBytes } from './zip.ts'

const SAMPLE_ROWS = 200
const MAX_COLUMNS = 16_384

export async function openXlsx(source: ByteSource, known: KnownHeaders): Promise<Table> {
  const workbook = await openWorkbook(await openZip(source))
  const sheets = workbook.sheets.filter((sheet) => workbook.zip.parts.has(sheet.part))
  for (const [at, sheet] of sheets.entries()) {
    const first = await firstRows(workbook, sheet.part)
    const header = findHeader(first, known)
    if (header === null) continue
    const width = header.cells.length
    const all = [
      { part: sheet.part, header },
      ...(await furtherSheets(workbook, sheets.slice(at + 1), header)),
    ]
    return {
      kind: 'xlsx',
      headers: groupedNames(first, header),
      headerRow: header.row,
      encoding: null,
      encodingSure: true,
      delimiter: null,
      sheet: sheet.name,
      rows: () => withoutFooter(padded(rowsOfAll(workbook, all, known), width), width),
    }
  }
  throw unreadable(workbook.sheets.length === 0 ? 'not_a_sheet' : 'no_header')
}

type Headed = { readonly part: string; readonly header: RawRow }

/** A table too long for one sheet goes on in the next ones, under the same header. */
async function furtherSheets(
  workbook: Workbook,
  sheets: Workbook['sheets'],
  { cells }: RawRow,
): Promise<Headed[]> {
  const named = cells.map((cell) => cell.trim()).join('\0')
  const further: Headed[] = []
  for (const { part } of sheets) {
    const rows = await firstRows(workbook, part)
    const header = rows.find((row) => row.cells.map((cell) => cell.trim()).join('\0') === named)
    if (header !== undefined) further.push({ part, header })
  }
  return further
}

/** Rows of a further sheet are numbered on from those before. */
async function* rowsOfAll(
  workbook: Workbook,
  sheets: readonly Headed[],
  known: KnownHeaders,
): AsyncGenerator<RawRow[]> {
  let before = 0
  for (const { part, header } of sheets) {
    let last = before
    for await (const rows of dataRows(sheetRows(workbook, part), header, known)) {
      last = before + (rows.at(-1)?.row ?? 0)
      const shift = before
      yield shift === 0 ? rows : rows.map((row) => ({ ...row, row: row.row + shift }))
    }
    before = last
  }
}

async function firstRows(workbook: Workbook, part: string): Promise<RawRow[]> {
  const first: RawRow[] = []
  for await (const rows of sheetRows(workbook, part)) {
    first.push(...rows.filter((row) => !isBlank(row)))
    if (first.length >= SAMPLE_ROWS) break
  }
  return first.slice(0, SAMPLE_ROWS)
}

/** A sheet leaves empty cells out: a short row of it lacks nothing. */
async function* padded(lots: AsyncIterable<readonly RawRow[]>, width: number): AsyncGenerator<RawRow[]> {
  for await (const rows of lots) {
    yield rows.map((row) =>
      row.cells.length >= width
        ? row
        : { ...row, cells: [...row.cells, ...new Array<string>(width - row.cells.length).fill('')] },
    )
  }
}

async function* sheetRows(workbook: Workbook, part: string): AsyncGenerator<RawRow[]> {
  const sheet = sheetReader(workbook)
  const decoder = new TextDecoder()
  for await (const bytes of partBytes(workbook.zip, part, MAX_SHEET_BYTES)) {
    const rows = sheet.push(decoder.decode(bytes, { stream: true }))
    if (rows.length > 0) yield rows
  }
}

type Cell = { column: number; type: string; style: number; value: string }

function sheetReader(workbook: Workbook): { push(xml: string): RawRow[] } {
  let rows: RawRow[] = []
  let row = 0
  let cells: string[] = []
  let cell: Cell = { column: 0, type: '', style: -1, value: '' }
  let inValue = false
  let inPhonetic = false
  const scanner = xmlScanner({
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attribute(attributes, 'r') ?? row + 1)
        cells = []
      } else if (name === 'c') cell = beginCell(attributes, cells.length)
      else if (name === 'rPh') inPhonetic = true
      else inValue = (name === 'v' || name === 't') && !inPhonetic
    },
    text: (text) => {
      if (inValue && cell.value.length <= MAX_CELL) cell.value += text
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'rPh') inPhonetic = false
      else if (name === 'c') {
        while (cells.length < cell.column) cells.push('')
        cells[cell.column] = textOf(cell, workbook)
      } else if (name === 'row') rows.push(endRow(row, cells))
    },
  })
  return {
    push: (xml) => {
      scanner.push(xml)
      const done = rows
      rows = []
      return done
    },
  }
}

const MAX_CELL = 1024 * 1024

function endRow(row: number, cells: string[]): RawRow {
  if (!cells.some((cell) => cell.length > MAX_CELL)) return { row, cells }
  return {
    row,
    cells: cells.map((cell) => (cell.length > MAX_CELL ? cell.slice(0, 1000) : cell)),
    faults: ['row.field_too_long'],
  }
}

function beginCell(attributes: string, next: number): Cell {
  const reference = attribute(attributes, 'r')
  const column = reference === null ? next : columnOf(reference)
  if (column >= MAX_COLUMNS) throw unreadable('damaged')
  return {
    column,
    type: attribute(attributes, 't') ?? '',
    style: Number(attribute(attributes, 's') ?? -1),
    value: '',
  }
}

function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}

function textOf({ type, style, value }: Cell, workbook: Workbook): string {
  if (type === 's') return workbook.texts[Number(value)] ?? ''
  if (type === 'inlineStr' || type === 'str') return withoutEscapes(value)
  if (type === 'b') return value === '1' ? 'true' : 'false'
  // #N/A and its like say that there is nothing.
  if (type === 'e' || value === '') return ''
  if (type === 'd') return value
  const number = Number(value)
  if (Number.isNaN(number)) return value
  return workbook.dateStyles.has(style) ? dayOrMoment(number, workbook.from1904) : plainNumber(number)
}

function dayOrMoment(serial: number, from1904: boolean): string {
  if (serial < 1) return ''
  const iso = serialToDate(serial, from1904).toISOString()
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 19)
}

function plainNumber(number: number): string {
  const text = String(number)
  return Number.isInteger(number) && text.includes('e') ? BigInt(number).toString() : text
}
