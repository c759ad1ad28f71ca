/**
 * CSV as it is met, not as it should be: any line end and mixtures of them, quotes inside quotes, a
 * quote that is never closed (the rows that it would swallow are read again without it), and fields
 * of any length (past the limit nothing more is kept). Text goes in by pieces, whole records come
 * out; what is held between them is one record.
 */
import { utf8Length } from '../../../kernel/text.ts'
import type { RawRow, RowFault } from './table.ts'

export const MAX_FIELD_BYTES = 1024 * 1024

export type CsvShape = {
  readonly delimiter: string
  /** Whether a CR on its own ends a record: in files whose lines end otherwise it is part of a cell. */
  readonly crEndsRecord: boolean
  /** Cells of a full row, once known: by it swallowed rows are recognised. */
  readonly width?: number
}

export type CsvParser = { push(text: string): RawRow[]; end(): RawRow[] }

export function csvParser(shape: CsvShape): CsvParser {
  const parsing = begin(shape)
  return {
    push: (text) => {
      run(parsing, text)
      return taken(parsing)
    },
    end: () => {
      finish(parsing)
      return taken(parsing)
    },
  }
}

const QUOTE = 34
const LF = 10
const CR = 13
const SPACE = 32
const KEPT_OF_TOO_LONG = 1000

type State = 'start' | 'plain' | 'quoted' | 'afterQuote'

type Parsing = {
  readonly delimiter: string
  readonly separator: number
  readonly crEndsRecord: boolean
  readonly width: number
  text: string
  state: State
  row: number
  rows: RawRow[]
  cells: string[]
  faults: readonly RowFault[]
  /** The field so far, without what stands in the present text. Of a quoted one: raw, its quotes still doubled. */
  held: string
  tooLong: boolean
  /** Quotes inside a quoted field that nobody doubled. */
  strayQuotes: number
  /** Spaces behind a quote that may have closed the field. */
  trailing: string
  skipLf: boolean
}

function begin({ delimiter, crEndsRecord, width = 0 }: CsvShape): Parsing {
  const separator = delimiter.charCodeAt(0)
  const fresh = { text: '', state: 'start', row: 1, rows: [], cells: [], faults: [] } as const
  const field = { held: '', tooLong: false, strayQuotes: 0, trailing: '', skipLf: false }
  return { delimiter, separator, crEndsRecord, width, ...fresh, rows: [], cells: [], ...field }
}

function taken(p: Parsing): RawRow[] {
  const rows = p.rows
  p.rows = []
  return rows
}

function run(p: Parsing, text: string): void {
  p.text = text
  let i = 0
  while (i < p.text.length) {
    if (p.skipLf) {
      p.skipLf = false
      if (p.text.charCodeAt(i) === LF) {
        i++
        continue
      }
    }
    if (p.state === 'start') i = start(p, i)
    else if (p.state === 'plain') i = plain(p, i)
    else if (p.state === 'quoted') i = quoted(p, i)
    else i = afterQuote(p, i)
  }
}

function start(p: Parsing, i: number): number {
  if (p.text.charCodeAt(i) !== QUOTE) return plain(p, i)
  p.state = 'quoted'
  return i + 1
}

function plain(p: Parsing, i: number): number {
  const { text, separator, crEndsRecord } = p
  let at = i
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === separator || code === LF || (code === CR && crEndsRecord)) break
  }
  if (at === text.length) {
    hold(p, text.slice(i))
    p.state = 'plain'
    return at
  }
  // The CR of a CRLF belongs to the line end also where a CR alone does not.
  const isCrlf =
    text.charCodeAt(at) === LF && (at > i ? text.charCodeAt(at - 1) === CR : p.held.endsWith('\r'))
  if (isCrlf && at === i) p.held = p.held.slice(0, -1)
  endField(p, text.slice(i, isCrlf && at > i ? at - 1 : at), false)
  return pastEnd(p, at)
}

function quoted(p: Parsing, i: number): number {
  const at = p.text.indexOf('"', i)
  const end = at === -1 ? p.text.length : at
  if (!p.tooLong) p.held += p.text.slice(i, end)
  if (p.held.length > MAX_FIELD_BYTES) {
    // Longer than a field may be: either it is, or its quote was never meant to open one.
    if (swallowsRows(p)) return readAgain(p, p.text.slice(end))
    cut(p)
  }
  if (at === -1) return end
  p.state = 'afterQuote'
  return at + 1
}

function afterQuote(p: Parsing, i: number): number {
  const { text } = p
  if (p.trailing === '' && text.charCodeAt(i) === QUOTE) {
    hold(p, '""')
    p.state = 'quoted'
    return i + 1
  }
  let at = i
  while (text.charCodeAt(at) === SPACE && p.separator !== SPACE) at++
  p.trailing += text.slice(i, at)
  if (at === text.length) return at
  const code = text.charCodeAt(at)
  if (code !== p.separator && code !== LF && code !== CR) {
    p.strayQuotes++
    hold(p, `""${p.trailing}`)
    p.trailing = ''
    p.state = 'quoted'
    return at
  }
  if (p.strayQuotes > 0 && swallowsRows(p)) return readAgain(p, `"${p.trailing}${text.slice(at)}`)
  p.trailing = ''
  endField(p, '', true)
  return pastEnd(p, at)
}

/** Steps over the delimiter or line end that closed a field. */
function pastEnd(p: Parsing, at: number): number {
  const code = p.text.charCodeAt(at)
  if (code === p.separator) return at + 1
  endRecord(p)
  p.skipLf = code === CR
  return at + 1
}

function hold(p: Parsing, part: string): void {
  if (p.tooLong) return
  p.held += part
  if (p.held.length > MAX_FIELD_BYTES) cut(p)
}

function cut(p: Parsing): void {
  p.tooLong = true
  p.held = p.held.slice(0, KEPT_OF_TOO_LONG)
}

function endField(p: Parsing, part: string, isQuoted: boolean): void {
  let value = p.held === '' ? part : p.held + part
  if (isQuoted && value.includes('"')) value = value.replaceAll('""', '"')
  if (p.tooLong || (value.length > MAX_FIELD_BYTES / 4 && utf8Length(value) > MAX_FIELD_BYTES)) {
    blame(p, 'row.field_too_long')
    value = value.slice(0, KEPT_OF_TOO_LONG)
  }
  p.cells.push(value)
  p.held = ''
  p.tooLong = false
  p.strayQuotes = 0
  p.state = 'start'
}

function endRecord(p: Parsing): void {
  p.rows.push(
    p.faults.length === 0 ? { row: p.row, cells: p.cells } : { row: p.row, cells: p.cells, faults: p.faults },
  )
  p.row++
  p.cells = []
  p.faults = []
}

function blame(p: Parsing, fault: RowFault): void {
  if (!p.faults.includes(fault)) p.faults = [...p.faults, fault]
}

/** Whether most lines inside a quoted field have as many delimiters as a row of this table: then they are rows. */
function swallowsRows(p: Parsing): boolean {
  if (p.width < 3) return false
  const inner = p.held.split('\n').slice(1, -1)
  const rows = inner.filter((line) => line.split(p.delimiter).length === p.width)
  return inner.length > 0 && rows.length >= inner.length * 0.8
}

/** Takes the quote that opened the field for a letter and reads on behind it. */
function readAgain(p: Parsing, rest: string): number {
  blame(p, 'row.unclosed_quote')
  p.text = p.held.replaceAll('""', '"') + rest
  p.held = ''
  p.tooLong = false
  p.strayQuotes = 0
  p.trailing = ''
  p.state = 'plain'
  return 0
}

function finish(p: Parsing): void {
  // Each turn leaves one quote fewer to open a field, so this ends.
  while (p.state === 'quoted' && !p.tooLong) {
    readAgain(p, '')
    run(p, p.text)
  }
  if (p.state === 'start' && p.cells.length === 0) return
  if (p.state === 'plain' && p.held.endsWith('\r')) p.held = p.held.slice(0, -1)
  endField(p, '', p.state !== 'plain')
  endRecord(p)
}
