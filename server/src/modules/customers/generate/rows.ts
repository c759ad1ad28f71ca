// The rows of a made-up customer, table by table, search rows included.
import { displayName, type NameOrder } from '../../../kernel/names.ts'
import type { Random } from '../../../kernel/random.ts'
import { type SearchedCustomer, searchEntry, spellings } from '../search/search.rules.ts'
import type { Row } from './copy.ts'
import { type MadeCustomer, madeCustomer } from './people.ts'

export type Shop = {
  readonly merchantId: string
  readonly country: string
  readonly nameOrder: NameOrder
  readonly tags: readonly Listed[]
  readonly stores: readonly Listed[]
}
type Listed = { readonly id: string; readonly no: number }

const columns = {
  customers: [
    ...['merchant_id', 'id', 'type', 'number', 'display_name', 'first_name', 'middle_name', 'last_name'],
    ...['business_name', 'email', 'phone', 'phones', 'birth_year', 'birth_month', 'birth_day', 'status'],
    ...['attributes', 'customer_since', 'created_at', 'updated_at', 'inactivated_at'],
  ],
  // Before the search rows, which are written with them.
  affiliations: ['merchant_id', 'contact_id', 'organization_id', 'title', 'is_primary', 'sort_name'],
  customer_search: [
    ...[
      'merchant_id',
      'customer_id',
      'sort_name',
      'alt_name',
      'haystack',
      'business',
      'inactive',
      'tag_nos',
      'store_nos',
      'preferred_store_no',
    ],
  ],
  customer_keys: ['merchant_id', 'customer_id', 'kind', 'value'],
  customer_addresses: [
    'merchant_id',
    'id',
    'customer_id',
    'position',
    'line1',
    'city',
    'postal_code',
    'country',
  ],
  external_ids: ['merchant_id', 'source', 'external_id', 'customer_id'],
  customer_tags: ['merchant_id', 'customer_id', 'tag_id', 'sort_name'],
  customer_stores: ['merchant_id', 'customer_id', 'store_id', 'preferred', 'sort_name'],
} as const

export type Table = keyof typeof columns
export const tables: readonly (readonly [Table, readonly string[]])[] = Object.entries(columns).map(
  ([table, names]) => [table as Table, names],
)

export type Batch = Readonly<Record<Table, Row[]>>

export function emptyBatch(): Batch {
  return Object.fromEntries(tables.map(([table]) => [table, [] as Row[]])) as unknown as Batch
}

const DAY_MS = 86_400_000
const YEARS_MS = 6 * 365 * DAY_MS
/** Fixed, so that a seed means the same customers on any day. */
const UNTIL = Date.UTC(2026, 5, 30)
const titles = ['Office manager', 'Buyer', 'Accountant', 'Event planner', 'Director', 'Assistant']

export type Maker = { add(batch: Batch, serial: number, at: number): void; takeWords(): Row[] }

/** Makes one customer after another; remembers the latest businesses, which people then belong to. */
export function makerOf(shop: Shop, random: Random, total: number): Maker {
  const businesses: string[] = []
  const seenWords = new Set<string>()
  let newWords: string[] = []

  return {
    add(batch, serial, at) {
      const made = madeCustomer(random, shop.country)
      const createdAt = UNTIL - Math.floor(YEARS_MS * (1 - (at + random.next()) / total))
      const id = idAt(createdAt, random)
      const searched = searchedOf(made, id, serial, random)
      const entry = searchEntry(searched, shop)
      for (const word of entry.words) {
        if (seenWords.has(word)) continue
        seenWords.add(word)
        newWords.push(word)
      }
      const inactive = random.chance(0.03)
      const key: Row = [shop.merchantId, id]
      const { tags, stores } = linksOf(shop, random)
      batch.customers.push(customerRow(shop, made, searched, { createdAt, inactive, random }))
      const { sort_name, alt_name, haystack } = entry
      const numbers = (links: readonly Listed[]) => links.map(({ no }) => no).sort((a, b) => a - b)
      const business = made.type === 'business'
      const organization =
        !business && businesses.length > 0 && random.chance(0.25) ? random.pick(businesses) : null
      batch.customer_search.push([
        ...key,
        sort_name,
        alt_name,
        haystack,
        business,
        inactive,
        numbers(tags),
        numbers(stores),
        stores[0]?.no ?? null,
      ])
      for (const { kind, value } of entry.keys) {
        batch.customer_keys.push([...key, kind, value])
      }
      for (const external of searched.external_ids) {
        batch.external_ids.push([shop.merchantId, 'pos', external, id])
      }
      for (const tag of tags) batch.customer_tags.push([...key, tag.id, sort_name])
      for (const [at, store] of stores.entries()) {
        batch.customer_stores.push([...key, store.id, at === 0, sort_name])
      }
      if (made.address !== null) {
        const { line1, city, postalCode, country } = made.address
        batch.customer_addresses.push([
          shop.merchantId,
          idAt(createdAt, random),
          id,
          0,
          line1,
          city,
          postalCode,
          country,
        ])
      }
      if (business) {
        if (businesses.length < 500) businesses.push(id)
        else businesses[random.between(0, 499)] = id
      }
      if (organization !== null) {
        batch.affiliations.push([shop.merchantId, id, organization, random.pick(titles), true, sort_name])
      }
    },
    takeWords() {
      const rows = newWords.flatMap((word) =>
        spellings(word).map((spelling) => [shop.merchantId, spelling, word]),
      )
      newWords = []
      return rows
    },
  }
}

function searchedOf(made: MadeCustomer, id: string, serial: number, random: Random): SearchedCustomer {
  const phones = made.phone === null ? [] : [{ ...made.phone, valid: true }]
  return {
    id,
    type: made.type,
    number: String(100_000 + serial),
    first_name: made.firstName,
    middle_name: made.middleName,
    last_name: made.lastName,
    nickname: null,
    business_name: made.businessName,
    email: made.email,
    additional_emails: [],
    phone: made.phone?.number ?? null,
    phones,
    external_ids: random.chance(0.1) ? [`POS-${serial}`] : [],
  }
}

type Life = { readonly createdAt: number; readonly inactive: boolean; readonly random: Random }

function customerRow(shop: Shop, made: MadeCustomer, searched: SearchedCustomer, life: Life): Row {
  const { random, inactive } = life
  const createdAt = new Date(life.createdAt).toISOString()
  const phones = searched.phones.map(({ number, digits, valid, country }) => {
    return { kind: 'mobile', number, digits, extension: null, valid, country, isPrimary: true }
  })
  const born = made.type === 'personal' && random.chance(0.4)
  const birthday = born
    ? [random.chance(0.8) ? random.between(1940, 2007) : null, random.between(1, 12), random.between(1, 28)]
    : [null, null, null]
  const attributes = random.chance(0.2)
    ? { householdSize: random.between(1, 7), newsletter: random.chance(0.5) }
    : {}
  return [
    ...[
      shop.merchantId,
      searched.id,
      made.type,
      searched.number,
      displayName({ ...made, phone: null }),
      made.firstName,
    ],
    ...[made.middleName, made.lastName, made.businessName, made.email, searched.phone, { json: phones }],
    ...birthday,
    ...[inactive ? 'inactive' : 'active', { json: attributes }, createdAt.slice(0, 10), createdAt, createdAt],
    inactive ? createdAt : null,
  ]
}

function linksOf(shop: Shop, random: Random): { tags: Listed[]; stores: Listed[] } {
  const some = <T>(count: number, list: readonly T[], steepness: number) =>
    list.length === 0 ? [] : [...new Set(Array.from({ length: count }, () => random.skewed(list, steepness)))]
  return {
    tags: some(random.pick([0, 0, 1, 1, 1, 2, 3]), shop.tags, 3),
    stores: some(random.pick([0, 1, 1, 1, 1, 2]), shop.stores, 1.5),
  }
}

/** A UUIDv7 of that moment: ids stand in the order in which customers came. */
function idAt(milliseconds: number, random: Random): string {
  const time = milliseconds.toString(16).padStart(12, '0')
  const hex = (digits: number) => {
    return Math.floor(random.next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  }
  // A random number has 32 bits, so no more than eight digits come from one.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${random.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(6)}${hex(6)}`
}
