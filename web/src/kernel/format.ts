// Figures, money and dates as people read them. Pure: the locale and the zone are given.

export type Money = Readonly<{ amount: number; currency: string }>

/** The browser's own region where it speaks the chosen language, else the language alone. */
export function formatLocale(language: string, browser: readonly string[]): string {
  return browser.find((tag) => tag.split('-')[0] === language && isReadable(tag)) ?? language
}

/** Where the system's language is `C`, browsers call it `en-US@posix`, which their own formatters refuse. */
function isReadable(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

export const formatNumber = (locale: string, value: number): string => numberFormat(locale, {}).format(value)

/** Amounts are integers of the currency's smallest unit: 1250 USD is $12.50, 1250 JPY is ¥1,250. */
export function formatMoney(locale: string, { amount, currency }: Money): string {
  const format = numberFormat(locale, { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount / 10 ** digits)
}

/** Exact decimals as they come over the wire: `0.5` of a pound, a rate of `0.0825`. */
const places = 6
export const formatDecimal = (locale: string, value: string): string =>
  numberFormat(locale, { maximumFractionDigits: places }).format(Number(value))
export const formatPercent = (locale: string, rate: string): string =>
  numberFormat(locale, { style: 'percent', maximumFractionDigits: places - 2 }).format(Number(rate))

/** What one of something costs, in whole units: finer than any coin where it was agreed so. */
export type Price = Readonly<{ price: string; currency: string }>
export const formatPrice = (locale: string, { price, currency }: Price): string => {
  const { maximumFractionDigits = 2 } = numberFormat(locale, {
    style: 'currency',
    currency,
  }).resolvedOptions()
  const digits = Math.max(maximumFractionDigits, price.split('.')[1]?.length ?? 0)
  return numberFormat(locale, { style: 'currency', currency, maximumFractionDigits: digits }).format(
    Number(price),
  )
}

/** A day without a zone: `2026-11-12`, or `--11-12` where the year is not known. It never shifts. */
export function formatDay(locale: string, day: string): string {
  const found = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(day)
  if (found === null) return day
  const withYear = found[1] !== '-'
  const date = new Date(`${withYear ? found[1] : '2000'}-${found[2]}-${found[3]}T00:00:00Z`)
  return dayText(locale, date, 'UTC', withYear)
}

/** “12 Nov 2026” of an instant, in the zone where it counts. */
export const formatDate = (locale: string, instant: string, timeZone: string): string =>
  dayText(locale, new Date(instant), timeZone, true)

/** “12 Nov 2026, 14:05” */
export const formatDateTime = (locale: string, instant: string, timeZone: string): string =>
  `${formatDate(locale, instant, timeZone)}, ${formatTime(locale, instant, timeZone)}`

/** Of a day that needs no naming. */
export function formatTime(locale: string, instant: string, timeZone: string): string {
  return dateFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone }).format(new Date(instant))
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** “3 days ago”; stands beside the exact date, never instead of it. */
export function formatRelative(locale: string, instant: string, now: number = Date.now()): string {
  const seconds = (new Date(instant).getTime() - now) / 1000
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? (['minute', 60] as const)
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit)
}

/** English is written day first with the month in letters, which nobody reads wrongly on either side of the ocean. */
function dayText(locale: string, date: Date, timeZone: string, withYear: boolean): string {
  const options = {
    day: 'numeric',
    month: 'short',
    timeZone,
    year: withYear ? 'numeric' : undefined,
  } as const
  const format = dateFormat(locale, options)
  if (!locale.startsWith('en')) return format.format(date)
  const parts = new Map(format.formatToParts(date).map((part) => [part.type, part.value]))
  return [parts.get('day'), parts.get('month'), parts.get('year')].filter(Boolean).join(' ')
}

const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs far more than using it, and a table uses one in every cell. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = [locale, options.style, options.currency, options.maximumFractionDigits].join(' ')
  const known = numbers.get(key) ?? new Intl.NumberFormat(locale, options)
  numbers.set(key, known)
  return known
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${options.timeZone} ${options.year} ${options.hour}`
  const known = dates.get(key) ?? new Intl.DateTimeFormat(locale, options)
  dates.set(key, known)
  return known
}
