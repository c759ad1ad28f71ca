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
  /** What it calls them, with the groups that a line above may put them in. */
  readonly names: readonly string[]
}

const delimiters = [',', ';', '\t', '|'] as const
/** Tried only where none of the usual ones parts the columns. */
const rareDelimiters = ['^', '~', '¦', '\u001f', '\u0001'] as const

/** `known` says how many of these words are names of columns as people write them. */
export type KnownHeaders = (cells: readonly string[]) => number

export function findLayout(
  sample: string,
  { delimiter, known }: { readonly delimiter?: string | undefined; readonly known: KnownHeaders },
): Layout {
  const named = /^\s*sep=(.)\s*[\r\n]/i.exec(sample)?.[1]
  const asked = delimiter ?? named
  const best = bestLayout(sample, asked === undefined ? delimiters : [asked], known)
  if (asked !== undefined || (best.header?.cells.length ?? 2) > 1) return best
  const rare = bestLayout(sample, rareDelimiters, known)
  return rare.header !== null && rare.header.cells.length > 1 && known(rare.header.cells) > 1 ? rare : best
}

function bestLayout(sample: string, candidates: readonly string[], known: KnownHeaders): Layout {
  const tried = candidates.flatMap((candidate) =>
    lineEnds(sample).map((crEndsRecord) => {
      const rows = firstRows(sample, candidate, crEndsRecord)
      const header = findHeader(rows, known)
      const names = header === null ? [] : groupedNames(rows, header)
      const score = agreement(rows) + recognised(header, known)
      return { delimiter: candidate, crEndsRecord, header, names, score }
    }),
  )
  const { score: _, ...best } = tried.reduce((a, b) => (b.score > a.score ? b : a))
  return best
}

/** Whether a CR alone ends a line: where there is no LF it does; in a mixture, where the lines then agree better. */
function lineEnds(sample: string): readonly boolean[] {
  if (!sample.includes('\n')) return [true]
  return /\r[^\n]/.test(sample) ? [false, true] : [false]
}

/** "Home" and "Work" above two columns "Street" each: the line above tells those of one name apart. */
export function groupedNames(rows: readonly RawRow[], { row, cells }: RawRow): readonly string[] {
  const above = rows.findLast((other) => other.row < row)
  const groups = above?.cells.map((cell) => cell.trim()) ?? []
  const filled = groups.filter((cell) => cell !== '')
  if (repeats(cells) === 0 || filled.length === 0 || filled.some(isValue)) return cells
  let group = ''
  const names = cells.map((cell, i) => {
    group = groups[i] || group
    const isRepeated = cells.filter((other) => sameName(other, cell)).length > 1
    return isRepeated && cell.trim() !== '' && group !== '' ? `${group} ${cell.trim()}` : cell
  })
  return repeats(names) < repeats(cells) ? names : cells
}

/**
 * Of lines that stand whole in quotes, as sheets save a CSV that they took for one column: how their
 * cells are laid out. Null: they are what they seem.
 */
export function layoutWithin(
  sample: string,
  outer: Layout,
  known: KnownHeaders,
  delimiter?: string,
): Layout | null {
  if (outer.header?.cells.length !== 1 || !DELIMITED.test(outer.header.cells[0] ?? '')) return null
  const rows = firstRows(sample, outer.delimiter, outer.crEndsRecord)
  if (rows.some(({ cells }) => cells.length !== 1)) return null
  const within = findLayout(rows.map(({ cells }) => cells[0] ?? '').join('\n'), { known, delimiter })
  const { header } = within
  if (header === null || header.cells.length < 2 || known(header.cells) < 2) return null
  const row = rows[header.row - 1]?.row ?? header.row
  return { ...within, crEndsRecord: outer.crEndsRecord, header: { ...header, row } }
}

const DELIMITED = /[,;\t|]/

/** The names of three columns or more with nothing between them but spaces. */
export const isUnparted = ({ header }: Layout, known: KnownHeaders): boolean =>
  header?.cells.length === 1 && known((header.cells[0] ?? '').trim().split(/ {2,}|[:!#$%&*]/)) > 2

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
const repeats = (cells: readonly string[]) => {
  const filled = cells.map((cell) => cell.trim().toLowerCase()).filter((cell) => cell !== '')
  return filled.length - new Set(filled).size
}

/** A line that only tells Excel the delimiter. */
const isSeparatorLine = (row: RawRow) => row.row === 1 && /^\s*sep=.?\s*$/i.test(row.cells.join(''))

/** Nothing, or the line of dashes that some put under a header. */
export const isBlank = (row: RawRow) =>
  row.cells.every((cell) => cell.trim() === '') ||
  row.cells.every((cell) => /^\s*(?::?[-=_]{3,}:?)?\s*$/.test(cell))

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
  // Columns that no row fills, at the end, are none.
  const [width] = commonWidth(rows.map(({ row, cells }) => ({ row, cells: withoutEnd(cells) })))
  const candidates = rows.slice(0, HEADER_WITHIN).filter((row) => namesThings(row, width, known))
  let best: RawRow | null = null
  let most = 0
  for (const row of candidates) {
    const count = known(row.cells)
    if (best === null || count > most) [best, most] = [row, count]
  }
  return best
}

const withoutEnd = (cells: readonly string[]) =>
  cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1)

const PROSE_WORDS = 6

/** Lines of many words that do not agree on any number of cells, under none that names a column. */
export function isProse(
  sample: string,
  { delimiter, crEndsRecord, header }: Omit<Layout, 'names'>,
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

/** Texts, each its own unless they are known names, hardly any empty, none that is a value: an address, a number, a day. */
function namesThings({ cells }: RawRow, width: number, known: KnownHeaders): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length === 0 || filled.length < width * 0.5) return false
  if (filled.some((cell) => cell.length > MAX_NAME || isValue(cell))) return false
  const distinct = new Set(filled.map((cell) => cell.toLowerCase()))
  return distinct.size >= filled.length * 0.6 || (distinct.size > 1 && known(filled) === filled.length)
}

const isValue = (cell: string) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell) ||
  !/[\p{L}#№]/u.test(cell) ||
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(cell)
