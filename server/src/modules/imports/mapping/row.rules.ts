/**
 * Makes a customer of what the cells of a row said: who it is, a person or a company, whose
 * organization it names, in which country its phones ring. Whoever has no name, email or phone is
 * nobody.
 */

import type { ReadFields, RowRejection } from './canonical.ts'
import { readBirthday } from './cells/date.rules.ts'
import { readEmails } from './cells/email.rules.ts'
import { monthByName } from './cells/months.rules.ts'
import { isCompanyName, splitName } from './cells/name.rules.ts'
import { finishAddresses, phoneCountryOf } from './row-addresses.rules.ts'
import type { ReadingOptions, RowDraft } from './row-draft.ts'
import { finishPhones } from './row-phones.rules.ts'
import { finishConsent } from './set-terms.ts'

export function finishRow(
  draft: RowDraft,
  options: ReadingOptions,
  defaultCountry: string | null,
): { fields: ReadFields; rejected: RowRejection | null } {
  finishConsent(draft)
  if (options.own) return finishOwn(draft, options)
  takeEmailGroups(draft)
  takeBirthParts(draft, options)
  decideNames(draft, options)
  const type = draft.type ?? typeByNames(draft)
  if (type === 'business') becomeBusiness(draft)
  else becomePerson(draft)
  const addresses = finishAddresses(draft)
  if (addresses.length > 0) draft.fields.addresses = addresses
  finishPhones(draft, type, phoneCountryOf(draft, options, defaultCountry))
  const fields: ReadFields = { ...draft.fields, type, typeGiven: draft.type !== null }
  return { fields, rejected: isNobody(fields) ? nobody : null }
}

const nobody: RowRejection = {
  code: 'row.nobody',
  message: 'has no name, email or phone to make a customer of',
}

function isNobody(fields: ReadFields): boolean {
  const named =
    fields.firstName ?? fields.lastName ?? fields.businessName ?? fields.nickname ?? fields.middleName
  return (
    named === undefined &&
    fields.email === undefined &&
    (fields.phones ?? []).length === 0 &&
    (fields.additionalEmails ?? []).length === 0
  )
}

/** Nothing is derived: what the export wrote stands. The short forms count where the list is not there. */
function finishOwn(
  draft: RowDraft,
  options: ReadingOptions,
): { fields: ReadFields; rejected: RowRejection | null } {
  const type = draft.type ?? typeByNames(draft)
  if ((draft.fields.phones ?? []).length === 0) finishPhones(draft, type, options.context.country)
  else tellOtherPhone(draft)
  const listed = draft.fields.addresses
  const short = finishAddresses(draft)
  if (listed === undefined && short.length > 0) draft.fields.addresses = short
  const fields: ReadFields = { ...draft.fields, type, typeGiven: draft.type !== null, wholeLists: true }
  return { fields, rejected: fields.id === undefined && isNobody(fields) ? nobody : null }
}

/** The list beside it wins, which somebody who typed over the short form should know. */
function tellOtherPhone({ phones, fields, warnings }: RowDraft): void {
  const [typed] = phones
  if (typed === undefined) return
  const text = typed.text.trim()
  if (fields.phones?.some(({ number, isPrimary }) => isPrimary && number.trim() === text)) return
  const code = 'phone.of_list'
  const message = 'is not read beside the column phones: change that, or leave it out'
  warnings.push({ column: typed.column, original: typed.text, code, message })
}

function takeEmailGroups(draft: RowDraft): void {
  const groups = [...draft.emailGroups.values()].filter(({ text }) => text !== '')
  groups.sort((a, b) => Number(b.kind?.startsWith('*') ?? false) - Number(a.kind?.startsWith('*') ?? false))
  for (const { text, column } of groups) {
    const { emails, problem } = readEmails(text)
    if (problem !== null) draft.warnings.push({ column, original: text, ...problem })
    for (const email of emails) {
      if (draft.fields.email === undefined) draft.fields.email = email
      else if (email !== draft.fields.email)
        draft.fields.additionalEmails = [...new Set([...(draft.fields.additionalEmails ?? []), email])]
    }
  }
}

function takeBirthParts(draft: RowDraft, { context }: ReadingOptions): void {
  const { year, month, day } = draft.birth
  if (draft.fields.dateOfBirth !== undefined || month === null || day === null) return
  const number = /^\d{1,2}$/.test(month) ? Number(month) : monthByName(month)
  if (number === null || !/^\d{1,2}$/.test(day)) return
  const front = year === null || !/^\d{4}$/.test(year) ? '-' : year
  const read = readBirthday(
    `${front}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`,
    'ymd',
    context.now,
  )
  if (read !== null) draft.fields.dateOfBirth = read
}

function decideNames(draft: RowDraft, { spanishNames: spanish }: ReadingOptions): void {
  const { fields } = draft
  if (draft.fullName !== null && fields.firstName === undefined && fields.lastName === undefined) {
    const isCompany =
      draft.type === 'business' ||
      (draft.type === null && draft.organization?.name === undefined && isCompanyName(draft.fullName))
    if (isCompany) fields.businessName ??= draft.fullName
    else {
      const parts = splitName(draft.fullName, { spanish, familyFirst: draft.familyFirst })
      Object.assign(fields, { ...parts, ...fields })
    }
  }
  if (draft.secondLastName !== null)
    fields.lastName = [fields.lastName, draft.secondLastName].filter(Boolean).join(' ')
  // A father and a son on one phone are told apart by it, and there is no other field for it.
  if (draft.nameSuffix !== null && fields.lastName !== undefined)
    fields.lastName = `${fields.lastName} ${draft.nameSuffix}`.slice(0, 200)
  const { name, ...contact } = draft.contact
  if (name === undefined) return
  draft.contact =
    contact.firstName === undefined && contact.lastName === undefined
      ? { ...splitName(name, { spanish }), ...contact }
      : contact
}

const isPerson = ({ firstName, lastName, middleName, nickname }: Partial<ReadFields>) =>
  (firstName ?? lastName ?? middleName ?? nickname) !== undefined

function typeByNames({ fields, organization }: RowDraft): ReadFields['type'] {
  return !isPerson(fields) && (fields.businessName ?? organization?.name) !== undefined
    ? 'business'
    : 'personal'
}

/** A person named in a company's row is its contact. */
function becomeBusiness(draft: RowDraft): void {
  const { fields, organization } = draft
  fields.businessName ??= organization?.name
  const { firstName, middleName, lastName, nickname, salutation } = fields
  if (fields.businessName === undefined) {
    const person = [firstName, lastName].filter((name) => name !== undefined).join(' ')
    if (person !== '') fields.businessName = person
    else delete fields.businessName
  } else if (isPerson(fields)) {
    const named = {
      salutation,
      firstName: firstName ?? nickname,
      middleName,
      lastName,
      title: organization?.title,
    }
    draft.contact = { ...withoutGaps(named), ...draft.contact }
  }
  for (const key of ['firstName', 'middleName', 'lastName', 'nickname', 'salutation'] as const)
    delete fields[key]
  if (Object.keys(draft.contact).length > 0 || draft.contactPhones.length > 0)
    fields.contact = withoutGaps(draft.contact)
}

/** A contact without a company is the customer. */
function becomePerson(draft: RowDraft): void {
  const { fields, organization, contact } = draft
  if (!isPerson(fields))
    Object.assign(
      fields,
      withoutGaps({
        salutation: contact.salutation,
        firstName: contact.firstName,
        middleName: contact.middleName,
        lastName: contact.lastName,
      }),
    )
  if (contact.email !== undefined) {
    if (fields.email === undefined) fields.email = contact.email
    else if (fields.email !== contact.email)
      fields.additionalEmails = [...new Set([...(fields.additionalEmails ?? []), contact.email])]
  }
  draft.phones.push(...draft.contactPhones)
  draft.contactPhones = []
  if (organization?.name !== undefined || organization?.number !== undefined)
    fields.organizations = [{ ...organization, ...(contact.title !== undefined && { title: contact.title }) }]
}

function withoutGaps<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
