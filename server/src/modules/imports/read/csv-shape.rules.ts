/**
 * How a CSV is laid out, from its beginning: the delimiter by which its lines agree best, and the
 * line that names the columns, which in reports is not the first.
 */
import { csvParser } from './csv-parser.ts'
import type { RawRow } from './table.ts'

export type Layout = {
  readonly delimiter: string
  readonly crEndsRecord: boolean
  /** The row that names the columns; null when none does. */
  readonly header: RawRow | null
}

const delimiters = [',', ';', '\t', '|'] as const

/** `known` says how many of these words are names of columns as people write them. */
export type KnownHeaders = (cells: readonly string[]) => number

export function findLayout(
  sample: string,
  { delimiter, known }: { readonly delimiter?: string | undefined; readonly known: KnownHeaders },
): Layout {
  const crEndsRecord = !sample.includes('\n')
  const named = /^\s*sep=(.)\s*[\r\n]/i.exec(sample)?.[1]
  const asked = delimiter ?? named
  const candidates = asked === undefined ? delimiters : [asked]
  const tried = candidates.map((candidate) => {
    const rows = firstRows(sample, candidate, crEndsRecord)
    const header = findHeader(rows, known)
    return { delimiter: candidate, header, score: agreement(rows) + recognised(header, known) }
  })
  const best = tried.reduce((a, b) => (b.score > a.score ? b : a))
  return { delimiter: best.delimiter, crEndsRecord, header: best.header }
}

/** A line that only tells Excel the delimiter. */
const isSeparatorLine = (row: RawRow) => row.row === 1 && /^\s*sep=.?\s*$/i.test(row.cells.join(''))

export const isBlank = (row: RawRow) => row.cells.every((cell) => cell.trim() === '')

const SAMPLE_ROWS = 200
const HEADER_WITHIN = 40

function firstRows(sample: string, delimiter: string, crEndsRecord: boolean): RawRow[] {
  const parser = csvParser({ delimiter, crEndsRecord })
  const rows = parser.push(sample)
  // The last line of a sample may be cut; of a whole small file it is not, and one more row does no harm.
  const all = rows.length < 2 ? [...rows, ...parser.end()] : rows
  return all.filter((row) => !isBlank(row) && !isSeparatorLine(row)).slice(0, SAMPLE_ROWS)
}

/** The share of rows that have the commonest number of cells, a little more for many cells; one cell agrees on nothing. */
function agreement(rows: readonly RawRow[]): number {
  const [width, share] = commonWidth(rows)
  return width < 2 ? 0 : share * (1 + Math.min(width, 20) / 40)
}

function recognised(header: RawRow | null, known: KnownHeaders): number {
  if (header === null) return 0
  const filled = header.cells.filter((cell) => cell.trim() !== '').length
  return filled < 2 ? 0 : (2 * known(header.cells)) / filled
}

function commonWidth(rows: readonly RawRow[]): [width: number, share: number] {
  const counts = new Map<number, number>()
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let best: [number, number] = [0, 0]
  for (const [width, count] of counts) if (count > best[1]) best = [width, count]
  return [best[0], rows.length === 0 ? 0 : best[1] / rows.length]
}

/** The best-recognised of the first rows that name things; else the first full one. Also for sheets. */
export function findHeader(rows: readonly RawRow[], known: KnownHeaders): RawRow | null {
  const [width] = commonWidth(rows)
  const candidates = rows.slice(0, HEADER_WITHIN).filter((row) => namesThings(row, width))
  let best: RawRow | null = null
  let most = 0
  for (const row of candidates) {
    const count = known(row.cells)
    if (best === null || count > most) [best, most] = [row, count]
  }
  return best
}

const PROSE_WORDS = 6

/** Lines of many words that do not agree on any number of cells, under none that names a column. */
export function isProse(
  sample: string,
  { delimiter, crEndsRecord, header }: Layout,
  known: KnownHeaders,
): boolean {
  if (header !== null && known(header.cells) > 0) return false
  const rows = firstRows(sample, delimiter, crEndsRecord)
  const [width, share] = commonWidth(rows)
  // A letter may have as many commas in every line, but none that heads a table ends in a full stop.
  const isSentence = /\p{L}[.!?]$/u.test(rows[0]?.cells.at(-1)?.trim() ?? '')
  if (rows.length < 2 || (width > 1 && share >= 0.6 && !isSentence)) return false
  const words = rows.map(({ cells }) => cells.join(' ').split(/\s+/).length)
  return words.reduce((sum, count) => sum + count, 0) >= rows.length * PROSE_WORDS
}

const MAX_NAME = 200

/** Texts, each its own, hardly any empty, none that is a value: an address, a number, a day. */
function namesThings({ cells }: RawRow, width: number): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length === 0 || filled.length < width * 0.5) return false
  if (filled.some((cell) => cell.length > MAX_NAME || isValue(cell))) return false
  const distinct = new Set(filled.map((cell) => cell.toLowerCase()))
  return distinct.size >= filled.length * 0.6
}

const isValue = (cell: string) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell) ||
  !/\p{L}/u.test(cell) ||
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(cell)
