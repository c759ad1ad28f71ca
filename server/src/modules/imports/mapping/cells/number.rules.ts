// Figures: whether a column writes 1,234.56 or 1.234,56 is decided over the column.
import { minorDigits } from '../../../../kernel/money.ts'

export type DecimalMark = '.' | ','

/** The mark that a column's figures show; null when none of them tells. */
export function decimalMark(cells: Iterable<string>): DecimalMark | null {
  const votes = { '.': 0, ',': 0 }
  for (const cell of cells) {
    const text = cell.replace(/[^\d.,]/g, '')
    const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
    if (last === -1) continue
    const mark = text.charAt(last) as DecimalMark
    const other = mark === '.' ? ',' : '.'
    const repeats = text.indexOf(mark) !== last
    if (repeats) votes[other]++
    else if (text.includes(other) || text.length - last - 1 !== 3 || /^0?[.,]/.test(text)) votes[mark]++
  }
  return votes['.'] === votes[','] ? null : votes['.'] > votes[','] ? '.' : ','
}

/** As plain decimal text: "1234.56". Signs of money and of percent may stand around it. */
export function readDecimal(text: string, mark: DecimalMark): string | null {
  const bare = text
    .replace(/[\s\u00a0\u202f'’_]/g, '')
    .replace(/^(?:\p{Sc}|\p{L}{1,3}\$?)+|(?:\p{Sc}|\p{L}{1,3}|%)+$/gu, '')
  const negative = /^-|^\(.*\)$/.test(bare)
  const digits = bare
    .replace(/^[-+(]|\)$/g, '')
    .replaceAll(mark === '.' ? ',' : '.', '')
    .replace(mark, '.')
  if (!/^(?:\d+\.?\d*|\.\d+)$/.test(digits)) return null
  return `${negative ? '-' : ''}${digits.startsWith('.') ? '0' : ''}${digits.replace(/\.$/, '')}`
}

/** Whole minor units of an amount in major ones, halves away from zero; null past what is exact. */
export function minorUnits(decimal: string, digits: number): number | null {
  const negative = decimal.startsWith('-')
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.')
  const padded = fraction.padEnd(digits + 1, '0')
  const units = Number(whole + padded.slice(0, digits)) + (Number(padded.charAt(digits)) >= 5 ? 1 : 0)
  return Number.isSafeInteger(units) ? (negative ? -units : units) : null
}

/** Minor units of the currency. A percentage is no amount, whatever its column is called. */
export function readMoney(text: string, mark: DecimalMark, currency: string): number | null {
  const decimal = isPercentage(text) ? null : readDecimal(text, mark)
  return decimal === null ? null : minorUnits(decimal, minorDigits(currency))
}

export const isPercentage = (text: string): boolean => text.includes('%')
