/** What reports put under their table: totals, counts, when and by whom it was made. Decided at the end, so a few rows are held back. */
import type { RawRow } from './table.ts'

const HELD_BACK = 6

export async function* withoutFooter(
  lots: AsyncIterable<readonly RawRow[]>,
  width: number,
): AsyncGenerator<readonly RawRow[]> {
  let held: RawRow[] = []
  for await (const rows of lots) {
    held = held.concat(rows)
    if (held.length <= HELD_BACK) continue
    yield held.slice(0, -HELD_BACK)
    held = held.slice(-HELD_BACK)
  }
  const kept = held.slice(0, footerStart(held, width))
  if (kept.length > 0) yield kept
}

/** Where the footer among the last rows begins. */
function footerStart(rows: readonly RawRow[], width: number): number {
  let start = rows.length
  while (start > 0 && isFooter(rows[start - 1] as RawRow, width)) start--
  return start
}

const THINGS =
  '(?:rows?|records?|customers?|clients?|contacts?|registros?|clientes?|datens[äa]tze|kunden|lignes?|enregistrements?|righe|clienti)'
const TOTAL =
  '(?:grand |sub)?(?:totals?|totale|suma?|somme|summe|gesamt|gesamtsumme|insgesamt|totaal|celkem|razem|count|anzahl)'
const WORDS = [
  new RegExp(`^${TOTAL}(?: (?:of |de |der )?${THINGS})?\\s*(?:[:=].*|[\\d(].*)?$`, 'i'),
  new RegExp(`^(?:number of )?${THINGS}\\s*[:=]\\s*\\d+$|^\\d+ ${THINGS}\\b`, 'i'),
  /^(?:generated|exported|created|printed|report|page|seite|p[áa]gina|erstellt|generado|exportado|g[ée]n[ée]r[ée]|export[ée]|stampato)\b.*\d|^\*{0,3}\s*end of (?:report|file|list)/i,
]

/** A row that says it is one, and holds little else: figures, or nothing. */
function isFooter({ cells }: RawRow, width: number): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const [first = '', ...others] = filled
  if (width < 2 || filled.length > Math.max(2, width / 2) || !WORDS.some((words) => words.test(first)))
    return false
  return (
    others.every((cell) => !/[\p{L}@]/u.test(cell) || /^\p{L}{0,3}\s?[\d.,\s]+$/u.test(cell)) &&
    !first.includes('@')
  )
}
