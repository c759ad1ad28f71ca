// The text of a cell before it means anything: what spreadsheets put around it, and the many ways of writing nothing.

/** A value that begins with one of these is guarded by a ' on export, so that no sheet runs it. */
const GUARDED = /^'+[=+\-@\t\r]/

/** Takes exactly one guard away; other apostrophes are letters ('t Hooft). */
export function withoutGuard(cell: string): string {
  return cell.charCodeAt(0) === 39 && GUARDED.test(cell) ? cell.slice(1) : cell
}

/** The ' and ="…" by which sheets keep a number text. */
export function withoutTextMark(text: string): string {
  const formula = /^="(.*)"$/s.exec(text)?.[1]
  return (formula ?? text).replace(/^'(?=[\d+(])/, '').replace(/^"(.*)"$/s, '$1')
}

/** What PostgreSQL cannot keep: U+0000, and half characters. Null when there was none. */
export function withoutUnstorable(text: string): string | null {
  if (!text.includes('\0') && text.isWellFormed()) return null
  return text.replaceAll('\0', '').toWellFormed()
}

const SIGNS = /^(?:[-–—_.*?/\\ ]+|#(?:n\/a|ref!|value!|name\?|null!|num!|div\/0!)|\\n)$/i
const WORDS: ReadonlySet<string> = new Set([
  'n/a',
  'na',
  'n.a.',
  'n.a',
  'null',
  '(null)',
  '<null>',
  '[null]',
  'nil',
  'none',
  '(none)',
  'nan',
  'undefined',
  'unspecified',
  'not specified',
  'not available',
  'not provided',
  'not applicable',
  'not set',
  'unknown',
  '(unknown)',
  'no data',
  '(blank)',
  '(empty)',
  '[blank]',
  '(not set)',
  'sin especificar',
  'no especificado',
  'no aplica',
  'desconocido',
  'keine angabe',
  'k.a.',
  'k. a.',
  'unbekannt',
  'non renseigné',
  'non précisé',
  'inconnu',
  'n/d',
  'n.d.',
  'nd',
  'non specificato',
  'sconosciuto',
  'não informado',
  'desconhecido',
  'onbekend',
  'n.v.t.',
  'brak',
])
const NO_DAY = /^0{1,4}[-/.]0{1,2}[-/.]0{1,4}(?:[ T]00:00(?::00)?)?$/

/** Cells that say only that there is nothing. Asked of every cell of a file, so most are let go by their first letter. */
export function isPlaceholder(text: string): boolean {
  if (text === '') return true
  if (text.length > 24) return false
  const first = text.charCodeAt(0)
  if (first > ZERO && first <= NINE) return false
  if (first === ZERO) return NO_DAY.test(text)
  const isLetter = (first | 0x20) >= 97 && (first | 0x20) <= 122
  if (isLetter) return FIRST_LETTERS.has(first | 0x20) && WORDS.has(text.toLowerCase())
  return SIGNS.test(text) || WORDS.has(text.toLowerCase())
}

const ZERO = 48
const NINE = 57
const FIRST_LETTERS = new Set([...WORDS].map((word) => word.charCodeAt(0)))

/** In a name's column "Null", "Nan" and "Na" are people; only as programs write them (NULL, nan) are they nothing. */
export function isNamePlaceholder(text: string): boolean {
  if (!isPlaceholder(text)) return false
  return !/^\p{Lu}\p{Ll}+$/u.test(text) || text.length > 4
}

/** Several values in one cell: `:::` of Google, semicolons, bars, line breaks; commas only when nothing else separates. */
export function splitList(text: string): string[] {
  const separator = text.includes(':::') ? ':::' : /[;|\n]/.test(text) ? /[;|\n]/ : ','
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
