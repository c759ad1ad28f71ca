import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { Ctx, Scope } from '../../http/context.ts'
import { decodeCursor, encodeCursor } from '../../kernel/cursor.ts'
import { badRequest, notFound } from '../../kernel/problem.ts'
import { nameKey } from './tags.rules.ts'
import type { Tag, TagListQuery } from './tags.schemas.ts'

const COUNTED_TO = 10_000
const CURSOR = 'tags'

export async function listTags(
  ctx: Ctx,
  query: TagListQuery,
): Promise<{ items: Tag[]; nextCursor: string | null }> {
  const limit = query.limit ?? 50
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, CURSOR)?.[0]
  if (after !== null && typeof after !== 'string')
    throw badRequest('cursor.malformed', 'This cursor is not of this list')
  const rows = await ctx.db.read(ctx.scope.merchantId, (reader) =>
    selectTags(reader, ctx.scope, {
      where: after === null ? sql`true` : sql`t.name_key > ${after}`,
      limit: limit + 1,
    }),
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(({ name_key: _, ...tag }) => tag),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.name_key], CURSOR) : null,
  }
}

export const getTag = (ctx: Ctx, id: string): Promise<Tag> =>
  ctx.db.read(ctx.scope.merchantId, (reader) => readTag(reader, ctx.scope, id))

/** As it is on the wire; 404 when there is none. */
export async function readTag(reader: Reader, scope: Scope, id: string): Promise<Tag> {
  const [row] = await selectTags(reader, scope, { where: sql`t.id = ${id}`, limit: 1 })
  if (row === undefined) throw notFound('tag')
  const { name_key: _, ...tag } = row
  return tag
}

/** Its id; null when there is none. */
export async function findTag(
  reader: Reader,
  merchantId: string,
  by: { readonly id: string } | { readonly name: string },
): Promise<string | null> {
  const wanted = 'id' in by ? sql`id = ${by.id}` : sql`name_key = ${nameKey(by.name)}`
  const { rows } = await sql<{
    id: string
  }>`select id from tags where merchant_id = ${merchantId} and ${wanted}`.execute(reader)
  return rows[0]?.id ?? null
}

/** By name: the key is unique within the merchant. */
async function selectTags(
  reader: Reader,
  scope: Scope,
  input: { readonly where: RawBuilder<unknown>; readonly limit: number },
): Promise<(Tag & { name_key: string })[]> {
  // Whoever is limited to stores learns nothing of the customers of others, not even their number.
  const visible =
    scope.storeIds === null
      ? sql``
      : sql`and exists (select from customer_stores s where s.merchant_id = l.merchant_id and s.customer_id = l.customer_id
                          and s.store_id = any(${[...scope.storeIds]}::uuid[]))`
  const { rows } = await sql<Tag & { name_key: string }>`
    select t.id, t.name, t.name_key, t.color, t.version, least(n.count, ${COUNTED_TO})::int as customers, n.count > ${COUNTED_TO} as capped
      from tags t, lateral (
        select count(*) as count from (
          select from customer_tags l where l.merchant_id = t.merchant_id and l.tag_id = t.id ${visible} limit ${COUNTED_TO + 1}) found) n
     where t.merchant_id = ${scope.merchantId} and ${input.where}
     order by t.name_key
     limit ${input.limit}`.execute(reader)
  return rows
}
