// Amounts where there is little room. Pure.
import type { Money } from './format.ts'

/** “$1.2K”, for the axis of a chart. */
export function shortMoney(locale: string, { amount, currency }: Money): string {
  const digits = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  }).format(amount / 10 ** (digits ?? 2))
}

/** To the minor unit, halves away from zero, as every other amount is rounded; null of none. */
export function averageOf({ amount, currency }: Money, count: number): Money | null {
  if (count === 0) return null
  return { amount: Math.sign(amount) * Math.round(Math.abs(amount) / count), currency }
}
