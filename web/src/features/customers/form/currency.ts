// Amounts are integers of the smallest unit on the wire and decimal numbers in a field.
import type { Money } from '../../../kernel/format.ts'

const known = new Map<string, number>()

/** 2 for USD, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  const digits =
    known.get(currency) ??
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
    2
  known.set(currency, digits)
  return digits
}

export const toMajor = ({ amount, currency }: Money): number => amount / 10 ** minorDigits(currency)

/** Null when nothing is typed. */
export function toMoney(typed: number | string, currency: string): Money | null {
  const value = typeof typed === 'number' ? typed : Number.parseFloat(typed)
  return Number.isFinite(value) ? { amount: Math.round(value * 10 ** minorDigits(currency)), currency } : null
}
