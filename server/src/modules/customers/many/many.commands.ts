/**
 * Many customers written at once: their rows go by COPY into the table `staged` and from there, set by set, into all tables
 * that one customer stands in.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import { runAll } from '../../../db/statements.ts'
import { keepingWords } from '../search/kept-words.ts'
import { syncSearchLinks } from '../search/search.commands.ts'
import { type SavedCustomer, type Saving, type Staged, stagedColumns, writtenColumns } from './staging.ts'

/** Once in a transaction. `knownWords` are kept already. Answers the words that are kept once this is committed. */
export async function saveStaged(
  tx: Writer,
  saving: Saving,
  { customers, text, words: all, lists }: Staged,
  knownWords: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (customers.length === 0) return []
  const { id: merchantId } = saving.merchant
  const standing = customers.filter((customer) => !customer.isNew)
  const words = [...all].filter((word) => !knownWords.has(word))
  await runAll(tx, [
    openStaged,
    { table: 'staged', columns: stagedColumns, text },
    ...freeNumbers(merchantId, idsOf(standing.filter(({ changed }) => changed.has('number')))),
    ...(customers.length > standing.length ? [insertNew(merchantId)] : []),
    ...(standing.length > 0 ? [updateStanding(merchantId, idsOf(standing))] : []),
    ...removeLinks(merchantId, standing),
    ...insertLinks(merchantId, lists),
    ...writeFound(merchantId, idsOf(standing)),
    ...(words.length > 0 ? [keepingWords(merchantId, words)] : []),
    writeActivities(saving),
  ])
  const renamed = standing.filter(({ changed }) => naming.some((key) => changed.has(key)))
  await syncSearchLinks(tx, merchantId, idsOf(renamed))
  return words
}

/** Of this transaction alone: none of its rows is logged, and its end does not wait for the disk. */
const openStaged = sql`
    create temporary table staged (
      like public.customers including defaults, is_new boolean, addresses jsonb, tag_ids uuid[], stores jsonb, organizations jsonb,
      sources text[], source_ids text[], sort_name text collate "C", alt_name text collate "C", haystack text collate "C",
      tag_nos int[], store_nos int[], preferred_store_no int, key_kinds text[], key_values text[], activity_id uuid, before jsonb,
      after jsonb) on commit drop`

const naming = ['type', 'firstName', 'middleName', 'lastName', 'nickname', 'businessName', 'email', 'phones']

type Statement = RawBuilder<unknown>
const list = (columns: readonly string[]): Statement => sql.raw(columns.join(', '))

const idsOf = (customers: readonly SavedCustomer[]): string[] => customers.map(({ id }) => id)

/** A number may pass from one to another. */
const freeNumbers = (merchantId: string, ids: readonly string[]): Statement[] =>
  ids.length === 0
    ? []
    : [
        sql`update customers set number = null where merchant_id = ${merchantId} and id = any(${[...ids]}::uuid[])`,
      ]

const insertNew = (merchantId: string): Statement => sql`
    insert into customers (merchant_id, id, ${list(writtenColumns)}, inactivated_at, unknown_since)
    select s.merchant_id, s.id, ${list(writtenColumns.map((name) => `s.${name}`))}, case when s.status = 'inactive' then now() end,
           case when num_nonnulls(s.recorded_on, s.registered_at, s.anniversary) = 0 then s.customer_since end
      from staged s where s.merchant_id = ${merchantId} and s.is_new`

/** The ids are said twice, so that a plan that knows nothing yet of these tables begins with them. */
const updateStanding = (merchantId: string, ids: readonly string[]): Statement => sql`
    update customers c
       set ${list(writtenColumns.filter((name) => name !== 'customer_since').map((name) => `${name} = s.${name}`))},
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

function insertLinks(merchantId: string, lists: ReadonlySet<string>): Statement[] {
  const statements = {
    addresses: sql`
    insert into customer_addresses (merchant_id, customer_id, position, id, label, line1, line2, city, state, postal_code, country,
                                    country_text, gate_code, is_billing, is_delivery)
    select s.merchant_id, s.id, a.position, a.id, a.label, a.line1, a.line2, a.city, a.state, a."postalCode", a.country,
           a."countryText", a."gateCode", a."isBilling", a."isDelivery"
      from staged s, jsonb_to_recordset(s.addresses) as a(position int, id uuid, label text, line1 text, line2 text, city text,
           state text, "postalCode" text, country text, "countryText" text, "gateCode" text, "isBilling" boolean, "isDelivery" boolean)
     where s.merchant_id = ${merchantId}`,
    tags: sql`
    insert into customer_tags (merchant_id, customer_id, tag_id, sort_name)
    select s.merchant_id, s.id, t, s.sort_name from staged s, unnest(s.tag_ids) t where s.merchant_id = ${merchantId}`,
    stores: sql`
    insert into customer_stores (merchant_id, customer_id, store_id, preferred, sort_name)
    select s.merchant_id, s.id, t.id, t.preferred, s.sort_name
      from staged s, jsonb_to_recordset(s.stores) as t(id uuid, preferred boolean) where s.merchant_id = ${merchantId}`,
    organizations: sql`
    insert into affiliations (merchant_id, contact_id, organization_id, title, is_manager, is_primary, "from", until, sort_name)
    select s.merchant_id, s.id, o.id, o.title, o."isManager", o."isPrimary", o."from", o.until, s.sort_name
      from staged s, jsonb_to_recordset(s.organizations)
        as o(id uuid, title text, "isManager" boolean, "isPrimary" boolean, "from" date, until date)
     where s.merchant_id = ${merchantId}`,
    externalIds: sql`
    insert into external_ids (merchant_id, customer_id, source, external_id)
    select s.merchant_id, s.id, e.source, e.id from staged s, unnest(s.sources, s.source_ids) e(source, id)
     where s.merchant_id = ${merchantId}`,
  }
  return Object.entries(statements).flatMap(([list, statement]) => (lists.has(list) ? [statement] : []))
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
    sql`${found},
           list_cells(s.id, s.type, s.status, s.display_name, s.number, s.email, s.phone, s.photo_id, s.created_at, s.version),
           case when s.organizations is not null then list_organizations(s.merchant_id, s.id) end
      from staged s where s.merchant_id = ${merchantId} and s.is_new`,
    sql`${keys} and s.is_new`,
  ]
  if (stood.length === 0) return made
  return [
    ...made,
    // What a list shows is kept by triggers.
    sql`${found}, null, null
      from staged s where s.merchant_id = ${merchantId} and not s.is_new
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

const writeActivities = ({ merchant, actor, parentId }: Saving): Statement => sql`
    insert into activities (merchant_id, id, customer_id, parent_id, kind, actor_kind, actor_id, actor_name, before, after)
    select s.merchant_id, s.activity_id, s.id, ${parentId}::uuid, case when s.is_new then 'customer.created' else 'customer.edited' end,
           ${actor.kind}, ${actor.id}::uuid, ${actor.name}, s.before, s.after
      from staged s where s.merchant_id = ${merchant.id}`
