// Whom rows may mean, found for a whole batch in one statement. Each `lateral … limit` is one look into an index for each
// row: that is the best plan at this size, whatever the statistics say of tables that grow while they are asked.
import { sql } from 'kysely'
import type { Reader } from '../../../db/client.ts'
import type { Scope } from '../../../http/context.ts'
import { visibleTo } from '../../customers/index.ts'
import type { MendedRow } from '../mapping/canonical.ts'
import type { Keys } from './keys.rules.ts'

/** What is asked for one row (or for the contact person in it). */
export type Question = {
  readonly keys: Keys
  readonly ownId: string | null
  /** Filled cells that a customer without identifiers must hold too. */
  readonly also?: {
    readonly line1: string | null
    readonly city: string | null
    readonly notes: string | null
  }
}

export type Found = {
  readonly how: 'id' | 'external' | 'number' | 'likely' | 'mended'
  /** The place of the question. */
  readonly n: number
  readonly id: string
}

/** A name may be common; beyond so many nobody is the only one. */
const SEVERAL = 20
/** A key that so many share tells less than the name. */
const SHARED = 200

export async function findCandidates(
  tx: Reader,
  { merchantId, importId }: { readonly merchantId: string; readonly importId: string },
  questions: readonly Question[],
): Promise<Found[]> {
  const ids = lists(2)
  const externals = lists(3)
  const numbers = lists(2)
  const likely = lists(5)
  const bare = lists(6)
  for (const [n, { keys, ownId, also }] of questions.entries()) {
    if (ownId !== null) put(ids, n, ownId)
    for (const [source, id] of Object.entries(keys.externalIds)) put(externals, n, source, id)
    if (keys.number !== null) put(numbers, n, keys.number)
    const business = keys.type === 'business'
    for (const email of keys.emails) put(likely, n, 'email', email, keys.name, business)
    for (const digits of keys.phones) put(likely, n, 'phone', digits, keys.name, business)
    if (keys.isBare && keys.name !== '')
      put(bare, n, keys.name, business, also?.line1 ?? null, also?.city ?? null, also?.notes ?? null)
  }
  const { rows } = await sql<Found>`
    select 'id' as how, r.n, f.id
      from unnest(${ids[0]}::int[], ${ids[1]}::uuid[]) r(n, id)
     cross join lateral (select c.id from customers c where c.merchant_id = ${merchantId} and c.id = r.id limit 1) f
    union all
    select 'id', r.n, f.id
      from unnest(${ids[0]}::int[], ${ids[1]}::uuid[]) r(n, id)
     cross join lateral (select m.customer_id as id from import_ids m
       where m.merchant_id = ${merchantId} and m.import_id = ${importId} and m.file_id = r.id limit 1) f
    union all
    select 'external', r.n, f.id
      from unnest(${externals[0]}::int[], ${externals[1]}::text[], ${externals[2]}::text[]) r(n, source, id)
     cross join lateral (select e.customer_id as id from external_ids e
       where e.merchant_id = ${merchantId} and e.source = r.source and e.external_id = r.id limit 1) f
    union all
    select 'number', r.n, f.id
      from unnest(${numbers[0]}::int[], ${numbers[1]}::text[]) r(n, number)
     cross join lateral (select c.id from customers c where c.merchant_id = ${merchantId} and c.number = r.number limit 1) f
    union all
    select 'likely', r.n, f.customer_id
      from unnest(${likely[0]}::int[], ${likely[1]}::text[], ${likely[2]}::text[], ${likely[3]}::text[], ${likely[4]}::boolean[])
             r(n, kind, value, name, business)
     cross join lateral (
       select array_agg(k.customer_id) as ids
         from (select k.customer_id from customer_keys k
                where k.merchant_id = ${merchantId} and k.kind = r.kind and k.value = r.value limit ${SHARED}) k
       having count(*) > 0) k
     cross join lateral (
       select s.customer_id
         from unnest(k.ids) i(id)
        cross join lateral (select s.customer_id, s.sort_name, s.business from search_customers s
                where s.merchant_id = ${merchantId} and s.customer_id = i.id limit 1) s
        where s.sort_name = r.name and s.business = r.business and cardinality(k.ids) < ${SHARED}
        union all
       select s.customer_id from search_customers s
        where s.merchant_id = ${merchantId} and s.sort_name = r.name and s.business = r.business
          and cardinality(k.ids) = ${SHARED}
          and exists (select from customer_keys k
                where k.merchant_id = ${merchantId} and k.kind = r.kind and k.value = r.value and k.customer_id = s.customer_id)) f
    union all
    select 'likely', r.n, f.customer_id
      from unnest(${bare[0]}::int[], ${bare[1]}::text[], ${bare[2]}::boolean[], ${bare[3]}::text[], ${bare[4]}::text[], ${bare[5]}::text[])
             r(n, name, business, line1, city, notes)
     cross join lateral (
       select s.customer_id from search_customers s
        where s.merchant_id = ${merchantId} and s.sort_name = r.name and s.business = r.business
          and (r.business or r.notes is null or exists (select from customers c
                where c.merchant_id = ${merchantId} and c.id = s.customer_id and c.notes = r.notes))
          and (r.business or (r.line1 is null and r.city is null) or exists (select from customer_addresses a
                where a.merchant_id = ${merchantId} and a.customer_id = s.customer_id
                  and (r.line1 is null or a.line1 = r.line1) and (r.city is null or a.city = r.city)))
        limit ${SEVERAL}) f`.execute(tx)
  return rows
}

/** Whom rows of earlier imports made that come again mended. */
export async function findMended(
  tx: Reader,
  merchantId: string,
  rows: readonly { readonly n: number; readonly mends: MendedRow }[],
): Promise<Found[]> {
  if (rows.length === 0) return []
  const mended = rows.map(({ mends }) => mends)
  const { rows: found } = await sql<Found>`
    select 'mended' as how, r.n, s.customer_id as id
      from unnest(${rows.map(({ n }) => n)}::int[], ${mended.map(({ importId }) => importId)}::uuid[], ${mended.map(({ row }) => row)}::int[]) r(n, import, row)
      join imports i on i.merchant_id = ${merchantId} and i.id = r.import and i.kind = 'customers' and not i.dry_run
      join import_issues s on s.merchant_id = i.merchant_id and s.import_id = i.id and not s.is_rejected and s.row_no = r.row
     where s.customer_id is not null`.execute(tx)
  return found
}

export type FoundOrganization = {
  readonly id: string
  readonly number: string | null
  readonly name: string
  /** By which of its names it was asked for. */
  readonly asked: string
  readonly how: 'id' | 'number' | 'name'
}

export type AskedOrganizations = {
  readonly ids: readonly string[]
  readonly numbers: readonly string[]
  /** Normalised. */
  readonly names: readonly string[]
}

/** Businesses that this caller can see. */
export async function findOrganizations(
  tx: Reader,
  { scope, importId }: { readonly scope: Scope; readonly importId: string },
  { ids, numbers, names }: AskedOrganizations,
): Promise<FoundOrganization[]> {
  if (ids.length + numbers.length + names.length === 0) return []
  const { merchantId } = scope
  const { rows } = await sql<FoundOrganization>`
    select c.id, c.number, c.display_name as name, f.asked, f.how
      from (select i as id, i::text as asked, 'id' as how from unnest(${[...ids]}::uuid[]) i
            union all
            select m.customer_id, m.file_id::text, 'id' from import_ids m
             where m.merchant_id = ${merchantId} and m.import_id = ${importId} and m.file_id = any(${[...ids]}::uuid[])
            union all
            select c.id, c.number, 'number' from customers c
             where c.merchant_id = ${merchantId} and c.number = any(${[...numbers]}::text[])
            union all
            select s.customer_id, n, 'name' from unnest(${[...names]}::text[]) n
             cross join lateral (select s.customer_id from search_customers s
               where s.merchant_id = ${merchantId} and s.business and s.sort_name = n limit ${SEVERAL}) s) f
     cross join lateral (select c.* from customers c
       where c.merchant_id = ${merchantId} and c.id = f.id and c.type = 'business' and ${visibleTo(scope)} limit 1) c`.execute(
    tx,
  )
  return rows
}

/** People of these organizations with these names. */
export async function findContacts(
  tx: Reader,
  merchantId: string,
  asked: readonly { readonly organizationId: string; readonly name: string }[],
): Promise<string[]> {
  if (asked.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select a.contact_id as id
      from unnest(${asked.map((a) => a.organizationId)}::uuid[], ${asked.map((a) => a.name)}::text[]) r(id, name)
     cross join lateral (select a.contact_id from affiliations a
       where a.merchant_id = ${merchantId} and a.organization_id = r.id and a.sort_name = r.name limit ${SEVERAL}) a`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

/** Those of these businesses that somebody belongs to. */
export async function withContacts(
  tx: Reader,
  merchantId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select i as id from unnest(${[...ids]}::uuid[]) i
     where exists (select from affiliations a where a.merchant_id = ${merchantId} and a.organization_id = i)`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.id))
}

type Lists = unknown[][]
const lists = (count: number): Lists => Array.from({ length: count }, () => [])
function put(into: Lists, ...values: unknown[]): void {
  for (let i = 0; i < into.length; i++) into[i]?.push(values[i])
}
