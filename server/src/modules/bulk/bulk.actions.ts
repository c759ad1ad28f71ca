// What each action does to many customers, in one statement, and how it is reversed. The rows are locked by the caller.
import { type RawBuilder, sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import type { Action } from './bulk.schemas.ts'

/** A customer carries at most so many. */
const MOST_TAGS = 200

export type Target = {
  readonly merchantId: string
  readonly action: Action
  readonly targetId: string | null
}
export type Changed = { readonly id: string; readonly version: number }

/** Those that changed; the others were so already, or `refused` says why they cannot be. */
export function apply(tx: Writer, target: Target, ids: readonly string[]): Promise<Changed[]> {
  switch (target.action) {
    case 'inactivate':
      return setStatus(tx, target, ids, 'inactive')
    case 'restore':
      return setStatus(tx, target, ids, 'active')
    case 'addTag':
      return link(
        tx,
        target,
        ids,
        tagLinks,
        sql`(
        select count(*) from customer_tags o where o.merchant_id = c.merchant_id and o.customer_id = c.id) < ${MOST_TAGS}`,
      )
    case 'removeTag':
      return unlink(tx, target, ids, tagLinks)
    case 'assignStore':
      return link(tx, target, ids, storeLinks, sql`true`)
  }
}

/** The other way round, for customers that the action changed and nobody since. */
export function reverse(tx: Writer, target: Target, ids: readonly string[]): Promise<Changed[]> {
  switch (target.action) {
    case 'inactivate':
      return setStatus(tx, target, ids, 'active')
    case 'restore':
      return setStatus(tx, target, ids, 'inactive')
    case 'addTag':
      return unlink(tx, target, ids, tagLinks)
    case 'removeTag':
      return link(tx, target, ids, tagLinks, sql`true`)
    case 'assignStore':
      return unlink(tx, target, ids, storeLinks)
  }
}

/** Of these, the ones that should carry the tag now and do not. */
export async function refused(tx: Writer, target: Target, ids: readonly string[]): Promise<string[]> {
  if (target.action !== 'addTag') return []
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${[...ids]}::uuid[]) id
     where not exists (select from customer_tags l where l.merchant_id = ${target.merchantId} and l.customer_id = id
                          and l.tag_id = ${target.targetId})`.execute(tx)
  return rows.map((row) => row.id)
}

type Links = {
  readonly table: RawBuilder<unknown>
  readonly column: RawBuilder<unknown>
  readonly of: RawBuilder<unknown>
}
const tagLinks: Links = { table: sql`customer_tags`, column: sql`tag_id`, of: sql`tags` }
const storeLinks: Links = { table: sql`customer_stores`, column: sql`store_id`, of: sql`stores` }

async function setStatus(
  tx: Writer,
  { merchantId }: Target,
  ids: readonly string[],
  status: 'active' | 'inactive',
): Promise<Changed[]> {
  const { rows } = await sql<Changed>`
    update customers set status = ${status}, inactivated_at = case when ${status} = 'inactive' then now() end,
           version = version + 1, updated_at = now()
     where merchant_id = ${merchantId} and id = any(${[...ids]}::uuid[]) and status <> ${status}
    returning id, version`.execute(tx)
  return rows
}

/** Without a sort name: syncSearchLinks fills it. Nothing happens when the tag or store is gone. */
async function link(
  tx: Writer,
  { merchantId, targetId }: Target,
  ids: readonly string[],
  links: Links,
  fits: RawBuilder<unknown>,
): Promise<Changed[]> {
  const { rows } = await sql<Changed>`
    with linked as (
      insert into ${links.table} (merchant_id, customer_id, ${links.column}, sort_name)
      select c.merchant_id, c.id, t.id, '' from customers c join ${links.of} t on t.merchant_id = c.merchant_id and t.id = ${targetId}
       where c.merchant_id = ${merchantId} and c.id = any(${[...ids]}::uuid[]) and ${fits}
      on conflict do nothing returning customer_id)
    update customers c set version = c.version + 1, updated_at = now() from linked
     where c.merchant_id = ${merchantId} and c.id = linked.customer_id
    returning c.id, c.version`.execute(tx)
  return rows
}

async function unlink(
  tx: Writer,
  { merchantId, targetId }: Target,
  ids: readonly string[],
  links: Links,
): Promise<Changed[]> {
  const { rows } = await sql<Changed>`
    with unlinked as (
      delete from ${links.table} where merchant_id = ${merchantId} and ${links.column} = ${targetId}
         and customer_id = any(${[...ids]}::uuid[]) returning customer_id)
    update customers c set version = c.version + 1, updated_at = now() from unlinked
     where c.merchant_id = ${merchantId} and c.id = unlinked.customer_id
    returning c.id, c.version`.execute(tx)
  return rows
}
