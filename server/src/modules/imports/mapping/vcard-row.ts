// What a card says of a customer. Its cells are the properties; those without a place here are counted as unread.
import type { PhoneKind } from './canonical.ts'
import { readCountry, readLanguage } from './cells/country.rules.ts'
import { readBirthday } from './cells/date.rules.ts'
import { readEmails } from './cells/email.rules.ts'
import { splitName } from './cells/name.rules.ts'
import { isPlaceholder } from './cells/text.rules.ts'
import { type ColumnReading, type RowDraft, warn } from './row-draft.ts'
import { setExternalId } from './set-texts.ts'
import { ANY_CARDS } from './source.rules.ts'
import { cardProperties, components, type Property, plainText, valuesOf } from './vcard-properties.rules.ts'

export function readCard(draft: RowDraft, card: string, column: ColumnReading): void {
  const properties = cardProperties(card)
  const filled = properties.filter(({ value }) => value.trim() !== '')
  for (const property of preferredFirst(filled)) readers[property.name]?.(draft, property, column, filled)
  const whole = filled.find(({ name }) => name === 'FN')
  if (draft.fields.firstName === undefined && draft.fields.lastName === undefined && whole !== undefined)
    readWhole(draft, plainText(whole.value), column)
  if (
    filled.some(
      ({ name, value }) =>
        (name === 'X-ABSHOWAS' && /company/i.test(value)) || (name === 'KIND' && /^org/i.test(value)),
    )
  )
    draft.type = 'business'
}

/** Groups of an address book are cards too, of nobody. */
export const isGroupCard = (card: string) => /^(?:X-ADDRESSBOOKSERVER-)?KIND(?:;[^:]*)?:\s*group/im.test(card)

/** The names of the properties of a card that are not read, for telling. */
export function unreadProperties(card: string): string[] {
  const names = cardProperties(card).filter(
    ({ name, value }) => value.trim() !== '' && readers[name] === undefined && !TECHNICAL.test(name),
  )
  return [...new Set(names.map(({ name }) => name))]
}

const TECHNICAL =
  /^(?:BEGIN|END|VERSION|PRODID|REV|UID|CLASS|PROFILE|MAILER|SOURCE|NAME|SORT-STRING|FN|LABEL|KIND|X-ABLABEL|X-ABADR|X-ABSHOWAS|X-ABUID|X-ADDRESSBOOKSERVER-KIND|X-GENERATOR|X-MS-OL-.*|X-EVOLUTION-FILE-AS|X-ETAG|X-COUCHDB-.*)$/

type CardReader = (
  draft: RowDraft,
  property: Property,
  column: ColumnReading,
  all: readonly Property[],
) => void

const preferredFirst = (properties: readonly Property[]) =>
  [...properties].sort((a, b) => Number(b.types.includes('pref')) - Number(a.types.includes('pref')))

function readWhole(draft: RowDraft, whole: string, { options }: ColumnReading): void {
  // Programs write the company or the address into FN where there is no name.
  const isOther = whole === draft.organization?.name || whole.includes('@') || !/\p{L}/u.test(whole)
  if (!isOther && whole !== '')
    Object.assign(draft.fields, splitName(whole, { spanish: options.spanishNames }))
}

function setName(
  draft: RowDraft,
  key: 'firstName' | 'lastName' | 'middleName' | 'salutation' | 'nickname',
  text: string | undefined,
): void {
  const bare =
    text
      ?.replace(/(?<!\\)\s*,\s*/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() ?? ''
  if (bare !== '' && bare.length <= (key === 'salutation' ? 100 : 200) && !isPlaceholder(bare))
    draft.fields[key] ??= bare
}

const readers: Readonly<Record<string, CardReader>> = {
  N: (draft, { value }) => {
    const [last, first, middle, prefix, suffix] = components(value)
    setName(draft, 'lastName', last)
    setName(draft, 'firstName', first)
    setName(draft, 'middleName', middle)
    setName(draft, 'salutation', prefix)
    if (suffix) draft.nameSuffix ??= suffix.replace(/\s*,\s*/g, ' ')
  },
  NICKNAME: (draft, { value }) => setName(draft, 'nickname', valuesOf(value)[0]),
  ORG: (draft, { value }) => {
    const [name = ''] = components(value)
    if (name !== '' && !isPlaceholder(name) && name.length <= 200)
      draft.organization = { name, ...draft.organization }
  },
  TITLE: (draft, { value }) => setTitle(draft, value),
  ROLE: (draft, { value }, _, all) => {
    if (!all.some(({ name }) => name === 'TITLE')) setTitle(draft, value)
  },
  EMAIL: (draft, { value }, column) => {
    const text = plainText(value)
    const { emails, problem } = readEmails(text)
    if (problem !== null) warn(draft, `${column.header}: EMAIL`, text, problem)
    for (const email of emails) {
      if (draft.fields.email === undefined) draft.fields.email = email
      else if (email !== draft.fields.email)
        draft.fields.additionalEmails = [...new Set([...(draft.fields.additionalEmails ?? []), email])]
    }
  },
  TEL: (draft, property, column) => {
    const [number = '', ...rest] = plainText(property.value).split(/;(?=ext=)/i)
    const extension = rest.join('').replace(/^ext=/i, '') || null
    draft.phones.push({
      kind: phoneKind(property.types),
      text: number,
      extension,
      column: `${column.header}: TEL`,
      primary: property.types.includes('pref'),
    })
  },
  ADR: readAddress,
  BDAY: (draft, property, column) => setBirthday(draft, property, column),
  NOTE: (draft, { value }) => {
    const note = plainText(value)
    if (note === '' || isPlaceholder(note)) return
    const joined = draft.fields.notes === undefined ? note : `${draft.fields.notes}\n${note}`
    if (joined.length <= 20_000) draft.fields.notes = joined
  },
  URL: (draft, { value }) => {
    const url = plainText(value)
    if (
      URL.canParse(/^https?:\/\//i.test(url) ? url : `https://${url}`) &&
      url.includes('.') &&
      url.length <= 500 &&
      !/\s/.test(url)
    )
      draft.fields.website ??= url
  },
  CATEGORIES: (draft, { value }, _, all) => {
    // Other programs put a backslash before the commas between them too.
    const tags = (ownId(all) === null ? plainText(value).split(',') : valuesOf(value))
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '' && [...tag].length <= 60 && !/^\*?\s*my ?contacts$/i.test(tag))
    if (tags.length > 0) draft.fields.tags = [...new Set([...(draft.fields.tags ?? []), ...tags])]
  },
  GENDER: (draft, { value }) => {
    const [sex = '', words] = components(value)
    const gender = words || (GENDERS[sex.toUpperCase()] ?? sex)
    if (gender !== '') draft.fields.gender ??= gender.slice(0, 100)
  },
  'X-GENDER': (draft, { value }) => {
    if (plainText(value) !== '') draft.fields.gender ??= plainText(value).slice(0, 100)
  },
  UID: (draft, { value }, column, all) => {
    const uid = plainText(value)
    const own = ownId(all)
    const { source } = column.options
    if (own !== null) draft.fields.id = own
    else if (uid.length >= TELLING_UID) {
      setExternalId(draft, uid, column, source === ANY_CARDS ? (programOf(all) ?? source) : source)
      draft.fields.isCardId = true
    }
  },
  LANG: (draft, { value }) => {
    const language = readLanguage(plainText(value))
    if (language !== null) draft.fields.preferredLanguage ??= language
  },
}

/** As our own export writes them, which names no program. */
const OUR_CARD = /^urn:uuid:([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/i
const LONGEST_SOURCE = 60
/** Telephones number their cards 1, 2, 3, each of them anew: two with such a number are not one person. */
const TELLING_UID = 12

/** Null of a card that is not of our export. */
function ownId(all: readonly Property[]): string | null {
  const uid = plainText(all.find(({ name }) => name === 'UID')?.value ?? '')
  return programOf(all) === null ? (OUR_CARD.exec(uid)?.[1]?.toLowerCase() ?? null) : null
}

/** "-//Apple Inc.//iOS 5.0.1//EN" is Apple Inc.: its next version counts on. */
function programOf(all: readonly Property[]): string | null {
  const text = plainText(all.find(({ name }) => name === 'PRODID')?.value ?? '')
  const [front = '', maker] = text.split('//')
  const name = (maker ?? front).replace(/\s+v?\d.*$/i, '').trim()
  return name === '' ? null : name.slice(0, LONGEST_SOURCE)
}

const GENDERS: Readonly<Record<string, string>> = { M: 'male', F: 'female', O: 'other', N: '', U: '' }

function setTitle(draft: RowDraft, value: string): void {
  const title = plainText(value)
  if (title === '' || title.length > 200) return
  draft.organization ??= {}
  draft.organization.title ??= title
}

function phoneKind(types: readonly string[]): PhoneKind | null {
  const has = (...words: string[]) => words.some((word) => types.includes(word))
  if (has('fax', 'facsimile')) return 'fax'
  if (has('cell', 'mobile', 'iphone', 'text', 'textphone')) return 'mobile'
  if (has('work', 'bus', 'business', 'main', 'company')) return 'work'
  if (has('home')) return 'home'
  return has('pager', 'car', 'isdn', 'other', 'assistant') ? 'other' : null
}

function readAddress(draft: RowDraft, property: Property, _: ColumnReading, all: readonly Property[]): void {
  const isOwn = ownId(all) !== null
  const said = components(property.value)
  const [box = '', extended = '', street = '', city = '', state = '', postalCode = '', country = ''] = isOwn
    ? said
    : said.map(tidy)
  // Ours are two lines as they stand; others part them by commas, or mean nothing by these.
  const lines = isOwn ? valuesOf(property.value.split(/(?<!\\);/)[2] ?? '') : [street]
  const [line1 = '', ...more] = [...lines, extended, box.length > 40 ? '' : box].filter((part) => part !== '')
  const code = country === '' ? null : readCountry(country)
  const parts = {
    line1,
    line2: more.join(', '),
    city,
    state,
    postalCode,
    country: code ?? '',
    countryText: code === null ? country : '',
  }
  const filled = Object.fromEntries(
    Object.entries(parts)
      .filter(([, part]) => part !== '')
      .map(([key, part]) => [
        key,
        part.slice(0, key === 'postalCode' ? 40 : key.startsWith('line') ? 300 : 200),
      ]),
  )
  if (Object.keys(filled).length === 0) return
  const label = property.types.includes('home') ? 'Home' : property.types.includes('work') ? 'Work' : null
  draft.addresses.set(`card${draft.addresses.size}`, {
    use: draft.addresses.size === 0 ? 'default' : 'other',
    ...filled,
    ...(label !== null && { label }),
  })
}

const tidy = (part: string) =>
  part
    .replace(/\s*\n\s*/g, ', ')
    .replace(/[\s,]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()

function setBirthday(draft: RowDraft, property: Property, column: ColumnReading): void {
  if (draft.fields.dateOfBirth !== undefined) return
  const text = plainText(property.value)
  const noYear = property.params.get('X-APPLE-OMIT-YEAR')
  const day = readBirthday(text.replace(/T.*$/, ''), column.order, column.options.context.now)
  if (day === null)
    warn(draft, `${column.header}: BDAY`, text, {
      code: 'day.unreadable',
      message: 'is not a day that can be read',
    })
  else draft.fields.dateOfBirth = noYear !== undefined && day.startsWith(noYear) ? `-${day.slice(4)}` : day
}
