import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { requireVersion } from '../../http/if-match.ts'
import { etagOf, inTransaction } from '../../http/write.ts'
import { newId } from '../../kernel/ids.ts'
import { conflict } from '../../kernel/problem.ts'
import { recordActivity } from '../activity/index.ts'
import { announce } from '../events/index.ts'
import { readTag } from './tags.queries.ts'
import { cleanName, MOST_TAGS, nameKey, spareColor } from './tags.rules.ts'
import type { NewTag, Tag, TagChange } from './tags.schemas.ts'

export function createTag(ctx: Ctx, input: NewTag): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const [id] = await insertTags(tx, ctx.scope.merchantId, [
      { name: cleanName(input.name), color: input.color },
    ])
    const tag = await readTag(tx, ctx.scope, id as string)
    await recordActivity(tx, ctx, {
      kind: 'tag.created',
      customerId: null,
      after: { id: tag.id, name: tag.name, color: tag.color },
    })
    await announce(tx, ctx.scope.merchantId, { kind: 'tag.changed', ids: [tag.id] })
    return answerWithTag(tag, 201)
  })
}

/** The ids of the tags of these names, in their order; those that do not exist yet are made. */
export async function ensureTags(
  tx: Writer,
  merchantId: string,
  names: readonly string[],
): Promise<string[]> {
  const clean = names.map(cleanName)
  const known = await idsByKey(tx, merchantId, clean.map(nameKey))
  const missing = new Map<string, string>()
  // The first spelling is the one that stands.
  for (const name of clean) {
    const key = nameKey(name)
    if (!known.has(key) && !missing.has(key)) missing.set(key, name)
  }
  const made = await insertTags(
    tx,
    merchantId,
    [...missing.values()].map((name) => ({ name })),
  )
  if (made.length > 0) await announce(tx, merchantId, { kind: 'tag.changed', ids: made })
  for (const [i, key] of [...missing.keys()].entries()) known.set(key, made[i] as string)
  return clean.map((name) => known.get(nameKey(name)) as string)
}

export function updateTag(ctx: Ctx, id: string, expected: number | '*', change: TagChange): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    await sql`select from tags where merchant_id = ${ctx.scope.merchantId} and id = ${id} for no key update`.execute(
      tx,
    )
    const before = await readTag(tx, ctx.scope, id)
    requireVersion(expected, before.version, before)
    const name = change.name === undefined ? before.name : cleanName(change.name)
    const color = change.color ?? before.color
    if (name === before.name && color === before.color) return answerWithTag(before, 200)
    await tx
      .updateTable('tags')
      .set({ name, name_key: nameKey(name), color, version: before.version + 1, updated_at: sql`now()` })
      .where('merchant_id', '=', ctx.scope.merchantId)
      .where('id', '=', id)
      .execute()
    await recordActivity(tx, ctx, {
      kind: 'tag.edited',
      customerId: null,
      before: { id, name: before.name, color: before.color },
      after: { id, name, color },
    })
    await announce(tx, ctx.scope.merchantId, { kind: 'tag.changed', ids: [id] })
    return answerWithTag({ ...before, name, color, version: before.version + 1 }, 200)
  })
}

export const answerWithTag = (tag: Tag, status: number): Answer => ({
  status,
  etag: etagOf(tag.version),
  body: JSON.stringify(tag),
})

async function insertTags(
  tx: Writer,
  merchantId: string,
  tags: readonly { readonly name: string; readonly color?: string | undefined }[],
): Promise<string[]> {
  if (tags.length === 0) return []
  const first = await takeNumbers(tx, merchantId, tags.length)
  const rows = tags.map(({ name, color }, i) => ({
    merchant_id: merchantId,
    id: newId(),
    tag_no: first + i,
    name,
    name_key: nameKey(name),
    color: color ?? spareColor(first + i),
  }))
  await tx.insertInto('tags').values(rows).execute()
  return rows.map((row) => row.id)
}

/** The merchant's row is what makers of tags wait for; the first tags were numbered before it counted. */
async function takeNumbers(tx: Writer, merchantId: string, howMany: number): Promise<number> {
  const { rows } = await sql<{ last: number; count: number }>`
    update merchants m set last_tag_no = greatest(m.last_tag_no, t.last) + ${howMany}
      from (select coalesce(max(tag_no), 0) as last from tags where merchant_id = ${merchantId}) t
     where m.merchant_id = ${merchantId}
    returning m.last_tag_no as last, (select count(*)::int from tags where merchant_id = ${merchantId}) as count`.execute(
    tx,
  )
  const row = rows[0]
  if (row === undefined) throw new Error('the merchant is gone')
  if (row.count + howMany > MOST_TAGS) {
    throw conflict('tag.too_many', { limit: MOST_TAGS }, [
      { path: 'name', code: 'tag.too_many', message: `there are already ${MOST_TAGS} tags` },
    ])
  }
  return row.last - howMany + 1
}

async function idsByKey(
  tx: Writer,
  merchantId: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('tags')
    .select(['id', 'name_key'])
    .where('merchant_id', '=', merchantId)
    .where('name_key', '=', sql<string>`any(${[...keys]}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.name_key, row.id]))
}

/** Nobody is given the tag from here to the end of the transaction. Undefined when it is gone. */
export async function lockTag(tx: Writer, merchantId: string, id: string) {
  return tx
    .selectFrom('tags')
    .select(['name', 'color'])
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** After the last customer has lost it. */
export async function dropTag(tx: Writer, merchantId: string, id: string): Promise<void> {
  await tx.deleteFrom('tags').where('merchant_id', '=', merchantId).where('id', '=', id).execute()
}
