import { sql } from 'kysely'
import type { Reader } from '../../../db/client.ts'
import { isNear } from '../../../kernel/search-text.ts'
import { visibleTo } from '../customer.scope.ts'
import type { Asker } from '../record/record.queries.ts'
import type { Likeness } from './similar.rules.ts'

type Similar = {
  readonly id: string
  readonly displayName: string
  readonly email: string | null
  readonly phone: string | null
  readonly type: 'personal' | 'business'
  readonly because: 'email' | 'phone' | 'name'
}
type Found = Similar & { readonly wanted: string | null; readonly found: string | null }

const SHOWN = 5
const LOOKED_AT = 50

/**
 * Who may already be the one being typed: the same email, the same valid phone, or nearly the same name at the same
 * postal code. One statement; each branch goes by an index and is bounded.
 */
export async function listSimilar(
  reader: Reader,
  { scope }: Asker,
  likeness: Likeness,
  exclude: string | null,
): Promise<Similar[]> {
  const { merchantId } = scope
  const { rows } = await sql<Found>`
    with named as (
      select n as name, null as wanted, null as found from unnest(${likeness.names}::text[]) n
      union
      select n.before || d.word || n.after, n.spellings[1], d.word
        from jsonb_to_recordset(${JSON.stringify(likeness.nearNames)}::jsonb) as n(before text, after text, spellings text[])
        join name_word_deletes d on d.merchant_id = ${merchantId} and d.deletion = any(n.spellings)),
    candidates as (
      (select 1 as rank, k.customer_id, null as wanted, null as found from customer_keys k
        where k.merchant_id = ${merchantId} and k.kind = 'email' and k.value = any(${likeness.emails}::text[]) limit ${LOOKED_AT})
      union all
      (select 2, k.customer_id, null, null from customer_keys k
        where k.merchant_id = ${merchantId} and k.kind = 'phone' and k.value = ${likeness.phone} limit ${LOOKED_AT})
      union all
      (select 3, s.customer_id, n.wanted, n.found
         from named n
         cross join lateral (
           select customer_id from search_customers where merchant_id = ${merchantId} and sort_name = n.name
           union all
           select customer_id from search_customers where merchant_id = ${merchantId} and alt_name = n.name) s
        where exists (select from customer_addresses a where a.merchant_id = ${merchantId} and a.customer_id = s.customer_id
                        and a.postal_code = ${likeness.postalCode})
        limit ${LOOKED_AT}))
    select c.id, c.display_name as "displayName", c.email, c.phone, c.type, f.wanted, f.found,
           (array['email', 'phone', 'name'])[f.rank] as because
      from candidates f join customers c on c.merchant_id = ${merchantId} and c.id = f.customer_id
     where c.id is distinct from ${exclude} and ${visibleTo(scope)}
     order by f.rank, c.status, c.display_name, c.id`.execute(reader)
  const similar = new Map<string, Similar>()
  for (const { wanted, found, ...customer } of rows) {
    const near = wanted === null || found === null || isNear(wanted, found)
    if (near && !similar.has(customer.id)) similar.set(customer.id, customer)
  }
  return [...similar.values()].slice(0, SHOWN)
}
