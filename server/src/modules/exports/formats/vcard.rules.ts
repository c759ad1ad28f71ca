/** A customer as a card of an address book (RFC 6350): lines of at most 75 bytes, ended by CRLF. */
import type { Customer } from '../../customers/index.ts'

export const cardFields = [
  ...([
    'id',
    'type',
    'displayName',
    'salutation',
    'firstName',
    'middleName',
    'lastName',
    'nickname',
  ] as const),
  ...([
    'businessName',
    'email',
    'additionalEmails',
    'phones',
    'addresses',
    'organizations',
    'website',
  ] as const),
  ...(['dateOfBirth', 'anniversary', 'gender', 'preferredLanguage', 'notes', 'tags', 'updatedAt'] as const),
] as const

export type CardCustomer = Pick<Customer, (typeof cardFields)[number]>

export function cardOf(customer: CardCustomer): string {
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:urn:uuid:${customer.id}`,
    `REV:${customer.updatedAt.replace(/[-:]|\.\d+/g, '')}`,
    ...nameLines(customer),
    ...reachLines(customer),
    ...personLines(customer),
    ...(customer.notes === null ? [] : [`NOTE:${escaped(customer.notes)}`]),
    ...(customer.tags.length === 0
      ? []
      : [`CATEGORIES:${customer.tags.map(({ name }) => escaped(name)).join(',')}`]),
    'END:VCARD',
    '',
  ]
    .map(folded)
    .join('\r\n')
}

function nameLines(customer: CardCustomer): string[] {
  const { lastName, firstName, middleName, salutation, nickname, businessName } = customer
  const isPerson = customer.type === 'personal'
  const [work] = customer.organizations
  const organization = businessName ?? work?.name ?? null
  return [
    `KIND:${isPerson ? 'individual' : 'org'}`,
    `FN:${escaped(customer.displayName)}`,
    ...(isPerson
      ? [`N:${[lastName, firstName, middleName, salutation, null].map(component).join(';')}`]
      : []),
    ...line('NICKNAME', nickname),
    ...line('ORG', organization),
    ...line('TITLE', isPerson ? (work?.title ?? null) : null),
  ]
}

const phoneTypes: Readonly<Record<string, string>> = {
  mobile: ';TYPE=cell',
  personal: ';TYPE=home',
  work: ';TYPE=work',
  home: ';TYPE=home',
  fax: ';TYPE=fax',
  other: '',
}

function reachLines({ phones, email, additionalEmails, addresses, website }: CardCustomer): string[] {
  const emails = [...(email === null ? [] : [email]), ...additionalEmails]
  return [
    ...phones.map(({ kind, number, extension, isPrimary }) => {
      const full = extension === null ? number : `${number} ext. ${extension}`
      return `TEL${phoneTypes[kind] ?? ''}${preferred(isPrimary)}:${escaped(full)}`
    }),
    ...emails.map((address, at) => `EMAIL${preferred(at === 0 && emails.length > 1)}:${escaped(address)}`),
    ...addresses.map(addressLine),
    ...line('URL', website),
  ]
}

const preferred = (is: boolean) => (is ? ';PREF=1' : '')

/** Post-office box and extended address stay empty, as the RFC advises; both lines are parts of the street. */
function addressLine({
  label,
  line1,
  line2,
  city,
  state,
  postalCode,
  country,
  countryText,
  isDelivery,
}: CardCustomer['addresses'][number]): string {
  const street = [line1, line2]
    .filter((part) => part !== null)
    .map(escaped)
    .join(',')
  const parts = [city, state, postalCode, country ?? countryText].map(component)
  const type = /^(home|work)$/i.test(label ?? '') ? `;TYPE=${label?.toLowerCase()}` : ''
  return `ADR${type}${preferred(isDelivery)}:;;${street};${parts.join(';')}`
}

const sexes: Readonly<Record<string, string>> = { male: 'M', female: 'F' }

function personLines({ dateOfBirth, anniversary, gender, preferredLanguage }: CardCustomer): string[] {
  const sex = gender === null ? null : sexes[gender.toLowerCase()]
  return [
    // 19800512, or --0512 without the year.
    ...line('BDAY', dateOfBirth?.replace(/(\d)-/g, '$1') ?? null),
    ...line('ANNIVERSARY', anniversary?.replaceAll('-', '') ?? null),
    ...(gender === null ? [] : [`GENDER:${sex ?? `;${escaped(gender)}`}`]),
    ...line('LANG', preferredLanguage),
  ]
}

const line = (property: string, value: string | null) =>
  value === null ? [] : [`${property}:${escaped(value)}`]
const component = (value: string | null) => (value === null ? '' : escaped(value))

/** Control characters but tabs have no place in a card. */
function escaped(value: string): string {
  return (
    value
      .replace(/[\\,;]/g, '\\$&')
      .replace(/\r\n|\n|\r/g, '\\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a card may hold no control characters, and this takes them out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  )
}

const LONGEST_LINE = 75

/** A line goes on after a new line and a space; no character is cut into its bytes. */
export function folded(text: string): string {
  if (text.length * 3 <= LONGEST_LINE || Buffer.byteLength(text) <= LONGEST_LINE) return text
  const lines: string[] = []
  let current = ''
  let room = LONGEST_LINE
  for (const letter of text) {
    const bytes = Buffer.byteLength(letter)
    if (bytes > room) {
      lines.push(current)
      current = ' '
      room = LONGEST_LINE - 1
    }
    current += letter
    room -= bytes
  }
  return [...lines, current].join('\r\n')
}
