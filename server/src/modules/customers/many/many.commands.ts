/**
 * Many customers written at once: their rows go by COPY into the table `staged` (made by staging_open, found by the
 * search path of the transaction) and from there, set by set, into all tables that one customer stands in.
 */
import { setImmediate } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import { type Cell, copyText } from '../../../db/copy.ts'
import { runAll } from '../../../db/statements.ts'
import type { Actor, Merchant } from '../../../http/context.ts'
import { newId } from '../../../kernel/ids.ts'
import { syncSearchLinks } from '../search/search.commands.ts'
import { type SearchEntry, searchEntry, spellings } from '../search/search.rules.ts'
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

/** Customers as text for COPY. */
export type Staged = {
  readonly customers: readonly SavedCustomer[]
  readonly text: Buffer
  readonly words: ReadonlySet<string>
}

/** So many at a time; between two times others have their turn. */
const PORTION = 25

export async function stageCustomers(saving: Saving, customers: readonly SavedCustomer[]): Promise<Staged> {
  const texts: Buffer[] = []
  const words = new Set<string>()
  for (let at = 0; at < customers.length; at += PORTION) {
    const rows = customers.slice(at, at + PORTION).map((one, i) => stagedRow(saving, one, at + i))
    texts.push(Buffer.from(copyText(rows.map((row) => row.cells))))
    for (const row of rows) for (const word of row.words) words.add(word)
    await setImmediate()
  }
  return { customers, text: Buffer.concat(texts), words }
}

/** `knownWords` are kept already. Answers the words that are kept once this is committed. */
export async function saveStaged(
  tx: Writer,
  saving: Saving,
  { customers, text, words: all }: Staged,
  knownWords: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (customers.length === 0) return []
  const { id: merchantId } = saving.merchant
  const standing = customers.filter((customer) => !customer.isNew)
  const words = [...all].filter((word) => !knownWords.has(word))
  await runAll(tx, [
    sql`truncate staged`,
    { table: 'staged', columns: stagedColumns, text },
    ...freeNumbers(merchantId, idsOf(standing.filter(({ changed }) => changed.has('number')))),
    ...(customers.length > standing.length ? [insertNew(merchantId)] : []),
    ...(standing.length > 0 ? [updateStanding(merchantId, idsOf(standing))] : []),
    ...removeLinks(merchantId, standing),
    ...insertLinks(merchantId),
    ...writeFound(merchantId, idsOf(standing)),
    ...writeWords(merchantId, words),
    writeActivities(saving),
  ])
  const renamed = standing.filter(({ changed }) => naming.some((key) => changed.has(key)))
  await syncSearchLinks(tx, merchantId, idsOf(renamed))
  return words
}

const naming = ['type', 'firstName', 'middleName', 'lastName', 'nickname', 'businessName', 'email', 'phones']

const columnNames = Object.keys(columnsOf(emptyDraft('personal'))) as (keyof ReturnType<typeof columnsOf>)[]
const own = [...columnNames, 'customer_since', 'recorded_on'] as const
const stagedColumns = [
  ...['place', 'is_new', 'merchant_id', 'id', ...own, 'addresses', 'tag_ids', 'stores', 'organizations'],
  ...['sources', 'source_ids', 'sort_name', 'alt_name', 'haystack', 'tag_nos', 'store_nos'],
  ...['preferred_store_no', 'key_kinds', 'key_values', 'activity_id', 'before', 'after'],
]
type Statement = RawBuilder<unknown>
const list = (columns: readonly string[]): Statement => sql.raw(columns.join(', '))

type StagedRow = { readonly cells: readonly Cell[]; readonly words: readonly string[] }

function stagedRow(saving: Saving, customer: SavedCustomer, place: number): StagedRow {
  const { draft, changed, isNew } = customer
  const columns = columnsOf(draft)
  const entry = searchEntry(searchedOf(customer.id, draft, columns.phone), saving.merchant)
  const since = customerSince(
    draft,
    { createdAt: new Date(customer.createdAt), firstOrderAt: null },
    saving.merchant.timeZone,
  )
  const cells: Cell[] = [place, isNew, saving.merchant.id, customer.id]
  for (const name of columnNames) cells.push(columns[name] as Cell)
  cells.push(customer.recordedOn !== null && customer.recordedOn < since ? customer.recordedOn : since)
  cells.push(customer.recordedOn)
  cells.push(...linkCells(draft, isNew ? filledLists(draft) : changed))
  cells.push(...entryCells(entry, draft, saving))
  const after = Object.fromEntries([...changed].map((key) => [key, shown(draft, key)]))
  cells.push(newId(), customer.before === null ? null : { json: customer.before })
  cells.push({ json: isNew ? { type: draft.type, ...after } : after })
  return { cells, words: entry.words }
}

const filledLists = (draft: Draft): ReadonlySet<string> =>
  new Set([
    ...(['addresses', 'tags', 'stores', 'organizations'] as const).filter((key) => draft[key].length > 0),
    ...(Object.keys(draft.externalIds).length > 0 ? ['externalIds'] : []),
  ])

function shown(draft: Draft, key: string): unknown {
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

const idsOf = (customers: readonly SavedCustomer[]): string[] => customers.map(({ id }) => id)

/** A number may pass from one to another. */
const freeNumbers = (merchantId: string, ids: readonly string[]): Statement[] =>
  ids.length === 0
    ? []
    : [
        sql`update customers set number = null where merchant_id = ${merchantId} and id = any(${[...ids]}::uuid[])`,
      ]

const insertNew = (merchantId: string): Statement => sql`
    insert into customers (merchant_id, id, ${list(own)}, inactivated_at)
    select s.merchant_id, s.id, ${list(own.map((name) => `s.${name}`))}, case when s.status = 'inactive' then now() end
      from staged s where s.merchant_id = ${merchantId} and s.is_new order by s.place`

/** The ids are said twice, so that a plan that knows nothing yet of these tables begins with them. */
const updateStanding = (merchantId: string, ids: readonly string[]): Statement => sql`
    update customers c
       set ${list(own.filter((name) => name !== 'customer_since').map((name) => `${name} = s.${name}`))},
           customer_since = least(c.customer_since, s.customer_since),
           inactivated_at = case when s.status = 'inactive' then coalesce(c.inactivated_at, now()) end,
           updated_at = now(), version = c.version + 1
      from staged s where c.merchant_id = ${merchantId} and c.id = any(${[...ids]}::uuid[]) and c.id = s.id`

/** Lists that changed are written whole. */
function removeLinks(merchantId: string, standing: readonly SavedCustomer[]): Statement[] {
  const tables = [
    ['addresses', 'customer_addresses', 'customer_id'],
    ['tags', 'customer_tags', 'customer_id'],
    ['stores', 'customer_stores', 'customer_id'],
    ['organizations', 'affiliations', 'contact_id'],
    ['externalIds', 'external_ids', 'customer_id'],
  ] as const
  return tables.flatMap(([key, table, column]) => {
    const ids = idsOf(standing.filter(({ changed }) => changed.has(key)))
    if (ids.length === 0) return []
    return sql`delete from ${sql.table(table)} where merchant_id = ${merchantId} and ${sql.ref(column)} = any(${ids}::uuid[])`
  })
}

function insertLinks(merchantId: string): Statement[] {
  const staged = sql`staged s, `
  return [
    sql`
    insert into customer_addresses (merchant_id, customer_id, position, id, label, line1, line2, city, state, postal_code, country,
                                    country_text, gate_code, is_billing, is_delivery)
    select s.merchant_id, s.id, a.position, a.id, a.label, a.line1, a.line2, a.city, a.state, a."postalCode", a.country,
           a."countryText", a."gateCode", a."isBilling", a."isDelivery"
      from ${staged} jsonb_to_recordset(s.addresses) as a(position int, id uuid, label text, line1 text, line2 text, city text,
           state text, "postalCode" text, country text, "countryText" text, "gateCode" text, "isBilling" boolean, "isDelivery" boolean)
     where s.merchant_id = ${merchantId}`,
    sql`
    insert into customer_tags (merchant_id, customer_id, tag_id, sort_name)
    select s.merchant_id, s.id, t, s.sort_name from ${staged} unnest(s.tag_ids) t where s.merchant_id = ${merchantId}`,
    sql`
    insert into customer_stores (merchant_id, customer_id, store_id, preferred, sort_name)
    select s.merchant_id, s.id, t.id, t.preferred, s.sort_name
      from ${staged} jsonb_to_recordset(s.stores) as t(id uuid, preferred boolean) where s.merchant_id = ${merchantId}`,
    sql`
    insert into affiliations (merchant_id, contact_id, organization_id, title, is_manager, is_primary, "from", until, sort_name)
    select s.merchant_id, s.id, o.id, o.title, o."isManager", o."isPrimary", o."from", o.until, s.sort_name
      from ${staged} jsonb_to_recordset(s.organizations)
        as o(id uuid, title text, "isManager" boolean, "isPrimary" boolean, "from" date, until date)
     where s.merchant_id = ${merchantId}`,
    sql`
    insert into external_ids (merchant_id, customer_id, source, external_id)
    select s.merchant_id, s.id, e.source, e.id from ${staged} unnest(s.sources, s.source_ids) e(source, id)
     where s.merchant_id = ${merchantId}`,
  ]
}

const foundColumns = [
  ...(['sort_name', 'alt_name', 'haystack', 'tag_nos', 'store_nos', 'preferred_store_no'] as const),
]

/** What search keeps. */
function writeFound(merchantId: string, stood: readonly string[]): Statement[] {
  const found = sql`
    insert into search_customers as f (merchant_id, customer_id, business, inactive, ${list(foundColumns)}, cells, organizations)
    select s.merchant_id, s.id, s.type = 'business', s.status = 'inactive', ${list(foundColumns.map((name) => `s.${name}`))}`
  const keys = sql`
    insert into customer_keys (merchant_id, customer_id, kind, value)
    select s.merchant_id, s.id, g.kind, g.value from staged s, unnest(s.key_kinds, s.key_values) g(kind, value)
     where s.merchant_id = ${merchantId}`
  // Of the new ones nothing can be there yet, and looking costs a fifth of the whole.
  const made = [
    sql`${found}, list_cells(c.made),
           case when s.organizations is not null then list_organizations(s.merchant_id, s.id) end
      from staged s cross join lateral
           (select c as made from customers c where c.merchant_id = ${merchantId} and c.id = s.id limit 1) c
     where s.merchant_id = ${merchantId} and s.is_new order by s.place`,
    sql`${keys} and s.is_new order by g.kind, g.value`,
  ]
  if (stood.length === 0) return made
  return [
    ...made,
    // What a list shows is kept by triggers.
    sql`${found}, null, null
      from staged s where s.merchant_id = ${merchantId} and not s.is_new order by s.place
    on conflict (merchant_id, customer_id) do update
       set business = excluded.business, inactive = excluded.inactive,
           ${list(foundColumns.map((name) => `${name} = excluded.${name}`))}
     where (f.business, f.inactive, ${list(foundColumns.map((name) => `f.${name}`))}) is distinct from
           (excluded.business, excluded.inactive, ${list(foundColumns.map((name) => `excluded.${name}`))})`,
    sql`
    delete from customer_keys k
     where k.merchant_id = ${merchantId} and k.customer_id = any(${[...stood]}::uuid[])
       and not exists (select from staged s, unnest(s.key_kinds, s.key_values) g(kind, value)
                        where s.id = k.customer_id and g.kind = k.kind and g.value = k.value)`,
    sql`${keys} and not s.is_new on conflict do nothing`,
  ]
}

/** In one order, so that no two writers wait for each other in a circle. */
function writeWords(merchantId: string, words: readonly string[]): Statement[] {
  if (words.length === 0) return []
  const given = words.map((word) => ({ word, spellings: spellings(word) }))
  return [
    sql`
    insert into name_word_deletes (merchant_id, deletion, word)
    select ${merchantId}::uuid, d, w.word
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as w(word text, spellings text[]), unnest(w.spellings) d
     where not exists (select from name_word_deletes k
                        where k.merchant_id = ${merchantId} and k.deletion = w.word and k.word = w.word)
     order by d, w.word
    on conflict do nothing`,
  ]
}

const writeActivities = ({ merchant, actor, parentId }: Saving): Statement => sql`
    insert into activities (merchant_id, id, customer_id, parent_id, kind, actor_kind, actor_id, actor_name, before, after)
    select s.merchant_id, s.activity_id, s.id, ${parentId}::uuid, case when s.is_new then 'customer.created' else 'customer.edited' end,
           ${actor.kind}, ${actor.id}::uuid, ${actor.name}, s.before, s.after
      from staged s where s.merchant_id = ${merchant.id} order by s.place`
