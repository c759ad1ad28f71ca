// What the form says before the server is asked: at blur of a field, and of all at Save. Keys are the paths of fields.
import { looksLikeEmail } from '../../../kernel/email.ts'
import { faultOf, type PhoneFault } from '../../../kernel/phone-fault.ts'
import { isReadable } from './birthday-typing.ts'
import type { BirthdayValue, CustomerValues } from './values.ts'

/** A code that stands for the sentence: `errors.<code>` of the server's own, or one of `customerForm.checks`. */
export type Fault =
  | 'email.invalid'
  | PhoneFault
  | 'nameMissing'
  | 'businessMissing'
  | 'required'
  | 'birthday'
  | 'birthdayPart'
  | 'birthdayUnread'
  | 'website'
  | 'percent'
export type Faults = Readonly<Record<string, Fault>>

type Required = Readonly<{ fields: readonly string[]; attributes: readonly string[] }>

export function checkCustomer(values: CustomerValues, required: Required): Faults {
  return Object.fromEntries([
    ...nameFaults(values),
    ...requiredFaults(values, required),
    ...emailFaults(values),
    ...phoneFaults(values),
    ...oddFaults(values),
  ])
}

type Entry = readonly [string, Fault]

function nameFaults(values: CustomerValues): Entry[] {
  if (values.type === 'business')
    return isBlank(values.businessName) ? [['businessName', 'businessMissing']] : []
  const names = [values.firstName, values.middleName, values.lastName, values.nickname, values.businessName]
  return names.every(isBlank) ? [['firstName', 'nameMissing']] : []
}

function requiredFaults(values: CustomerValues, { fields, attributes }: Required): Entry[] {
  const missing = fields.filter((field) => !isFilled(values, field))
  const paths: Readonly<Record<string, string>> = { phone: 'phones.0.number', address: 'addresses.0.line1' }
  return [
    ...missing.map((field): Entry => [paths[field] ?? field, 'required']),
    ...attributes
      .filter((key) => isMissing(values.attributes[key]))
      .map((key): Entry => [`attributes.${key}`, 'required']),
  ]
}

function isFilled(values: CustomerValues, field: string): boolean {
  if (field === 'phone') return values.phones.some((phone) => !isBlank(phone.number))
  if (field === 'address')
    return values.addresses.some(({ line1, city, postalCode }) => ![line1, city, postalCode].every(isBlank))
  if (field === 'dateOfBirth') return Object.values(values.dateOfBirth).some((part) => !isBlank(part))
  const value = values[field as keyof CustomerValues]
  return !isMissing(value)
}

function emailFaults(values: CustomerValues): Entry[] {
  const lists = [
    ['additionalEmails', values.additionalEmails],
    ...(values.type === 'business' ? [['billing.invoiceEmails', values.billing.invoiceEmails] as const] : []),
  ] as const
  const email: Entry[] =
    isBlank(values.email) || looksLikeEmail(values.email) ? [] : [['email', 'email.invalid']]
  return [
    ...email,
    ...lists
      .filter(([, emails]) => !emails.every(looksLikeEmail))
      .map(([path]): Entry => [path, 'email.invalid']),
  ]
}

const phoneFaults = ({ phones }: CustomerValues): Entry[] =>
  phones.flatMap(({ number }, at): Entry[] => {
    const fault = isBlank(number) ? null : faultOf(number)
    return fault === null ? [] : [[`phones.${at}.number`, fault]]
  })

function oddFaults(values: CustomerValues): Entry[] {
  const found: Entry[] = []
  const birthday = birthdayFault(values.dateOfBirth)
  if (values.type === 'personal' && birthday !== null) found.push(['dateOfBirth', birthday])
  if (!isBlank(values.website) && !isWebsite(values.website)) found.push(['website', 'website'])
  const discount = Number(values.billing.discountPercent)
  if (values.type === 'business' && !(discount >= 0 && discount <= 100)) {
    found.push(['billing.discountPercent', 'percent'])
  }
  return found
}

/** The year may be missing; the 29th of February then is a day. */
export function birthdayFault(
  birthday: BirthdayValue,
): 'birthday' | 'birthdayPart' | 'birthdayUnread' | null {
  const { year, month, day } = birthday
  if (isBlank(year) && isBlank(month) && isBlank(day)) return null
  if (!isReadable(birthday)) return 'birthdayUnread'
  if (isBlank(month) || isBlank(day)) return 'birthdayPart'
  const numbers = [year.trim() || '2000', month, day].map(Number)
  const [y = 0, m = 0, d = 0] = numbers
  if (!numbers.every(Number.isInteger) || y < 1 || y > 9999) return 'birthday'
  const date = new Date(0)
  date.setUTCFullYear(y, m - 1, d)
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? null : 'birthday'
}

function isWebsite(typed: string): boolean {
  const text = typed.trim()
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`)
  return url !== null && url.username === '' && !/\s/.test(text)
}

const isBlank = (text: string): boolean => text.trim() === ''
const isMissing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && isBlank(value)) ||
  (Array.isArray(value) && value.length === 0)
