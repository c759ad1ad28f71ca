// Recomputes what search keeps and compares: differences mean that some command forgot to write, or that rows were
// changed behind the program's back.
import { sql } from 'kysely'
import type { Db, Reader } from '../../../db/client.ts'
import { readSearched, type Searched } from './search.commands.ts'
import { type SearchedBy, searchEntry } from './search.rules.ts'

export type Difference = { readonly merchantId: string; readonly customerId: string; readonly what: string }

const BATCH = 1000

type Kept = {
  readonly customer_id: string
  readonly sort_name: string
  readonly alt_name: string | null
  readonly haystack: string
  readonly business: boolean
  readonly inactive: boolean
  readonly tag_nos: readonly number[]
  readonly store_nos: readonly number[]
  readonly preferred_store_no: number | null
  readonly shown: boolean
  readonly keys: readonly string[]
  readonly stray_links: number
}

/** Calls `tell` for each difference; answers how many customers were looked at. Each batch is one snapshot. */
export async function verifySearch(
  db: Db,
  merchant: SearchedBy & { readonly id: string },
  tell: (difference: Difference) => void,
): Promise<number> {
  for (const one of await db.read(merchant.id, (reader) => ofNobody(reader, merchant.id)))
    tell({ merchantId: merchant.id, ...one })
  let seen = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const ids = await db.snapshot(merchant.id, async ({ reader }) => {
      const batch = await idsAfter(reader, merchant.id, after)
      const customers = await readSearched(reader, merchant.id, batch)
      const kept = new Map((await readKept(reader, merchant.id, batch)).map((row) => [row.customer_id, row]))
      for (const customer of customers) {
        const what = differenceOf(customer, kept.get(customer.id), merchant)
        if (what.length > 0) tell({ merchantId: merchant.id, customerId: customer.id, what: what.join(', ') })
      }
      return batch
    })
    seen += ids.length
    const last = ids.at(-1)
    if (last === undefined) return seen
    after = last
  }
}

function differenceOf(customer: Searched, kept: Kept | undefined, merchant: SearchedBy): string[] {
  if (kept === undefined) return ['search row missing']
  const entry = searchEntry(customer, merchant)
  const facts: readonly (readonly [string, unknown, unknown])[] = [
    ['sort name', kept.sort_name, entry.sort_name],
    ['other name order', kept.alt_name, entry.alt_name],
    ['words', kept.haystack, entry.haystack],
    ['type', kept.business, customer.type === 'business'],
    ['status', kept.inactive, customer.inactive],
    ['tags', kept.tag_nos.join(), customer.tag_nos.join()],
    ['stores', kept.store_nos.join(), customer.store_nos.join()],
    ['preferred store', kept.preferred_store_no, customer.preferred_store_no],
    ['what lists show', kept.shown, true],
    [
      'identifiers',
      [...kept.keys].sort().join('\n'),
      [...new Set(entry.keys.map((key) => `${key.kind} ${key.value}`))].sort().join('\n'),
    ],
    ['names in links', kept.stray_links, 0],
  ]
  return facts.filter(([, is, ought]) => is !== ought).map(([name]) => name)
}

/** Derived rows have no foreign key (docs/decisions/0016): whether each has its customer is looked at here. */
async function ofNobody(
  reader: Reader,
  merchantId: string,
): Promise<readonly Pick<Difference, 'customerId' | 'what'>[]> {
  const { rows } = await sql<Pick<Difference, 'customerId' | 'what'>>`
    select distinct d.customer_id as "customerId", d.what
      from (select customer_id, 'search row of nobody' as what from search_customers where merchant_id = ${merchantId}
            union all select customer_id, 'identifier of nobody' from customer_keys where merchant_id = ${merchantId}
            union all select customer_id, 'figures of nobody' from customer_days where merchant_id = ${merchantId}
            union all select customer_id, 'figures of nobody' from customer_stats where merchant_id = ${merchantId}
            union all select customer_id, 'figures of nobody' from customer_store_stats where merchant_id = ${merchantId}
            union all select customer_id, 'reviews of nobody' from review_days where merchant_id = ${merchantId}) d
     where not exists (select from customers c where c.merchant_id = ${merchantId} and c.id = d.customer_id)`.execute(
    reader,
  )
  return rows
}

async function idsAfter(reader: Reader, merchantId: string, after: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from customers where merchant_id = ${merchantId} and id > ${after} order by id limit ${BATCH}`.execute(
    reader,
  )
  return rows.map((row) => row.id)
}

async function readKept(
  reader: Reader,
  merchantId: string,
  ids: readonly string[],
): Promise<readonly Kept[]> {
  const { rows } = await sql<Kept>`
    select s.customer_id, s.sort_name, s.alt_name, s.haystack, s.business, s.inactive, s.tag_nos, s.store_nos,
           s.preferred_store_no,
           s.cells = (select list_cells(c) from customers c where c.merchant_id = s.merchant_id and c.id = s.customer_id)
             and s.organizations is not distinct from list_organizations(s.merchant_id, s.customer_id)
             and s.figures is not distinct from (select list_figures(f) from customer_stats f
                                                  where f.merchant_id = s.merchant_id and f.customer_id = s.customer_id) as shown,
           array(select k.kind || ' ' || k.value from customer_keys k
                  where k.merchant_id = s.merchant_id and k.customer_id = s.customer_id) as keys,
           (select count(*)::int from (
              select l.sort_name from customer_tags l where l.merchant_id = s.merchant_id and l.customer_id = s.customer_id
              union all
              select l.sort_name from customer_stores l where l.merchant_id = s.merchant_id and l.customer_id = s.customer_id
              union all
              select l.sort_name from affiliations l where l.merchant_id = s.merchant_id and l.contact_id = s.customer_id) l
            where l.sort_name <> s.sort_name) as stray_links
      from search_customers s where s.merchant_id = ${merchantId} and s.customer_id = any(${[...ids]}::uuid[])`.execute(
    reader,
  )
  return rows
}
