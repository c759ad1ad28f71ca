import { isFixedLine } from '../../../kernel/phone.ts'
import type { PhoneKind, ReadFields, ReadPhone } from './canonical.ts'
import { readPhones } from './cells/phone.rules.ts'
import { type RowDraft, type TypedPhone, warn } from './row-draft.ts'

/** Reads what was typed as numbers, now that the country is known, and chooses the primary one. */
export function finishPhones(draft: RowDraft, type: ReadFields['type'], country: string): void {
  takeGroups(draft)
  const kind = kindOfWord(draft.phoneKind)
  const typed = draft.phones.map((phone) =>
    phone.kind === null && kind !== null ? { ...phone, kind } : phone,
  )
  const phones = readAll(draft, typed, country, type === 'business' ? usualOf.business : usualOf.person)
  if (phones.length > 0) draft.fields.phones = phones
  const [primary] = draft.fields.phones ?? []
  if (primary !== undefined && draft.extension !== null && primary.extension === null)
    primary.extension = draft.extension.slice(0, 20)
  if (draft.fields.contact === undefined || draft.contactPhones.length === 0) return
  const own = readAll(draft, draft.contactPhones, country, usualOf.contact)
  if (own.length > 0) draft.fields.contact.phones = own
}

/** Of a number whose column does not say its kind. A fixed line is no mobile: nobody should be offered to text it. */
type Usual = { readonly fixed: PhoneKind; readonly other: PhoneKind }

const usualOf = {
  person: { fixed: 'home', other: 'mobile' },
  business: { fixed: 'work', other: 'work' },
  contact: { fixed: 'work', other: 'mobile' },
} as const satisfies Readonly<Record<string, Usual>>

const usualKind = (number: string, { fixed, other }: Usual): PhoneKind =>
  fixed !== other && isFixedLine(number) ? fixed : other

/** What address books call their numbers. */
function kindOfWord(word: string | null): PhoneKind | null {
  const bare = (word ?? '').replace(/^\*\s*/, '').toLowerCase()
  return kinds.find(([pattern]) => pattern.test(bare))?.[1] ?? null
}

const kinds: readonly (readonly [RegExp, PhoneKind])[] = [
  [/fax/, 'fax'],
  [/mobil|cell|handy|m[oó]vil|celular|portable|cellulare|telem[oó]vel|gsm|whatsapp|iphone/, 'mobile'],
  [
    /work|business|office|main|company|arbeit|gesch[aä]ft|trabajo|oficina|travail|bureau|pro|lavoro|werk/,
    'work',
  ],
  [/home|priva|domicile|maison|casa|thuis|house|residen/, 'home'],
  [/personal/, 'personal'],
  [/other|pager|otro|autre|altro|sonstig|assistant|car/, 'other'],
]

function takeGroups(draft: RowDraft): void {
  for (const { kind, text, column } of draft.phoneGroups.values()) {
    if (text !== '')
      draft.phones.push({
        kind: kindOfWord(kind),
        text,
        extension: null,
        column,
        primary: kind?.startsWith('*') ?? false,
      })
  }
}

type Read = { readonly phone: ReadPhone; readonly flagged: boolean }

function readAll(draft: RowDraft, typed: readonly TypedPhone[], country: string, usual: Usual): ReadPhone[] {
  const found = new Map<string, Read>()
  for (const { text, column, kind, extension, primary } of typed) {
    const { phones, problems } = readPhones(text, country)
    for (const problem of problems) warn(draft, column, text, problem)
    for (const [i, read] of phones.entries()) {
      const before = found.get(read.number)
      // Of two columns with one number the more telling one says what kind it is.
      const known =
        before !== undefined && before.phone.kind !== 'other'
          ? before.phone.kind
          : (kind ?? usualKind(read.number, usual))
      const phone = {
        ...read,
        kind: known,
        extension: read.extension ?? extension ?? before?.phone.extension ?? null,
        isPrimary: false,
      }
      found.set(read.number, { phone, flagged: (primary && i === 0) || before?.flagged === true })
    }
  }
  return withPrimary([...found.values()])
}

/** First comes the one that the file calls so, else the first that is no fax. */
function withPrimary(read: readonly Read[]): ReadPhone[] {
  const chosen =
    read.find(({ flagged }) => flagged) ?? read.find(({ phone }) => phone.kind !== 'fax') ?? read[0]
  if (chosen === undefined) return []
  const others = read.filter((one) => one !== chosen).map(({ phone }) => phone)
  return [{ ...chosen.phone, isPrimary: true }, ...others]
}
