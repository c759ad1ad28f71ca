/**
 * Telephone numbers as people and files write them. A number that the rules know is kept as E.164;
 * one they do not know is kept as typed, marked, and found by its digits; only what cannot be a
 * number is refused. The complete metadata ("max") is needed: the small set calls too much valid.
 */
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max'
import { isSupportedCountry, Metadata, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { asciiDigits, withoutInvisible } from './text.ts'

export type PhoneProblem = 'phone.letters' | 'phone.too_short' | 'phone.too_long' | 'phone.unreadable'

export type ParsedPhone = {
  readonly ok: true
  /** E.164 when valid, else as typed. */
  readonly number: string
  readonly digits: string
  /** As dialled at home, trunk prefix included ("02079460958"), so that digits typed so are found. */
  readonly nationalDigits: string | null
  readonly valid: boolean
  readonly country: string | null
  readonly extension: string | null
}

export function parsePhone(
  input: string,
  country: string | null,
): ParsedPhone | { readonly ok: false; readonly code: PhoneProblem } {
  const typed = typedNumber(input)
  if (typed.length > MAX_TYPED) return { ok: false, code: 'phone.too_long' }
  const { main, extension } = splitExtension(typed)
  if (/\p{L}/u.test(main)) return { ok: false, code: 'phone.letters' }
  const known = validNumber(main, country)
  if (known) return { ...knownPhone(known), extension }
  const digits = main.replace(/\D/g, '')
  if (digits === '') return { ok: false, code: 'phone.unreadable' }
  const counted = main.startsWith('+') ? digits : digits.replace(/^00/, '')
  if (counted.length < MIN_DIGITS) return { ok: false, code: 'phone.too_short' }
  if (counted.length > MAX_DIGITS) return { ok: false, code: 'phone.too_long' }
  return { ok: true, number: main, digits, nationalDigits: null, valid: false, country: null, extension }
}

/** Of a valid number in E.164, as parsePhone tells them. */
export function nationalDigitsOf(number: string, country: string | null): string | null {
  const known = nationals.get(number)
  if (known !== undefined) return known
  const parsed = parsePhone(number, country)
  return parsed.ok ? parsed.nationalDigits : null
}

// Whoever reads a number writes what search keeps of it a moment later; to read it once more costs as much again.
const nationals = new Map<string, string>()
const MOST_REMEMBERED = 20_000

function remember(number: string, nationalDigits: string): string {
  if (nationals.size >= MOST_REMEMBERED) nationals.clear()
  nationals.set(number, nationalDigits)
  return nationalDigits
}

/** Of a number in E.164; false where its plan does not tell fixed lines from mobiles, as in North America. */
export function isFixedLine(number: string): boolean {
  if (!number.startsWith('+')) return false
  // Mostly asked of the number that was read just now.
  const phone = latest?.number === number ? latest : parsePhoneNumberFromString(number)
  return phone?.getType() === 'FIXED_LINE'
}

let latest: PhoneNumber | undefined

/** Nationally for a number under the merchant's own calling code, else internationally; as it is if unknown. */
export function formatPhone(number: string, country: string | null): string {
  const parsed = number.startsWith('+') ? parsePhoneNumberFromString(number) : undefined
  if (!parsed?.isValid()) return number
  return parsed.countryCallingCode === numberingPlan(country)?.callingCode()
    ? parsed.formatNational()
    : parsed.formatInternational()
}

/**
 * The E.164 beginnings (digits, no plus) that what staff type can mean: with an international
 * prefix only itself, else as typed, and with the merchant's calling code in front, trunk 0 dropped.
 */
export function phoneQueryForms(input: string, country: string | null): string[] {
  const typed = typedNumber(input)
  const digits = typed.replace(/\D/g, '')
  if (digits === '') return []
  if (typed.startsWith('+')) return [digits]
  const forms = [digits]
  const plan = numberingPlan(country)
  const dialledOut = internationalPart(digits, plan)
  if (dialledOut) forms.push(dialledOut)
  if (plan) {
    const trunk = plan.nationalPrefix()
    forms.push(plan.callingCode() + digits)
    if (trunk && digits.startsWith(trunk) && digits.length > trunk.length)
      forms.push(plan.callingCode() + digits.slice(trunk.length))
    // Some plans do more than drop a zero (Argentine mobiles): a whole number is read by its rules.
    const whole = validNumber(digits, country)
    if (whole) forms.push(whole.number.slice(1))
  }
  return [...new Set(forms)]
}

const MIN_DIGITS = 5
const MAX_DIGITS = 15
const MAX_TYPED = 100

// "ext. 12", "x12", "#12", ";ext=12" and the words of a few other languages.
const EXTENSION =
  /[\s,;]*(?:;ext=|(?:extension|extn?|x|anexo|ramal|poste|int|доб)[.:]?|#)\s*([0-9]{1,9})\s*#?$/iu

// The library has these and its types do not say so.
type NumberingPlan = NonNullable<Metadata['numberingPlan']> & {
  callingCode(): string
  nationalPrefix(): string | null | undefined
}

/** Width and digits folded; without what cannot be seen, `tel:` and the ' by which a sheet keeps a number text. */
function typedNumber(input: string): string {
  return asciiDigits(withoutInvisible(input.normalize('NFKC')))
    .replace(/^'+\s*/, '')
    .replace(/^tel:\s*/i, '')
}

function splitExtension(typed: string): { main: string; extension: string | null } {
  const found = EXTENSION.exec(typed)
  if (!found || found.index === 0) return { main: typed, extension: null }
  return { main: typed.slice(0, found.index).trim(), extension: found[1] ?? null }
}

function validNumber(main: string, country: string | null): PhoneNumber | undefined {
  const parsed = parsePhoneNumberFromString(main, asCountry(country))
  const digits = main.replace(/\D/g, '')
  // The parser stops at what it does not know; a number that it cut short is another number.
  if (parsed?.isValid() && parsed.number.endsWith(digits.slice(-4))) return parsed
  // 00 is the international prefix of most of the world, and is typed in the rest of it too.
  if (main.startsWith('+') || !digits.startsWith('00')) return undefined
  const dialled = parsePhoneNumberFromString(`+${digits.slice(2)}`)
  return dialled?.isValid() ? dialled : undefined
}

function knownPhone(phone: PhoneNumber): Omit<ParsedPhone, 'extension'> {
  latest = phone
  return {
    ok: true,
    number: phone.number,
    digits: phone.number.slice(1),
    nationalDigits: nationals.get(phone.number) ?? remember(phone.number, dialledAtHome(phone)),
    valid: true,
    country: phone.country ?? null,
  }
}

/** In North America there is no trunk prefix to write: formatting a number takes as long as reading it. */
const dialledAtHome = (phone: PhoneNumber): string =>
  phone.countryCallingCode === '1' ? phone.nationalNumber : phone.formatNational().replace(/\D/g, '')

const asCountry = (country: string | null): CountryCode | undefined =>
  country !== null && isSupportedCountry(country) ? country : undefined

function numberingPlan(country: string | null): NumberingPlan | undefined {
  const code = asCountry(country)
  if (!code) return undefined
  const metadata = new Metadata()
  metadata.selectNumberingPlan(code)
  return metadata.numberingPlan as NumberingPlan | undefined
}

function internationalPart(digits: string, plan: NumberingPlan | undefined): string | null {
  for (const prefix of ['00', plan?.IDDPrefix() ?? ''])
    if (/^\d+$/.test(prefix) && digits.startsWith(prefix) && digits.length > prefix.length)
      return digits.slice(prefix.length)
  return null
}
