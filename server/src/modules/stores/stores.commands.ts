import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { requireVersion } from '../../http/if-match.ts'
import { etagOf, inTransaction } from '../../http/write.ts'
import { localDay } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import { conflict, Problem } from '../../kernel/problem.ts'
import { recordActivity } from '../activity/index.ts'
import { announce } from '../events/index.ts'
import { readStore } from './stores.queries.ts'
import { emptyStore, MOST_STORES, nameKey, type StoreDraft, withChange } from './stores.rules.ts'
import type { NewStore, Store, StoreChange } from './stores.schemas.ts'

export function createStore(ctx: Ctx, input: NewStore): Promise<Answer> {
  // Somebody limited to stores could not see the one they made.
  if (ctx.scope.storeIds !== null) throw new Problem('access.all_stores_only', 403)
  const draft = withChange(emptyStore, input, ctx.merchant.country)
  return inTransaction(ctx, async (tx) => {
    const merchantId = ctx.scope.merchantId
    const id = newId()
    const storeNo = await takeNumber(tx, merchantId)
    await tx
      .insertInto('stores')
      .values({ merchant_id: merchantId, id, store_no: storeNo, ...columnsOf(draft) })
      .execute()
    const store = await readStore(tx, ctx.scope, id)
    await recordActivity(tx, ctx, { kind: 'store.created', customerId: null, after: store })
    await announce(tx, merchantId, { kind: 'store.changed', ids: [id] })
    return answerOf(store, 201)
  })
}

/** Makes stores of these names where there are none; for an import that brings customers who belong to them. */
export async function ensureStores(
  tx: Writer,
  maker: Pick<Ctx, 'scope' | 'actor'>,
  names: readonly string[],
): Promise<void> {
  const { merchantId } = maker.scope
  const made: string[] = []
  for (const name of new Map(names.map((one) => [nameKey(one), one])).values()) {
    const storeNo = await takeNumber(tx, merchantId)
    // Looked for behind the lock that takeNumber holds: somebody may have made it a moment ago.
    const { rows } =
      await sql`select 1 from stores where merchant_id = ${merchantId} and name_key = ${nameKey(name)}`.execute(
        tx,
      )
    if (rows.length > 0) continue
    const id = newId()
    await tx
      .insertInto('stores')
      .values({ merchant_id: merchantId, id, store_no: storeNo, ...columnsOf({ ...emptyStore, name }) })
      .execute()
    await recordActivity(tx, maker, { kind: 'store.created', customerId: null, after: { id, name } })
    made.push(id)
  }
  if (made.length > 0) await announce(tx, merchantId, { kind: 'store.changed', ids: made })
}

export function updateStore(
  ctx: Ctx,
  id: string,
  expected: number | '*',
  change: StoreChange,
): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const store = await lockStore(tx, ctx, id)
    requireVersion(expected, store.version, store)
    return write(tx, ctx, store, withChange(store, change, ctx.merchant.country))
  })
}

/** Closed from today on, as the calendar stands there; one that is closed stays closed since then. */
export function closeStore(ctx: Ctx, id: string): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const store = await lockStore(tx, ctx, id)
    const today = localDay(new Date(), store.timeZone ?? ctx.merchant.timeZone)
    if (store.closedOn === null || store.closedOn > today)
      await write(tx, ctx, store, { ...store, closedOn: today })
    return { status: 204, body: '' }
  })
}

async function write(tx: Writer, ctx: Ctx, store: Store, draft: StoreDraft): Promise<Answer> {
  const merchantId = ctx.scope.merchantId
  const changed = (Object.keys(emptyStore) as (keyof StoreDraft)[]).filter(
    (key) => JSON.stringify(store[key]) !== JSON.stringify(draft[key]),
  )
  if (changed.length === 0) return answerOf(store, 200)
  await tx
    .updateTable('stores')
    .set({ ...columnsOf(draft), version: store.version + 1, updated_at: sql`now()` })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', store.id)
    .execute()
  const only = (from: StoreDraft) => Object.fromEntries(changed.map((key) => [key, from[key]]))
  const closes = store.closedOn === null && draft.closedOn !== null
  await recordActivity(tx, ctx, {
    kind: closes ? 'store.closed' : 'store.edited',
    customerId: null,
    before: { id: store.id, ...only(store) },
    after: { id: store.id, ...only(draft) },
  })
  await announce(tx, merchantId, { kind: 'store.changed', ids: [store.id] })
  return answerOf(await readStore(tx, ctx.scope, store.id), 200)
}

async function lockStore(tx: Writer, ctx: Ctx, id: string): Promise<Store> {
  await sql`select from stores where merchant_id = ${ctx.scope.merchantId} and id = ${id} for no key update`.execute(
    tx,
  )
  return readStore(tx, ctx.scope, id)
}

const answerOf = (store: Store, status: number): Answer => ({
  status,
  etag: etagOf(store.version),
  body: JSON.stringify(store),
})

function columnsOf({ name, code, phone, email, address, timeZone, closedOn }: StoreDraft) {
  return {
    name,
    name_key: nameKey(name),
    code,
    phone,
    email,
    line1: address?.line1 ?? null,
    line2: address?.line2 ?? null,
    city: address?.city ?? null,
    state: address?.state ?? null,
    postal_code: address?.postalCode ?? null,
    country: address?.country ?? null,
    time_zone: timeZone,
    closed_on: closedOn,
  }
}

/** The merchant's row is what makers of stores wait for; those of a made-up business were numbered without it. */
async function takeNumber(tx: Writer, merchantId: string): Promise<number> {
  const { rows } = await sql<{ last: number; count: number }>`
    update merchants m set last_store_no = greatest(m.last_store_no, s.last) + 1
      from (select coalesce(max(store_no), 0) as last from stores where merchant_id = ${merchantId}) s
     where m.merchant_id = ${merchantId}
    returning m.last_store_no as last, (select count(*)::int from stores where merchant_id = ${merchantId}) as count`.execute(
    tx,
  )
  const row = rows[0]
  if (row === undefined) throw new Error('the merchant is gone')
  if (row.count >= MOST_STORES) {
    throw conflict('store.too_many', { limit: MOST_STORES }, [
      { path: 'name', code: 'store.too_many', message: `there are already ${MOST_STORES} stores` },
    ])
  }
  return row.last
}
