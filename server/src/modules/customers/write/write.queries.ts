import { sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import type { Ctx } from '../../../http/context.ts'
import { requireVersion } from '../../../http/if-match.ts'
import { isId } from '../../../kernel/ids.ts'
import { normalise } from '../../../kernel/text.ts'
import type { Customer } from '../customer.schemas.ts'
import { visibleTo } from '../customer.scope.ts'
import { type CustomerText, getRecord } from '../record/record.queries.ts'
import type { References } from './draft.ts'
import { organizationKey } from './links.rules.ts'
import type { CustomerWrite } from './write.schemas.ts'

/**
 * Locks the customer, then reads what stands: read with the lock, its links would be those of before the wait. An
 * edit of another version than stands does not wait for the lock at all; it is answered with what stands.
 */
export async function lockRecord(
  tx: Writer,
  ctx: Ctx,
  id: string,
  expected: number | '*' = '*',
): Promise<CustomerText & { customer: Customer }> {
  const version = expected === '*' ? null : expected
  // What UPDATE itself takes: others may go on referring to this customer.
  const { rows } = await sql`
    select 1 from customers c where c.merchant_id = ${ctx.scope.merchantId} and c.id = ${id}
       and (${version}::int is null or c.version = ${version}) and ${visibleTo(ctx.scope)} for no key update of c`.execute(
    tx,
  )
  const record = await getRecord(tx, ctx, id)
  const customer = JSON.parse(record.text) as Customer
  requireVersion(expected, rows.length === 0 ? NEVER : record.version, customer)
  return { ...record, customer }
}

/** What was not locked is stale, even if by now it happens to stand at the version that was named. */
const NEVER = -1

type Named = { readonly ids: string[]; readonly keys: string[]; readonly codes: string[] }

const NOTHING: References = { tags: [], stores: [], organizations: [], manager: null, hasContacts: false }
const naming = ['type', 'tags', 'stores', 'organizations', 'manager', 'phone', 'phones'] as const

/** All that a body names, in one statement. Another merchant's things, or those out of sight, are not found. */
export async function findReferences(
  tx: Writer,
  ctx: Ctx,
  write: CustomerWrite,
  current: Customer | null,
): Promise<References> {
  // A limited user's customers must keep one of their stores, whatever is written.
  if (ctx.scope.storeIds === null && naming.every((key) => write[key] === undefined)) return NOTHING
  const tags = namesOf(write.tags)
  const stores = namesOf(write.stores)
  stores.ids.push(...(current?.stores ?? []).map((store) => store.id), ...(ctx.scope.storeIds ?? []))
  const organizations = namesOf(write.organizations)
  // What stands may be sent back, and must not be lost, though the caller's stores hide it.
  const standing =
    ctx.scope.storeIds === null || write.organizations === undefined
      ? []
      : (current?.organizations ?? []).map((organization) => organization.id)
  organizations.ids.push(...standing)
  const organizationKeys = organizations.codes.map((name) => organizationKey(name, ctx)).filter(Boolean)
  const managerId = write.manager?.id ?? null
  const turnsPersonal = current?.type === 'business' && write.type === 'personal'
  const { merchantId } = ctx.scope
  const { rows } = await sql<References>`select
    (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'color', t.color, 'nameKey', t.name_key)), '[]')
       from tags t where t.merchant_id = ${merchantId} and (t.id = any(${tags.ids}::uuid[]) or t.name_key = any(${tags.keys}::text[]))) as tags,
    (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'nameKey', s.name_key, 'code', s.code, 'country', s.country)), '[]')
       from stores s where s.merchant_id = ${merchantId} and (s.id = any(${stores.ids}::uuid[]) or s.name_key = any(${stores.keys}::text[])
         or s.code = any(${stores.codes}::text[]))) as stores,
    (select coalesce(json_agg(json_build_object('id', c.id, 'number', c.number, 'name', c.display_name, 'sortName', f.sort_name,
              'isVisible', ${visibleTo(ctx.scope)})), '[]')
       from (select c.id, null as sort_name from customers c where c.merchant_id = ${merchantId} and c.type = 'business'
                and (c.id = any(${organizations.ids}::uuid[]) or c.number = any(${organizations.codes}::text[]))
             union all
             (select s.customer_id, s.sort_name from search_customers s
               where s.merchant_id = ${merchantId} and s.business and s.sort_name = any(${organizationKeys}::text[]) limit 100)) f
       join customers c on c.merchant_id = ${merchantId} and c.id = f.id
         and (c.id = any(${standing}::uuid[]) or ${visibleTo(ctx.scope)})) as organizations,
    (select json_build_object('id', c.id, 'name', c.display_name, 'phone', c.phone) from customers c
      where c.merchant_id = ${merchantId} and c.id = ${managerId} and ${visibleTo(ctx.scope)}) as manager,
    (${turnsPersonal}::boolean and exists (select from affiliations a
      where a.merchant_id = ${merchantId} and a.organization_id = ${current?.id ?? null})) as "hasContacts"`.execute(
    tx,
  )
  return rows[0] as References
}

type Item =
  | string
  | { readonly id?: string; readonly name?: string; readonly code?: string; readonly number?: string | null }

function namesOf(list: readonly Item[] | null | undefined): Named {
  const named: Named = { ids: [], keys: [], codes: [] }
  for (const item of list ?? []) {
    const { id, name, code, number } =
      typeof item === 'string' ? { id: item, name: item, code: item } : { number: null, ...item }
    if (id !== undefined && isId(id)) named.ids.push(id)
    if (name !== undefined && normalise(name) !== '') named.keys.push(normalise(name))
    for (const text of new Set([code, number, name])) if (text) named.codes.push(text.trim())
  }
  return named
}
