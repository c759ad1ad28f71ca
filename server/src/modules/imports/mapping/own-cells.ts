/**
 * The JSON cells of our own export: lists and the fields that have parts. They come back as they
 * went; only the names of members are chosen here, so that nothing else gets in.
 */
import { parsePhone } from '../../../kernel/phone.ts'
import {
  addressParts,
  type PhoneKind,
  type ReadAddress,
  type ReadBilling,
  type ReadConsent,
  type ReadOrganization,
  type ReadStore,
} from './canonical.ts'
import { readMoney } from './cells/number.rules.ts'
import { agree, type ColumnReading, type RowDraft, warn } from './row-draft.ts'

type OwnSetter = (draft: RowDraft, text: string, column: ColumnReading) => void

/** For paths whose cell is JSON. A cell that is not is read as a list of words where that has a meaning. */
export function ownSetter(path: string): OwnSetter | null {
  const reader = readers[path]
  if (reader === undefined) return null
  return (draft, text, column) => {
    const value = path === 'manager.name' ? text : parsed(text)
    if (value === undefined || !reader(draft, value, column)) {
      warn(draft, column.header, text, {
        code: 'json.unreadable',
        message: 'is not the list that an export writes here',
      })
    }
  }
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : value === null ? undefined : text
  } catch {
    return /^[[{"]/.test(text.trim()) ? undefined : text
  }
}

type Members = Readonly<Record<string, unknown>>
type JsonReader = (draft: RowDraft, value: unknown, column: ColumnReading) => boolean

const members = (value: unknown): Members | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : null
const listOf = (value: unknown): unknown[] | null => (Array.isArray(value) ? value : null)
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined)

/** Without the members that are not there. */
function filled<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

const readers: Readonly<Record<string, JsonReader>> = {
  id: (draft, value) => {
    if (typeof value === 'string') draft.fields.id = value.toLowerCase()
    return typeof value === 'string'
  },
  tags: (draft, value, column) => readNames(draft, value, column, (tags) => (draft.fields.tags = tags)),
  additionalEmails: (draft, value, column) =>
    readNames(draft, value, column, (emails) => (draft.fields.additionalEmails = emails)),
  'billing.invoiceEmails': (draft, value, column) =>
    readNames(draft, value, column, (invoiceEmails) => {
      draft.fields.billing = { ...draft.fields.billing, invoiceEmails }
    }),
  stores: readStores,
  phones: readPhones,
  addresses: readAddresses,
  address: (draft, value) => {
    const one = members(value)
    if (one !== null) draft.addresses.set('default', { ...addressOf(one), use: 'default' })
    return one !== null
  },
  organizations: readOrganizations,
  consent: (draft, value) => {
    const channels = members(value)
    for (const channel of ['email', 'sms', 'call'] as const)
      setOwnConsent(draft, channel, channels?.[channel])
    return channels !== null
  },
  'consent.email': (draft, value) => setOwnConsent(draft, 'email', value),
  'consent.sms': (draft, value) => setOwnConsent(draft, 'sms', value),
  'consent.call': (draft, value) => setOwnConsent(draft, 'call', value),
  doNotServe: (draft, value) => {
    const one = members(value)
    if (one !== null) draft.fields.doNotServe = filled({ value: flag(one.value), reason: text(one.reason) })
    return one !== null
  },
  billing: (draft, value) => {
    const one = members(value)
    if (one !== null) draft.fields.billing = billingOf(one)
    return one !== null
  },
  'billing.creditLimit': (draft, value, column) => {
    const one = members(value)
    const limit = one === null ? null : moneyOf(one)
    if (limit !== null) draft.fields.billing = { ...draft.fields.billing, creditLimit: limit }
    return limit !== null || fromMajor(draft, value, column)
  },
  attributes: (draft, value) => {
    const one = members(value)
    if (one !== null)
      draft.fields.attributes = Object.fromEntries(
        Object.entries(one).filter(([, member]) => member !== null),
      )
    return one !== null
  },
  externalIds: (draft, value) => {
    const one = members(value)
    const ids = Object.entries(one ?? {}).flatMap(([source, id]) =>
      typeof id === 'string' ? [[source, id] as const] : [],
    )
    if (ids.length > 0) draft.fields.externalIds = { ...draft.fields.externalIds, ...Object.fromEntries(ids) }
    return one !== null
  },
  'manager.id': (draft, value) => {
    const id = text(value)
    if (id !== undefined) draft.fields.manager = { ...draft.fields.manager, id: id.toLowerCase() }
    return id !== undefined
  },
  'manager.name': (draft, value) => {
    const name = text(value)
    // Behind its id: a name alone finds nobody.
    if (name !== undefined && draft.fields.manager !== undefined)
      draft.fields.manager = { ...draft.fields.manager, name }
    return true
  },
  manager: (draft, value) => {
    const one = members(value)
    const id = text(one?.id)
    if (id !== undefined)
      draft.fields.manager = { id: id.toLowerCase(), ...filled({ name: text(one?.name) }) }
    return id !== undefined
  },
}

/** A credit limit that somebody typed over. */
function fromMajor(draft: RowDraft, value: unknown, { mark, options }: ColumnReading): boolean {
  const { currency } = options.context
  const amount = typeof value === 'string' ? readMoney(value, mark, currency) : null
  if (amount === null || amount < 0) return false
  draft.fields.billing = { ...draft.fields.billing, creditLimit: { amount, currency } }
  return true
}

function readNames(_: RowDraft, value: unknown, __: ColumnReading, set: (names: string[]) => void): boolean {
  const names = listOf(value)?.map((item) => text(item) ?? text(members(item)?.name))
  const words = names ?? (typeof value === 'string' ? value.split(/[;,|]/).map((word) => word.trim()) : null)
  if (words === null || words.includes(undefined)) return false
  set(words.filter((word): word is string => word !== undefined && word !== ''))
  return true
}

function readStores(draft: RowDraft, value: unknown): boolean {
  const list = typeof value === 'string' ? value.split(/[;,|]/).map((word) => word.trim()) : listOf(value)
  const stores = list?.flatMap((item): ReadStore[] => {
    const one = members(item)
    const name = text(item) ?? text(one?.name)
    return name === undefined
      ? []
      : [{ name, ...filled({ id: text(one?.id), preferred: flag(one?.preferred) }) }]
  })
  if (stores !== undefined) draft.fields.stores = stores
  return stores !== undefined
}

const KINDS: readonly string[] = ['mobile', 'personal', 'work', 'home', 'fax', 'other']

function readPhones(draft: RowDraft, value: unknown, { options }: ColumnReading): boolean {
  const list = listOf(value)
  draft.fields.phones =
    list?.flatMap((item) => {
      const one = members(item)
      const number = text(one?.number)
      const read = number === undefined ? null : parsePhone(number, options.context.country)
      if (one === null || read === null || !read.ok) return []
      const kind = (KINDS.includes(one.kind as string) ? one.kind : 'other') as PhoneKind
      const { digits, country } = read
      // One that was kept as typed stays so, whatever the rules of this merchant's country make of it.
      const valid = read.valid && one.valid !== false
      return [
        {
          kind,
          number: one.valid === false ? (number as string) : read.number,
          digits,
          country,
          valid,
          extension: text(one.extension) ?? read.extension,
          isPrimary: one.isPrimary === true,
        },
      ]
    }) ?? []
  return list !== null
}

function addressOf(one: Members): ReadAddress {
  const texts = filled(Object.fromEntries(addressParts.map((key) => [key, text(one[key])])))
  return {
    use: 'other',
    ...texts,
    ...filled({ isBilling: flag(one.isBilling), isDelivery: flag(one.isDelivery) }),
  }
}

function readAddresses(draft: RowDraft, value: unknown): boolean {
  const list = listOf(value)
  draft.fields.addresses =
    list?.flatMap((item) => {
      const one = members(item)
      return one === null ? [] : [addressOf(one)]
    }) ?? []
  return list !== null
}

function readOrganizations(draft: RowDraft, value: unknown): boolean {
  const list = listOf(value)
  draft.fields.organizations =
    list?.flatMap((item): ReadOrganization[] => {
      const one = members(item)
      if (one === null) return []
      return [
        filled({
          id: text(one.id)?.toLowerCase(),
          number: text(one.number),
          name: text(one.name),
          title: text(one.title),
          isManager: flag(one.isManager),
          isPrimary: flag(one.isPrimary),
          from: text(one.from),
          until: text(one.until),
        }),
      ]
    }) ?? []
  return list !== null
}

function setOwnConsent(draft: RowDraft, channel: 'email' | 'sms' | 'call', value: unknown): boolean {
  const one = members(value)
  const state = text(one?.state) ?? text(value)
  if (state !== 'in' && state !== 'out' && state !== 'unknown') return false
  const consent: ReadConsent = { state, ...filled({ at: text(one?.at), source: text(one?.source) }) }
  if (state !== 'unknown') agree(draft, channel, consent)
  return true
}

function moneyOf(one: Members): { amount: number; currency: string } | null {
  const currency = text(one.currency)
  return Number.isSafeInteger(one.amount) && currency !== undefined
    ? { amount: one.amount as number, currency }
    : null
}

function billingOf(one: Members): ReadBilling {
  const limit = members(one.creditLimit)
  const percent = typeof one.discountPercent === 'number' ? one.discountPercent : undefined
  const emails = listOf(one.invoiceEmails)?.filter((email): email is string => typeof email === 'string')
  return filled({
    onAccount: flag(one.onAccount),
    onHold: flag(one.onHold),
    requirePurchaseOrder: flag(one.requirePurchaseOrder),
    discountPercent: percent,
    noMinimumOrder: flag(one.noMinimumOrder),
    noDeliveryCharge: flag(one.noDeliveryCharge),
    paymentTerms: text(one.paymentTerms),
    creditLimit: (limit && moneyOf(limit)) ?? undefined,
    invoiceNotes: text(one.invoiceNotes),
    invoiceEmails: emails,
  })
}
