/**
 * Contacts go from one organization to another, with or without the orders they placed for the old one. What they order
 * from now on counts for the new one where it becomes their primary organization.
 */
import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { inTransaction } from '../../http/write.ts'
import { type FieldFault, invalid, notFound } from '../../kernel/problem.ts'
import { recordActivities, recordActivity } from '../activity/index.ts'
import { visibleTo } from '../customers/index.ts'
import { announce } from '../events/index.ts'
import { moveOrders } from '../orders/index.ts'
import { moveReviews } from '../reviews/index.ts'
import type { ContactMove } from './organizations.schemas.ts'

type Organization = { readonly id: string; readonly name: string }

export function moveContacts(ctx: Ctx, from: string, { ids, to, orders }: ContactMove): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const { merchantId } = ctx.scope
    const found = await lockAll(tx, ctx, [from, to, ...ids])
    const old = found.get(from)
    if (old?.type !== 'business') throw notFound('organization')
    const faults: FieldFault[] = []
    if (to === from)
      faults.push({ path: 'to', code: 'organization.same', message: 'is where they are already' })
    else if (found.get(to)?.type !== 'business')
      faults.push({ path: 'to', code: 'organization.unknown', message: 'is not a known organization' })
    const moved = faults.length > 0 ? [] : await moveAffiliations(tx, merchantId, { from, to, ids })
    for (const [i, id] of ids.entries())
      if (faults.length === 0 && !moved.includes(id))
        faults.push({
          path: `ids.${i}`,
          code: 'contact.unknown',
          message: 'is no contact of this organization',
        })
    if (faults.length > 0) throw invalid(faults)
    await touch(tx, merchantId, from, moved)
    const count = orders === 'move' ? await moveOrders(tx, merchantId, { from, to, customers: moved }) : 0
    if (orders === 'move') await moveReviews(tx, merchantId, { from, to, customers: moved })
    await tell(
      tx,
      ctx,
      { from: { id: from, name: old.name }, to: { id: to, name: found.get(to)?.name ?? '' } },
      moved,
      count,
    )
    return { status: 200, body: JSON.stringify({ moved: moved.length, orders: count }) }
  })
}

type Locked = { readonly id: string; readonly type: string; readonly name: string }

/** In the order in which everybody locks customers; those out of the caller's sight are not found. */
async function lockAll(tx: Writer, { scope }: Ctx, ids: readonly string[]): Promise<Map<string, Locked>> {
  const { rows } = await sql<Locked>`
    select c.id, c.type, c.display_name as name from customers c
     where c.merchant_id = ${scope.merchantId} and c.id = any(${[...ids]}::uuid[]) and ${visibleTo(scope)}
     order by c.id for no key update of c`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

type Move = { readonly from: string; readonly to: string; readonly ids: readonly string[] }

/** Whoever belongs to the new one already stays as they are there, and is primary there if they were here. */
async function moveAffiliations(tx: Writer, merchantId: string, { from, to, ids }: Move): Promise<string[]> {
  const { rows: left } = await sql<{ contact_id: string }>`
    delete from affiliations a where a.merchant_id = ${merchantId} and a.organization_id = ${from} and a.contact_id = any(${[...ids]}::uuid[])
    returning a.contact_id, a.title, a.is_primary, a."from", a.until, a.sort_name`.execute(tx)
  await sql`
    insert into affiliations as a (merchant_id, contact_id, organization_id, title, is_primary, "from", until, sort_name)
    select ${merchantId}::uuid, g.contact_id, ${to}::uuid, g.title, g.is_primary, g."from", g.until, g.sort_name
      from jsonb_to_recordset(${JSON.stringify(left)}::jsonb)
        as g(contact_id uuid, title text, is_primary boolean, "from" date, until date, sort_name text)
     order by g.contact_id
    on conflict (merchant_id, contact_id, organization_id) do update set is_primary = a.is_primary or excluded.is_primary`.execute(
    tx,
  )
  return left.map((row) => row.contact_id)
}

/** Their records changed; and who has left manages the old one no more. */
async function touch(tx: Writer, merchantId: string, from: string, people: readonly string[]): Promise<void> {
  await sql`
    update customers set version = version + 1, updated_at = now()
     where merchant_id = ${merchantId} and id = any(${[...people]}::uuid[])`.execute(tx)
  await sql`
    update customers set manager_id = null, version = version + 1, updated_at = now()
     where merchant_id = ${merchantId} and id = ${from} and manager_id = any(${[...people]}::uuid[])`.execute(
    tx,
  )
}

async function tell(
  tx: Writer,
  ctx: Ctx,
  { from, to }: { readonly from: Organization; readonly to: Organization },
  people: readonly string[],
  orders: number,
): Promise<void> {
  const parentId = await recordActivity(tx, ctx, {
    kind: 'customers.moved',
    customerId: null,
    before: { organization: from },
    after: { organization: to, contacts: people.length, orders },
  })
  await recordActivities(
    tx,
    ctx,
    people.map((customerId) => ({
      kind: 'customer.moved',
      customerId,
      parentId,
      before: { organization: from },
      after: { organization: to },
    })),
  )
  await announce(tx, ctx.scope.merchantId, { kind: 'customer.changed', ids: [...people, from.id, to.id] })
}
