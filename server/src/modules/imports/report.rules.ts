/**
 * The rows that were rejected or came in with warnings, as a file that can be mended and dropped in again: the cells as
 * they were, and before them what is wrong, in columns that an import leaves unread.
 */
import type { Issue } from './imports.queries.ts'
import type { PlainReport } from './plain-report.rules.ts'

const BOM = '\ufeff'
const rejectedColumns = ['import.row', 'import.code', 'import.reason']
const warningColumns = ['import.row', 'import.code', 'import.column', 'import.original', 'import.reason']
const idColumn = 'import.id'

export type ReportShape = {
  readonly headers: readonly string[]
  readonly delimiter: string
  readonly isRejected: boolean
  /** What came in is known again by its line and this. */
  readonly importId: string
  /** For people: their line and why, in words. */
  readonly plain: PlainReport | null
}

export function reportHead({ headers, delimiter, isRejected, plain }: ReportShape): string {
  const told = plain?.titles ?? (isRejected ? rejectedColumns : warningColumns)
  const own = isRejected ? told : [...told, plain?.idTitle ?? idColumn]
  return BOM + line([...own, ...headers], delimiter)
}

export function reportLine(
  { rowNo, cells, reasons }: Issue,
  { delimiter, isRejected, importId, plain }: ReportShape,
): string {
  const rest = isRejected ? cells : [importId, ...cells]
  if (plain !== null) return line([String(rowNo), reasons.map(plain.reason).join('; '), ...rest], delimiter)
  const all = (pick: (reason: Issue['reasons'][number]) => string) => reasons.map(pick).join('; ')
  const said = isRejected
    ? [all((reason) => reason.code), all((reason) => reason.message)]
    : [
        all((reason) => reason.code),
        all((reason) => reason.column),
        all((reason) => reason.original),
        all((reason) => (reason.column === '' ? reason.message : `${reason.column}: ${reason.message}`)),
      ]
  return line([String(rowNo), ...said, ...rest], delimiter)
}

const line = (cells: readonly string[], delimiter: string) =>
  `${cells.map((cell) => quoted(guarded(cell), delimiter)).join(delimiter)}\r\n`

/** No spreadsheet may run what a cell holds; an import takes exactly one ' away again. */
const guarded = (cell: string) => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

function quoted(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) || cell !== cell.trim()
    ? `"${cell.replaceAll('"', '""')}"`
    : cell
}
