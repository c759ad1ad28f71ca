// Names, words, days and numbers that stand alone.
import { readCountry, readLanguage } from './cells/country.rules.ts'
import { readBirthday, readInstant, readPlainDay } from './cells/date.rules.ts'
import { isNamePlaceholder, splitList, withoutTextMark } from './cells/text.rules.ts'
import { readAccountType, readBoolean, readStatus, readType } from './cells/words.rules.ts'
import { type ColumnReading, type RowDraft, warn } from './row-draft.ts'
import { fitting, noDay, type Setter, setFlag } from './setter.ts'

const LIMITS = {
  number: 60,
  firstName: 200,
  middleName: 200,
  lastName: 200,
  nickname: 200,
  salutation: 100,
  businessName: 200,
  registrationNumber: 100,
  taxId: 100,
  industry: 200,
  gender: 100,
  idNumber: 100,
  gateCode: 100,
  salesperson: 200,
} as const
type TextKey = keyof typeof LIMITS

const NAMES: ReadonlySet<string> = new Set([
  'firstName',
  'middleName',
  'lastName',
  'nickname',
  'businessName',
])
/** Sheets mark these as text, lest they become numbers. */
const CODES: ReadonlySet<string> = new Set(['number', 'taxId', 'idNumber', 'registrationNumber'])

const setText: Setter = (draft, text, column) => {
  const key = column.path as TextKey
  const { own } = column.options
  if (draft.fields[key] !== undefined || (!own && NAMES.has(key) && isNamePlaceholder(text))) return
  const fitted = fitting(draft, CODES.has(key) && !own ? withoutTextMark(text) : text, column, LIMITS[key])
  if (fitted !== null && fitted !== '') draft.fields[key] = fitted
}

type Moment = 'registeredAt' | 'lastLoginAt' | 'lastActivityAt' | 'lastPasswordResetAt' | 'inactivatedAt'

const setMoment: Setter = (draft, text, column) => {
  const key = column.path as Moment
  const at = readInstant(text, column.order, column.options.timeZone)
  if (at === null) warn(draft, column.header, text, noDay)
  else draft.fields[key] ??= at
}

const EPOCH = /^\d{10}(?:\d{3})?$/

const setDay: Setter = (draft, text, column) => {
  const key = column.path as 'anniversary' | 'customerSince'
  const { order, options } = column
  const day = EPOCH.test(text)
    ? readInstant(text, order, options.timeZone)?.slice(0, 10)
    : readPlainDay(text, order, options.timeZone)
  const before = draft.fields[key]
  if (day === null || day === undefined) warn(draft, column.header, text, noDay)
  // Of several dates of beginning the earliest is it.
  else if (before === undefined || (key === 'customerSince' && day < before)) draft.fields[key] = day
}

/** By withoutTextMark, since programs guard long ids against sheets: 7210448301122 would lose its last digits. */
export function setExternalId(draft: RowDraft, text: string, column: ColumnReading, source: string): void {
  const id = fitting(draft, column.options.own ? text : withoutTextMark(text), column, 200)
  if (id !== null && id !== '') draft.fields.externalIds = { ...draft.fields.externalIds, [source]: id }
}

function addTags(draft: RowDraft, text: string, column: ColumnReading): void {
  // Google marks its own groups with a star: everybody is in "* myContacts".
  const tags = splitList(text).filter((tag) => !/^\*?\s*my ?contacts$/i.test(tag))
  for (const tag of tags.map((starred) => starred.replace(/^\* /, ''))) {
    const fitted = fitting(draft, tag, column, 60)
    if (fitted !== null && !draft.fields.tags?.includes(fitted))
      draft.fields.tags = [...(draft.fields.tags ?? []), fitted]
  }
}

function setWebsite(draft: RowDraft, text: string, column: ColumnReading): void {
  if (column.options.own) {
    draft.fields.website = fitting(draft, text, column, 500) ?? undefined
    return
  }
  const address = /https?:\/\/[^\s#,;]+/i.exec(text)?.[0] ?? text.split(/\s*:::\s*|[\s;,]+/)[0] ?? ''
  const url = URL.parse(/^https?:\/\//i.test(address) ? address : `https://${address}`)
  const isSite = url !== null && url.username === '' && url.hostname.includes('.') && address.length <= 500
  if (isSite) draft.fields.website ??= address
  else warn(draft, column.header, text, { code: 'url.invalid', message: 'is not the address of a website' })
}

function setStatus(draft: RowDraft, text: string, column: ColumnReading): void {
  const read = readStatus(text)
  // "Inactive: yes"
  const isInverse =
    /^(?:is[ _]?)?(?:inactiv|disabled)/i.test(column.header.trim()) && readBoolean(text) !== null
  if (read === null)
    warn(draft, column.header, text, { code: 'status.unknown', message: 'is neither active nor inactive' })
  else draft.fields.status ??= isInverse ? (read === 'active' ? 'inactive' : 'active') : read
}

function setType(draft: RowDraft, text: string, column: ColumnReading): void {
  const flag = /^(?:is|has)[ _]?(?=\p{L})/iu.test(column.header.trim()) ? readBoolean(text) : null
  const type = flag === null ? readType(text) : flag ? 'business' : 'personal'
  if (type === null)
    warn(draft, column.header, text, { code: 'type.unknown', message: 'is neither a person nor a business' })
  else draft.type ??= type
}

const part =
  (key: 'year' | 'month' | 'day'): Setter =>
  (draft, text) => {
    draft.birth[key] ??= text
  }

const setFullName: Setter = (draft, text, { parts: [first, second] }) => {
  if (isNamePlaceholder(text) || draft.fullName !== null) return
  draft.fullName = text
  // "Nachname, Vorname", "Nom et prénom", "Cognome e nome"
  draft.familyFirst =
    (first === 'lastName' && (second === 'firstName' || second === '~name')) ||
    (first === '~name' && second === 'firstName')
}

export const textSetters: Readonly<Record<string, Setter>> = {
  ...Object.fromEntries(Object.keys(LIMITS).map((key): [string, Setter] => [key, setText])),
  fullName: setFullName,
  secondLastName: (draft, text) => {
    if (!isNamePlaceholder(text)) draft.secondLastName ??= text
  },
  nameSuffix: (draft, text) => {
    draft.nameSuffix ??= text
  },
  type: setType,
  status: setStatus,
  accountType: (draft, text, column) => {
    const accountType = readAccountType(text)
    if (accountType === null)
      warn(draft, column.header, text, {
        code: 'accountType.unknown',
        message: 'is neither guest nor registered',
      })
    else draft.fields.accountType ??= accountType
  },
  taxExempt: (draft, text, column) =>
    setFlag(draft, text, column, (flag) => {
      draft.fields.taxExempt ??= flag
    }),
  notes: (draft, text, column) => {
    const before = draft.fields.notes
    const fitted = fitting(draft, before === undefined ? text : `${before}\n${text}`, column, 20_000)
    if (fitted !== null) draft.fields.notes = fitted
  },
  website: setWebsite,
  dateOfBirth: (draft, text, column) => {
    const day = readBirthday(text, column.order, column.options.context.now)
    if (day === null) warn(draft, column.header, text, noDay)
    else draft.fields.dateOfBirth ??= day
  },
  'dateOfBirth.year': part('year'),
  'dateOfBirth.month': part('month'),
  'dateOfBirth.day': part('day'),
  nationality: (draft, text, column) => {
    const country = readCountry(text)
    if (country === null)
      warn(draft, column.header, text, { code: 'country.unknown', message: 'is not a country that is known' })
    else draft.fields.nationality ??= country
  },
  preferredLanguage: (draft, text, column) => {
    const language = readLanguage(text)
    if (language === null)
      warn(draft, column.header, text, {
        code: 'language.unknown',
        message: 'is not a language that is known',
      })
    else draft.fields.preferredLanguage ??= language
  },
  anniversary: setDay,
  customerSince: setDay,
  registeredAt: setMoment,
  lastLoginAt: setMoment,
  lastActivityAt: setMoment,
  lastPasswordResetAt: setMoment,
  inactivatedAt: setMoment,
  tags: addTags,
  stores: (draft, text, { options }) => {
    const { storeNames } = options.context
    const stores = splitList(text).flatMap((name) => {
      if (storeNames.isNone(name)) return []
      const id = storeNames.idOf(name)
      return id === null ? [{ name }] : [{ id, name }]
    })
    if (stores.length > 0) draft.fields.stores = [...(draft.fields.stores ?? []), ...stores]
  },
  externalId: (draft, text, column) => setExternalId(draft, text, column, column.options.source),
}
