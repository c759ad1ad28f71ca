// Customers as text for COPY into the table `staged`, with all that search and the activity say of them.
import { setImmediate } from 'node:timers/promises'
import { type Cell, copyText } from '../../../db/copy.ts'
import type { Actor, Merchant } from '../../../http/context.ts'
import { newId } from '../../../kernel/ids.ts'
import { type SearchEntry, searchEntry } from '../search/search.rules.ts'
import { type Draft, emptyDraft } from '../write/draft.ts'
import { shownPhones, storedPhones } from '../write/phones.rules.ts'
import { columnsOf } from '../write/write.columns.ts'
import { customerSince } from '../write/write.rules.ts'

export type SavedCustomer = {
  readonly id: string
  readonly isNew: boolean
  readonly draft: Draft
  /** The fields that differ from what stands; of a new one those that are filled. */
  readonly changed: ReadonlySet<string>
  /** What they held before. */
  readonly before: Readonly<Record<string, unknown>> | null
  readonly createdAt: string
  readonly recordedOn: string | null
}

export type Saving = {
  readonly merchant: Merchant
  readonly actor: Actor
  /** The activity that those of the customers are parts of. */
  readonly parentId: string
  readonly tagNos: ReadonlyMap<string, number>
  readonly storeNos: ReadonlyMap<string, number>
}

export type Staged = {
  readonly customers: readonly SavedCustomer[]
  readonly text: Buffer
  readonly words: ReadonlySet<string>
  /** The lists of which there is something to write. */
  readonly lists: ReadonlySet<string>
}

/** So many at a time; between two times others have their turn. */
const PORTION = 25

export async function stageCustomers(saving: Saving, customers: readonly SavedCustomer[]): Promise<Staged> {
  const texts: Buffer[] = []
  const words = new Set<string>()
  const lists = new Set<string>()
  for (let at = 0; at < customers.length; at += PORTION) {
    const rows = customers.slice(at, at + PORTION).map((one) => stagedRow(saving, one))
    texts.push(Buffer.from(copyText(rows.map((row) => row.cells))))
    for (const row of rows) {
      for (const word of row.words) words.add(word)
      for (const list of row.lists) lists.add(list)
    }
    await setImmediate()
  }
  return { customers, text: Buffer.concat(texts), words, lists }
}

const columnNames = Object.keys(columnsOf(emptyDraft('personal'))) as (keyof ReturnType<typeof columnsOf>)[]
/** What a customer and its staged row have in common. */
export const writtenColumns = [...columnNames, 'customer_since', 'recorded_on'] as const
export const stagedColumns = [
  ...['is_new', 'merchant_id', 'id', ...writtenColumns, 'addresses', 'tag_ids', 'stores', 'organizations'],
  ...['sources', 'source_ids', 'sort_name', 'alt_name', 'haystack', 'tag_nos', 'store_nos'],
  ...['preferred_store_no', 'key_kinds', 'key_values', 'activity_id', 'before', 'after'],
]

type StagedRow = {
  readonly cells: readonly Cell[]
  readonly words: readonly string[]
  readonly lists: ReadonlySet<string>
}

function stagedRow(saving: Saving, customer: SavedCustomer): StagedRow {
  const { draft, changed, isNew } = customer
  const columns = columnsOf(draft)
  const entry = searchEntry(searchedOf(customer.id, draft, columns.phone), saving.merchant)
  const since = customerSince(
    draft,
    { createdAt: new Date(customer.createdAt), firstOrderAt: null },
    saving.merchant.timeZone,
  )
  const cells: Cell[] = [isNew, saving.merchant.id, customer.id]
  for (const name of columnNames) cells.push(columns[name] as Cell)
  cells.push(customer.recordedOn !== null && customer.recordedOn < since ? customer.recordedOn : since)
  cells.push(customer.recordedOn)
  const lists = isNew ? filledLists(draft) : changed
  cells.push(...linkCells(draft, lists))
  cells.push(...entryCells(entry, draft, saving))
  const after = Object.fromEntries([...changed].map((key) => [key, shown(customer, key)]))
  cells.push(newId(), customer.before === null ? null : { json: customer.before })
  cells.push({ json: isNew ? { type: draft.type, ...after } : after })
  return { cells, words: entry.words, lists }
}

const filledLists = (draft: Draft): ReadonlySet<string> =>
  new Set([
    ...(['addresses', 'tags', 'stores', 'organizations'] as const).filter((key) => draft[key].length > 0),
    ...(Object.keys(draft.externalIds).length > 0 ? ['externalIds'] : []),
  ])

function shown({ draft, recordedOn }: SavedCustomer, key: string): unknown {
  if (key === 'customerSince') return recordedOn
  return key === 'phones' ? shownPhones(draft.phones) : draft[key as keyof Draft]
}

function linkCells(draft: Draft, changed: ReadonlySet<string>): Cell[] {
  const addresses = draft.addresses.map((address, position) => ({ ...address, position }))
  const sources = Object.keys(draft.externalIds)
  const organizations = draft.organizations.map(({ number: _, name: __, ...organization }) => organization)
  return [
    changed.has('addresses') ? { json: addresses } : null,
    changed.has('tags') ? draft.tags.map((tag) => tag.id) : null,
    changed.has('stores') ? { json: draft.stores.map(({ id, preferred }) => ({ id, preferred })) } : null,
    changed.has('organizations') ? { json: organizations } : null,
    changed.has('externalIds') ? sources : null,
    changed.has('externalIds') ? sources.map((source) => draft.externalIds[source] as string) : null,
  ]
}

function entryCells(entry: SearchEntry, draft: Draft, { tagNos, storeNos }: Saving): Cell[] {
  const numbers = (ids: readonly { readonly id: string }[], nos: ReadonlyMap<string, number>) =>
    ids.flatMap(({ id }) => nos.get(id) ?? []).sort((a, b) => a - b)
  return [
    entry.sort_name,
    entry.alt_name,
    entry.haystack,
    numbers(draft.tags, tagNos),
    numbers(draft.stores, storeNos),
    storeNos.get(draft.stores.find((store) => store.preferred)?.id ?? '') ?? null,
    entry.keys.map((key) => key.kind),
    entry.keys.map((key) => key.value),
  ]
}

function searchedOf(id: string, draft: Draft, phone: string | null) {
  const sources = Object.keys(draft.externalIds).sort()
  return {
    id,
    type: draft.type,
    number: draft.number,
    first_name: draft.firstName,
    middle_name: draft.middleName,
    last_name: draft.lastName,
    nickname: draft.nickname,
    business_name: draft.businessName,
    email: draft.email,
    additional_emails: draft.additionalEmails,
    phone,
    phones: storedPhones(draft.phones),
    external_ids: sources.map((source) => draft.externalIds[source] as string),
  }
}
