// How a file for people writes values: in the language it is asked for, and the business's country and zone. Pure.
import { dayTexts } from '../../../kernel/day-text.ts'
import { minorDigits } from '../../../kernel/money.ts'
import { formatPhone } from '../../../kernel/phone.ts'
import type { Language, PlainWords } from './words.ts'

type Money = { readonly amount: number; readonly currency: string }

export type PlainFormat = {
  readonly words: PlainWords
  readonly day: (day: string) => string
  readonly moment: (instant: string) => string
  readonly money: (money: Money) => string
  readonly percent: (value: number) => string
  readonly decimal: (value: number) => string
  readonly phone: (number: string) => string
  readonly country: (code: string) => string
  readonly language: (tag: string) => string
}

type Place = {
  readonly words: PlainWords
  readonly language: Language
  readonly merchant: { readonly country: string; readonly timeZone: string; readonly locale: string }
}

export function plainFormat({ words, language, merchant }: Place): PlainFormat {
  const locale = localeOf(language, merchant)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 })
  // Without groups: a spreadsheet reads it as a number.
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 12, useGrouping: false })
  const amounts = new Map<string, Intl.NumberFormat>()
  return {
    words,
    ...dayTexts(locale, merchant.timeZone),
    money: ({ amount, currency }) => {
      const format = amounts.get(currency) ?? new Intl.NumberFormat(locale, { style: 'currency', currency })
      amounts.set(currency, format)
      return format.format(amount / 10 ** minorDigits(currency))
    },
    percent: (value) => percent.format(value / 100),
    decimal: (value) => decimal.format(value),
    phone: (number) => formatPhone(number, merchant.country),
    country: namesOf(locale, 'region'),
    language: namesOf(locale, 'language'),
  }
}

/** The business's own where it is of this language, else the language as it is written in that country. */
function localeOf(language: Language, { country, locale }: Place['merchant']): string {
  const own = new Intl.Locale(locale)
  return own.language === language && own.region !== undefined ? locale : `${language}-${country}`
}

function namesOf(locale: string, type: 'region' | 'language'): (code: string) => string {
  const names = new Intl.DisplayNames(locale, { type })
  return (code) => {
    try {
      return names.of(code) ?? code
    } catch {
      return code
    }
  }
}
