// In which language a receipt is written, how its amounts and dates look, and on which paper. Pure.
import { dayTexts } from '../../../../kernel/day-text.ts'
import { minorDigits } from '../../../../kernel/money.ts'
import type { FoundReceipt } from '../receipt.rules.ts'
import type { Receipt } from '../receipt.schemas.ts'
import { type ReceiptLanguage, receiptWords } from './words.ts'

export type ReceiptPlace = {
  readonly language: ReceiptLanguage
  /** For amounts and dates: the language as it is written in that country. */
  readonly locale: string
  readonly timeZone: string
  readonly paper: 'LETTER' | 'A4'
}

export type ReceiptMerchant = {
  readonly name: string
  readonly country: string
  readonly timeZone: string
  readonly locale: string
}

type Placed = Pick<FoundReceipt, 'preferredLanguage'> & { readonly receipt: Pick<Receipt, 'store'> }

/** The customer's language where there are words in it, else the merchant's, else English. */
export function placeOf(
  { receipt: { store }, preferredLanguage }: Placed,
  merchant: ReceiptMerchant,
): ReceiptPlace {
  const country = store?.address.country ?? merchant.country
  const wanted = [preferredLanguage, merchant.locale, 'en'].find(
    (tag) => tag !== null && languageOf(tag) !== null,
  ) as string
  const language = languageOf(wanted) as ReceiptLanguage
  return {
    language,
    locale: new Intl.Locale(wanted).region === undefined ? `${language}-${country}` : wanted,
    timeZone: store?.timeZone ?? merchant.timeZone,
    paper: LETTER.has(country) ? 'LETTER' : 'A4',
  }
}

function languageOf(tag: string): ReceiptLanguage | null {
  try {
    const { language } = new Intl.Locale(tag)
    return language in receiptWords ? (language as ReceiptLanguage) : null
  } catch {
    return null
  }
}

/** Where paper is cut to US Letter (Unicode CLDR, measurementSystem/paperSize). */
const LETTER: ReadonlySet<string> = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '))

export type ReceiptFormat = {
  readonly money: (minor: number) => string
  /** Major units, with as many places as it has. */
  readonly price: (major: string) => string
  readonly quantity: (decimal: string) => string
  readonly percent: (rate: string) => string
  readonly moment: (instant: string) => string
  readonly day: (day: string) => string
}

export function formatOf({ locale, timeZone }: ReceiptPlace, currency: string): ReceiptFormat {
  const digits = minorDigits(currency)
  const money = new Intl.NumberFormat(locale, {
    ...{ style: 'currency', currency },
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  })
  const price = new Intl.NumberFormat(locale, {
    ...{ style: 'currency', currency },
    ...{ minimumFractionDigits: digits, maximumFractionDigits: 6 },
  })
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 })
  const { day, moment } = dayTexts(locale, timeZone)
  return {
    money: (minor) => money.format(majorOf(minor, digits)),
    price: (major) => price.format(major as `${number}`),
    quantity: (decimal) => number.format(decimal as `${number}`),
    percent: (rate) => percent.format(rate as `${number}`),
    moment,
    day,
  }
}

/** As a decimal text, which Intl formats exactly whatever its size. */
function majorOf(minor: number, digits: number): `${number}` {
  const figures = String(Math.abs(minor)).padStart(digits + 1, '0')
  const whole = figures.slice(0, figures.length - digits)
  const part = digits === 0 ? '' : `.${figures.slice(-digits)}`
  return `${minor < 0 ? '-' : ''}${whole}${part}` as `${number}`
}
