// The fields of a customer that stand alone: words, emails, days, countries, flags.
import { isCountry, isLocale } from '../../../kernel/countries.ts'
import { isDay, parseBirthday } from '../../../kernel/dates.ts'
import { parseEmail } from '../../../kernel/email.ts'
import { withoutInvisible } from '../../../kernel/text.ts'
import { blame, type Draft, type Facts, type Faults } from './draft.ts'
import type { CustomerWrite } from './write.schemas.ts'

const texts = [
  'number',
  'firstName',
  'middleName',
  'lastName',
  'nickname',
  'salutation',
  'businessName',
  'registrationNumber',
  'taxId',
  'industry',
  'gender',
  'idNumber',
  'gateCode',
  'salesperson',
] as const
const instants = ['registeredAt', 'lastLoginAt', 'lastActivityAt', 'lastPasswordResetAt'] as const

export function applyTexts(draft: Draft, write: CustomerWrite, facts: Facts, faults: Faults): void {
  for (const key of texts) if (write[key] !== undefined) draft[key] = filled(write[key])
  if (write.notes !== undefined) draft.notes = filled(write.notes) === null ? null : write.notes
  if (write.taxExempt !== undefined) draft.taxExempt = write.taxExempt ?? false
  if (write.accountType !== undefined) draft.accountType = write.accountType
  if (write.status !== undefined) draft.status = write.status
  applyChecked(draft, write, faults)
  applyEmails(draft, write, faults)
  for (const key of instants) applyInstant(key, draft, write, facts, faults)
}

/** Trimmed; null when nothing in it can be seen. */
export function filled(text: string | null): string | null {
  const trimmed = text?.trim() ?? ''
  return withoutInvisible(trimmed) === '' ? null : trimmed
}

const checked = {
  dateOfBirth: {
    accept: (text: string) => (parseBirthday(text) ? text : null),
    code: 'day.impossible',
    message: 'is not a day: write YYYY-MM-DD, or --MM-DD without the year',
  },
  anniversary: {
    accept: (text: string) => (isDay(text) ? text : null),
    code: 'day.impossible',
    message: 'is not a day: write YYYY-MM-DD',
  },
  nationality: {
    accept: acceptCountry,
    code: 'country.unknown',
    message: 'is not a country code (ISO 3166, two letters)',
  },
  preferredLanguage: {
    accept: acceptLocale,
    code: 'language.unknown',
    message: 'is not a language tag such as en or es-MX',
  },
  website: { accept: acceptWebsite, code: 'url.invalid', message: 'is not the address of a website' },
} as const

function applyChecked(draft: Draft, write: CustomerWrite, faults: Faults): void {
  for (const key of Object.keys(checked) as (keyof typeof checked)[]) {
    const written = write[key]
    if (written === undefined) continue
    const text = filled(written)
    const accepted = text === null ? null : checked[key].accept(text)
    if (text !== null && accepted === null) blame(faults, key, checked[key].code, checked[key].message)
    else draft[key] = accepted
  }
}

/** Two letters in any case. */
export function acceptCountry(text: string): string | null {
  const code = text.toUpperCase()
  return isCountry(code) ? code : null
}

function acceptLocale(text: string): string | null {
  const tag = text.replaceAll('_', '-')
  return isLocale(tag) ? (Intl.getCanonicalLocales(tag)[0] ?? null) : null
}

/** An http address with or without its scheme; nothing that a click could run. */
function acceptWebsite(text: string): string | null {
  const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`
  const url = URL.parse(whole)
  return url === null || url.username !== '' || /\s/.test(text) ? null : text
}

function applyEmails(draft: Draft, write: CustomerWrite, faults: Faults): void {
  if (write.email !== undefined) {
    const text = filled(write.email)
    draft.email = text === null ? null : readEmail(text, 'email', faults)
  }
  if (write.additionalEmails !== undefined) {
    draft.additionalEmails = readEmails(write.additionalEmails, 'additionalEmails', faults)
  }
}

export function readEmails(list: readonly string[] | null, path: string, faults: Faults): string[] {
  const read = (list ?? []).map((text, i) => readEmail(text, `${path}.${i}`, faults))
  return [...new Set(read.filter((email) => email !== null))]
}

function readEmail(text: string, path: string, faults: Faults): string | null {
  const parsed = parseEmail(text)
  if (parsed.ok) return parsed.email
  blame(faults, path, parsed.code, 'is not an email address')
  return null
}

/** Null, with the fault told, for what is no moment: a leap second, or a year that no database has. */
export function readInstant(written: string, path: string, faults: Faults): string | null {
  const at = new Date(written)
  const year = at.getUTCFullYear()
  // The outermost years are left out: in some zone their first and last days belong to others.
  if (year > 1 && year < 9999) return at.toISOString()
  blame(faults, path, 'instant.impossible', 'is not a moment in time')
  return null
}

function applyInstant(
  key: (typeof instants)[number],
  draft: Draft,
  write: CustomerWrite,
  facts: Facts,
  faults: Faults,
): void {
  const written = write[key]
  if (written === undefined) return
  const at = written === null ? null : readInstant(written, key, faults)
  if (at === draft[key]) return
  // Customers' own doings come from the system in which they did them, not from a colleague's hand.
  if (facts.actor === 'user') blame(faults, key, 'field.integration_only', 'is set by integrations only')
  else draft[key] = at
}
