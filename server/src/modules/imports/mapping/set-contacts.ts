// How they are reached, and the people and companies beside them.
import type { PhoneKind } from './canonical.ts'
import { readEmails } from './cells/email.rules.ts'
import { isNamePlaceholder } from './cells/text.rules.ts'
import { type ColumnReading, type RowDraft, warn } from './row-draft.ts'
import { fitting, type Setter } from './setter.ts'

type Emails = { email?: string; additionalEmails?: string[] }

/** The first is the email, unless there is one; all others are further ones. */
function addEmails(emails: readonly string[], into: Emails, mayBeFirst: boolean): void {
  for (const email of emails) {
    if (mayBeFirst && into.email === undefined) into.email = email
    else if (email !== into.email && !into.additionalEmails?.includes(email))
      into.additionalEmails = [...(into.additionalEmails ?? []), email]
  }
}

const setEmails =
  (intoOf: (draft: RowDraft) => Emails, mayBeFirst: boolean): Setter =>
  (draft, text, column) => {
    const { emails, problem } = readEmails(text)
    if (problem !== null) warn(draft, column.header, text, problem)
    addEmails(emails, intoOf(draft), mayBeFirst)
  }

const typePhone =
  (kind: PhoneKind | null): Setter =>
  (draft, text, column) => {
    draft.phones.push({ kind, text, extension: null, column: column.header, primary: kind === null })
  }

const contactText =
  (key: 'name' | 'firstName' | 'middleName' | 'lastName' | 'salutation' | 'title'): Setter =>
  (draft, text, column) => {
    if (/name$/i.test(key) && isNamePlaceholder(text)) return
    const fitted = fitting(draft, text, column, 200)
    if (fitted !== null) draft.contact[key] ??= fitted
  }

const organizationText =
  (key: 'name' | 'title' | 'number'): Setter =>
  (draft, text, column) => {
    if (key === 'name' && isNamePlaceholder(text)) return
    const fitted = fitting(draft, text, column, key === 'number' ? 60 : 200)
    if (fitted === null) return
    draft.organization ??= {}
    draft.organization[key] ??= fitted
  }

export const contactSetters: Readonly<Record<string, Setter>> = {
  email: setEmails((draft) => draft.fields, true),
  additionalEmails: setEmails((draft) => draft.fields, false),
  phone: typePhone(null),
  ...Object.fromEntries(
    (['mobile', 'personal', 'work', 'home', 'fax', 'other'] as const).map((kind) => [
      `phones.${kind}`,
      typePhone(kind),
    ]),
  ),
  'phone.extension': (draft, text) => {
    draft.extension ??= text
  },
  'phone.kind': (draft, text) => {
    draft.phoneKind ??= text
  },
  organization: organizationText('name'),
  'organization.title': organizationText('title'),
  'organization.number': organizationText('number'),
  'contact.name': contactText('name'),
  'contact.firstName': contactText('firstName'),
  'contact.middleName': contactText('middleName'),
  'contact.lastName': contactText('lastName'),
  'contact.salutation': contactText('salutation'),
  'contact.title': contactText('title'),
  'contact.email': setEmails((draft) => draft.contact, true),
  'contact.phone': (draft, text, column) => {
    draft.contactPhones.push({ kind: null, text, extension: null, column: column.header, primary: false })
  },
}

export const setPhoneGroup: Setter = (draft, text, column) =>
  setGroup(draft.phoneGroups, text, column, 'number')
export const setEmailGroup: Setter = (draft, text, column) =>
  setGroup(draft.emailGroups, text, column, 'value')

/** Type and value of the numbered groups of address books stand in two columns. */
function setGroup(groups: RowDraft['phoneGroups'], text: string, column: ColumnReading, value: string): void {
  const [, number = '', part = ''] = column.path.split('.')
  const group = groups.get(number) ?? { kind: null, text: '', column: column.header }
  groups.set(number, part === value ? { ...group, text, column: column.header } : { ...group, kind: text })
}
