/**
 * Telephone numbers as sheets have damaged them: the leading + or 0 taken for arithmetic, twelve
 * digits shown as 4.9E+11, several in one cell.
 */
import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max'
import { type ParsedPhone, parsePhone } from '../../../../kernel/phone.ts'
import type { CellProblem } from './cell.ts'
import { withoutTextMark } from './text.rules.ts'

export type CellPhone = Pick<ParsedPhone, 'number' | 'digits' | 'country' | 'valid' | 'extension'>
export type ReadPhones = { readonly phones: CellPhone[]; readonly problems: readonly CellProblem[] }

export function readPhones(text: string, country: string | null): ReadPhones {
  const undone = withoutExponent(withoutTextMark(text.trim()).trim())
  if (undone === null) {
    return {
      phones: [],
      problems: [
        { code: 'phone.digits_lost', message: 'is a number whose last digits a spreadsheet has dropped' },
      ],
    }
  }
  const bare = withoutLabels(undone)
  if (bare !== undone) return readPhones(bare, country)
  const whole = repaired(undone, country)
  if (whole?.valid) return { phones: [kept(whole)], problems: [] }
  const parts = severalIn(undone)
  if (parts.length < 2) return alone(undone, country)
  const read = parts.map((part) => alone(part, country))
  return {
    phones: distinct(read.flatMap((one) => one.phones)),
    problems: read.flatMap((one) => one.problems),
  }
}

/** "Phone:(202) 555-0143 Mobile:(202) 555-0149": what each number is called goes, and parts them. */
const withoutLabels = (text: string) =>
  text.includes(':') ? text.replace(LABEL, ';').replace(/^;/, '') : text
const LABEL = /[\s,;]*(?<![\p{L}\d])\p{L}[\p{L}. ]{0,15}:\s*(?=\+?[\d(](?:\D{0,2}\d){5})/gu

/** Null when digits are lost: 4.9E+11 may have been any of a hundred million numbers. */
function withoutExponent(text: string): string | null {
  const found = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(text)
  if (!found) return /^\d{5,15}[.,]0+$/.test(text) ? text.replace(/[.,]0+$/, '') : text
  const [, lead = '', fraction = '', exponent] = found
  return fraction.length === Number(exponent) ? lead + fraction : null
}

function repaired(text: string, country: string | null): CellPhone | null {
  const abroad = withCallingCode(text, country)
  if (abroad !== null) return abroad
  const read = parsePhone(text, country)
  if (!read.ok || read.valid || /^\+/.test(text) || /[^\d\s().\-/]/.test(text)) return read.ok ? read : null
  const digits = text.replace(/\D/g, '')
  // The + was read as a sign, or the 0 as nothing.
  const forms = digits.length >= 11 ? [`+${digits}`, `0${digits}`] : [`0${digits}`]
  for (const form of forms) {
    const again = parsePhone(form, country)
    if (again.ok && again.valid) return again
  }
  return read
}

/** Bare digits that begin with the country's own calling code have lost their +, not a 0. */
function withCallingCode(text: string, country: string | null): CellPhone | null {
  if (country === null || !/^[1-9]\d{10,14}$/.test(text) || !isSupportedCountry(country)) return null
  const read = text.startsWith(getCountryCallingCode(country)) ? parsePhone(`+${text}`, country) : null
  return read?.ok && read.valid ? read : null
}

function alone(text: string, country: string | null): ReadPhones {
  const phone = repaired(text, country)
  if (phone !== null) return { phones: [kept(phone)], problems: [] }
  const read = parsePhone(text, country)
  const code = read.ok ? 'phone.unreadable' : read.code
  return { phones: [], problems: [{ code, message: 'cannot be a telephone number' }] }
}

const BETWEEN = /\s*(?::::|[,;|/\n]|\s(?:or|and|oder|und|ou|et|o|y|e|of|en|&)\s)\s*/i
const MIN_DIGITS = 6

/** Only where each part can be a number by itself: 030/1234567 is one. */
function severalIn(text: string): string[] {
  const parts = text.split(BETWEEN).filter((part) => part !== '')
  return parts.every((part) => part.replace(/\D/g, '').length >= MIN_DIGITS) ? parts : [text]
}

function distinct(phones: readonly CellPhone[]): CellPhone[] {
  return [...new Map(phones.map((phone) => [phone.number, phone])).values()]
}

const kept = ({ number, digits, country, valid, extension }: CellPhone): CellPhone => ({
  number,
  digits,
  country,
  valid,
  extension,
})
