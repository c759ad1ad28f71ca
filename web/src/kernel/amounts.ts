// Amounts where there is little room, or more places than a payment has. Pure.
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

/** A price for one, in major units and exact: `12.3456`. */
export const priceText = (locale: string, price: string, currency: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 6 }).format(
    Number(price),
  )

/** “8.25%” of `0.0825`. */
export const rateText = (locale: string, rate: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }).format(Number(rate))
