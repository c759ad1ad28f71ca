// Writes what finds customers, in the transaction that changed them: every command that touches a customer's names,
// numbers, addresses of mail, phones, external ids, tags, stores or status ends with one of these.
import { sql } from 'kysely'
import type { Reader, Writer } from '../../../db/client.ts'
import { keepingWords } from './kept-words.ts'
import { type SearchEntry, type SearchedBy, type SearchedCustomer, searchEntry } from './search.rules.ts'

export type Searched = SearchedCustomer & {
  readonly inactive: boolean
  readonly tag_nos: readonly number[]
  readonly store_nos: readonly number[]
  readonly preferred_store_no: number | null
}
type Written = SearchEntry & { readonly customer: Searched }

/** Recomputes all that search keeps of these customers, and the sort names their links are listed by. */
export async function writeSearch(
  tx: Writer,
  merchant: SearchedBy & { readonly id: string },
  customerIds: readonly string[],
): Promise<void> {
  if (customerIds.length === 0) return
  await writeEntries(tx, merchant.id, await entriesOf(tx, merchant, customerIds))
}

/** The same for customers whose search another version of this program wrote: it may have spelled words otherwise. */
export async function rewriteSearch(
  tx: Writer,
  merchant: SearchedBy & { readonly id: string },
  customerIds: readonly string[],
): Promise<void> {
  if (customerIds.length === 0) return
  const entries = await entriesOf(tx, merchant, customerIds)
  await forgetWords(tx, merchant.id, entries)
  await writeEntries(tx, merchant.id, entries)
}

/**
 * Brings tags, stores and status of these customers into their search rows; for commands that change nothing else.
 * New links may be inserted with an empty sort name: it is filled here.
 */
export async function syncSearchLinks(
  tx: Writer,
  merchantId: string,
  customerIds: readonly string[],
): Promise<void> {
  if (customerIds.length === 0) return
  await sql`
    update search_customers s set inactive = n.inactive, tag_nos = n.tag_nos, store_nos = n.store_nos,
           preferred_store_no = n.preferred_store_no
      from (select c.id, c.status = 'inactive' as inactive, ${links}
              from customers c where c.merchant_id = ${merchantId} and c.id = any(${[...customerIds]}::uuid[])) n
     where s.merchant_id = ${merchantId} and s.customer_id = n.id
       and (s.inactive, s.tag_nos, s.store_nos, s.preferred_store_no) is distinct from
           (n.inactive, n.tag_nos, n.store_nos, n.preferred_store_no)`.execute(tx)
  await writeLinkNames(tx, merchantId, customerIds)
}

/** Of `c`, a row of customers: what its search row keeps of its links. */
const links = sql`
  array(select t.tag_no from customer_tags l join tags t on t.merchant_id = l.merchant_id and t.id = l.tag_id
         where l.merchant_id = c.merchant_id and l.customer_id = c.id order by 1) as tag_nos,
  array(select t.store_no from customer_stores l join stores t on t.merchant_id = l.merchant_id and t.id = l.store_id
         where l.merchant_id = c.merchant_id and l.customer_id = c.id order by 1) as store_nos,
  (select t.store_no from customer_stores l join stores t on t.merchant_id = l.merchant_id and t.id = l.store_id
    where l.merchant_id = c.merchant_id and l.customer_id = c.id and l.preferred) as preferred_store_no`

export async function readSearched(
  reader: Reader,
  merchantId: string,
  ids: readonly string[],
): Promise<readonly Searched[]> {
  const { rows } = await sql<Searched>`
    select c.id, c.type, c.number, c.first_name, c.middle_name, c.last_name, c.nickname, c.business_name, c.email,
           c.additional_emails, c.phone, c.phones, c.status = 'inactive' as inactive,
           array(select e.external_id from external_ids e
                  where e.merchant_id = c.merchant_id and e.customer_id = c.id order by e.source) as external_ids,
           ${links}
      from customers c where c.merchant_id = ${merchantId} and c.id = any(${[...ids]}::uuid[]) order by c.id`.execute(
    reader,
  )
  return rows
}

async function entriesOf(
  tx: Writer,
  merchant: SearchedBy & { readonly id: string },
  customerIds: readonly string[],
): Promise<readonly Written[]> {
  const customers = await readSearched(tx, merchant.id, customerIds)
  return customers.map((customer) => ({ customer, ...searchEntry(customer, merchant) }))
}

async function writeEntries(tx: Writer, merchantId: string, entries: readonly Written[]): Promise<void> {
  await writeRows(tx, merchantId, entries)
  await writeKeys(tx, merchantId, entries)
  await writeWords(tx, merchantId, entries)
  await writeLinkNames(
    tx,
    merchantId,
    entries.map(({ customer }) => customer.id),
  )
}

async function writeRows(tx: Writer, merchantId: string, entries: readonly Written[]): Promise<void> {
  const rows = entries.map(({ customer, sort_name, alt_name, haystack }) => ({
    customer_id: customer.id,
    sort_name,
    alt_name,
    haystack,
    business: customer.type === 'business',
    inactive: customer.inactive,
    tag_nos: customer.tag_nos,
    store_nos: customer.store_nos,
    preferred_store_no: customer.preferred_store_no,
  }))
  await sql`
    insert into search_customers as s
           (merchant_id, customer_id, sort_name, alt_name, haystack, business, inactive, tag_nos, store_nos,
            preferred_store_no)
    select ${merchantId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(customer_id uuid,
           sort_name text, alt_name text, haystack text, business boolean, inactive boolean, tag_nos int[], store_nos int[],
           preferred_store_no int)
    on conflict (merchant_id, customer_id) do update
       set sort_name = excluded.sort_name, alt_name = excluded.alt_name, haystack = excluded.haystack,
           business = excluded.business, inactive = excluded.inactive, tag_nos = excluded.tag_nos,
           store_nos = excluded.store_nos, preferred_store_no = excluded.preferred_store_no
     where (s.sort_name, s.alt_name, s.haystack, s.business, s.inactive, s.tag_nos, s.store_nos, s.preferred_store_no) is distinct from
           (excluded.sort_name, excluded.alt_name, excluded.haystack, excluded.business, excluded.inactive,
            excluded.tag_nos, excluded.store_nos, excluded.preferred_store_no)`.execute(tx)
}

async function writeKeys(tx: Writer, merchantId: string, entries: readonly Written[]): Promise<void> {
  const ids = entries.map(({ customer }) => customer.id)
  const keys = entries.flatMap(({ customer, keys }) =>
    keys.map((key) => ({ customer_id: customer.id, ...key })),
  )
  await sql`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as r(customer_id uuid, kind text, value text)),
    gone as (
      delete from customer_keys k
       where k.merchant_id = ${merchantId} and k.customer_id = any(${ids}::uuid[])
         and not exists (select from given g where g.customer_id = k.customer_id and g.kind = k.kind and g.value = k.value))
    insert into customer_keys (merchant_id, customer_id, kind, value)
    select ${merchantId}::uuid, g.customer_id, g.kind, g.value from given g order by g.kind, g.value, g.customer_id
    on conflict do nothing`.execute(tx)
}

async function writeWords(tx: Writer, merchantId: string, entries: readonly Written[]): Promise<void> {
  const words = [...new Set(entries.flatMap((entry) => entry.words))]
  if (words.length > 0) await keepingWords(merchantId, words).execute(tx)
}

/** So that they are spelled when they are written again. */
async function forgetWords(tx: Writer, merchantId: string, entries: readonly Written[]): Promise<void> {
  const words = [...new Set(entries.flatMap((entry) => entry.words))]
  await sql`
    delete from name_word_deletes
     where merchant_id = ${merchantId} and deletion = any(${words}) and word = deletion`.execute(tx)
}

async function writeLinkNames(tx: Writer, merchantId: string, ids: readonly string[]): Promise<void> {
  await sql`
    with named as materialized (
      select s.customer_id, s.sort_name from search_customers s
       where s.merchant_id = ${merchantId} and s.customer_id = any(${[...ids]}::uuid[])),
    tagged as (
      update customer_tags l set sort_name = n.sort_name from named n
       where l.merchant_id = ${merchantId} and l.customer_id = n.customer_id and l.sort_name <> n.sort_name),
    at_stores as (
      update customer_stores l set sort_name = n.sort_name from named n
       where l.merchant_id = ${merchantId} and l.customer_id = n.customer_id and l.sort_name <> n.sort_name)
    update affiliations l set sort_name = n.sort_name from named n
     where l.merchant_id = ${merchantId} and l.contact_id = n.customer_id and l.sort_name <> n.sort_name`.execute(
    tx,
  )
}
