/**
 * Address books. A card is a row of one cell, its own text: what is rejected can so be given back as
 * a table, mended there and brought in again. Pictures and keys are left out while reading.
 */
import type { ByteSource } from '../../../kernel/storage.ts'
import { decodedText, findEncoding } from './encoding.ts'
import type { RawRow, ReadOptions, RowFault, Table } from './table.ts'

/** The column that holds cards, here and in the tables of what was rejected. */
const CARD_HEADER = 'vCard'

export async function openVcards(source: ByteSource, head: Buffer, options: ReadOptions): Promise<Table> {
  const encoding = await findEncoding(source, head, options.encoding)
  return {
    kind: 'vcard',
    headers: [CARD_HEADER],
    headerRow: 0,
    encoding: encoding.name,
    encodingSure: encoding.sure,
    delimiter: null,
    sheet: null,
    rows: () => cards(source, encoding.name),
  }
}

const MAX_CARD = 256 * 1024
const MAX_LINE = 1024 * 1024

type Splitting = {
  line: number
  card: string[]
  size: number
  start: number
  depth: number
  /** Inside the lines of a picture or key. */
  skipping: boolean
  faults: RowFault[]
}

async function* cards(source: ByteSource, encoding: string): AsyncGenerator<RawRow[]> {
  const s: Splitting = { line: 0, card: [], size: 0, start: 0, depth: 0, skipping: false, faults: [] }
  let rest = ''
  for await (const text of decodedText(source, encoding)) {
    const lines = (rest + text).split(/\r\n|\n|\r(?=[^\n])/)
    rest = lines.pop() ?? ''
    // A line that never ends is a picture: its beginning says which property it is.
    if (rest.length > MAX_LINE) rest = rest.slice(0, MAX_LINE)
    const rows = lines.flatMap((line) => takeLine(s, line))
    if (rows.length > 0) yield rows
  }
  const rows = takeLine(s, rest.replace(/\r$/, ''))
  if (s.depth > 0) rows.push(endCard(s, 'vcard.unfinished'))
  if (rows.length > 0) yield rows
}

function takeLine(s: Splitting, line: string): RawRow[] {
  s.line++
  if (/^\s*BEGIN\s*:\s*VCARD\s*$/i.test(line)) return beginCard(s, line)
  if (s.depth === 0) return []
  if (/^\s*END\s*:\s*VCARD\s*$/i.test(line)) {
    s.depth--
    keep(s, line)
    return s.depth === 0 ? [endCard(s)] : []
  }
  if (s.skipping && (/^[ \t]/.test(line) || /^[A-Za-z0-9+/=]+$/.test(line.trim()))) return []
  s.skipping = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]/i.test(line) && !/:https?:/i.test(line)
  keep(s, s.skipping ? `${line.slice(0, line.indexOf(':') + 1)}…` : line)
  return []
}

/** A card within a card is an agent's; one that begins where another should have ended breaks that one. */
function beginCard(s: Splitting, line: string): RawRow[] {
  const isAgent = s.depth > 0 && /^AGENT[;:]/i.test(s.card.at(-1) ?? '')
  const broken = s.depth > 0 && !isAgent ? [endCard(s, 'vcard.unfinished')] : []
  if (!isAgent) {
    s.start = s.line
    s.depth = 0
  }
  s.depth++
  s.skipping = false
  keep(s, line)
  return broken
}

function keep(s: Splitting, line: string): void {
  s.size += line.length + 1
  if (s.size <= MAX_CARD) s.card.push(line)
  else if (s.faults.length === 0) s.faults.push('row.field_too_long')
}

function endCard(s: Splitting, fault?: RowFault): RawRow {
  const faults = fault === undefined ? s.faults : [...s.faults, fault]
  const row = { row: s.start, cells: [s.card.join('\n')], ...(faults.length > 0 && { faults }) }
  s.card = []
  s.size = 0
  s.depth = 0
  s.faults = []
  return row
}
