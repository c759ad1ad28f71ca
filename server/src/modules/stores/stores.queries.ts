import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { Ctx, Scope } from '../../http/context.ts'
import { decodeCursor, encodeCursor } from '../../kernel/cursor.ts'
import { badRequest, notFound } from '../../kernel/problem.ts'
import type { Store, StoreListQuery } from './stores.schemas.ts'

const CURSOR = 'stores'

export async function listStores(
  ctx: Ctx,
  query: StoreListQuery,
): Promise<{ items: Store[]; nextCursor: string | null }> {
  const limit = query.limit ?? 50
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, CURSOR)?.[0]
  if (after !== null && typeof after !== 'string')
    throw badRequest('cursor.malformed', 'This cursor is not of this list')
  const rows = await ctx.db.read(ctx.scope.merchantId, (reader) =>
    selectStores(reader, ctx.scope, {
      where: after === null ? sql`true` : sql`name_key > ${after}`,
      limit: limit + 1,
    }),
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(({ name_key: _, ...store }) => store),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.name_key], CURSOR) : null,
  }
}

export const getStore = (ctx: Ctx, id: string): Promise<Store> =>
  ctx.db.read(ctx.scope.merchantId, (reader) => readStore(reader, ctx.scope, id))

/** As it is on the wire; 404 when there is none that the caller may see. */
export async function readStore(reader: Reader, scope: Scope, id: string): Promise<Store> {
  const [row] = await selectStores(reader, scope, { where: sql`id = ${id}`, limit: 1 })
  if (row === undefined) throw notFound('store')
  const { name_key: _, ...store } = row
  return store
}

/** By name; closed ones too: their customers and orders remain. */
async function selectStores(
  reader: Reader,
  scope: Scope,
  input: { readonly where: RawBuilder<unknown>; readonly limit: number },
): Promise<(Store & { name_key: string })[]> {
  const visible = scope.storeIds === null ? sql`true` : sql`id = any(${[...scope.storeIds]}::uuid[])`
  const { rows } = await sql<Store & { name_key: string }>`
    select id, name, name_key, code, phone, email, time_zone as "timeZone", closed_on as "closedOn", version,
           case when num_nonnulls(line1, line2, city, state, postal_code, country) > 0 then
             json_build_object('line1', line1, 'line2', line2, 'city', city, 'state', state, 'postalCode', postal_code, 'country', country)
           end as address
      from stores
     where merchant_id = ${scope.merchantId} and ${visible} and ${input.where}
     order by name_key
     limit ${input.limit}`.execute(reader)
  return rows
}
