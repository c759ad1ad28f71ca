// Deleting a tag, and merging it into another: at once while few customers carry it, else step by step in the worker.
// The tag stays until the last customer has lost it, so that nothing ever names a tag that is not there.
import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import { enqueue, type Task, type Tasks } from '../../db/jobs.ts'
import type { Actor, Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { inTransaction } from '../../http/write.ts'
import { newId } from '../../kernel/ids.ts'
import { conflict, invalid } from '../../kernel/problem.ts'
import { type Recorder, recordActivities, recordActivity } from '../activity/index.ts'
import { syncSearchLinks } from '../customers/index.ts'
import { announce } from '../events/index.ts'
import { answerWithTag, dropTag, lockTag, readTag, type TagRemoval } from '../tags/index.ts'

/** About half a second of work. */
const AT_ONCE = 2000
const REMOVE_TASK = 'tags.remove'

/** 204, or 202 with the tag while the worker takes it off its many customers. */
function deleteTag(ctx: Ctx, id: string): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const tag = await readTag(tx, ctx.scope, id)
    if (await takeOff(tx, ctx, { tagId: id, into: null })) return { status: 204, body: '' }
    await continueLater(tx, ctx, { tagId: id, into: null })
    return answerWithTag(tag, 202)
  })
}

/** 200 with the tag that stays, or 202 while the worker is still moving customers to it. */
function mergeTag(ctx: Ctx, id: string, into: string): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const tags = await lockForRemoval(tx, ctx.scope.merchantId, [id, into])
    await readTag(tx, ctx.scope, id)
    const target = tags.get(into)
    if (target === undefined) throw refuse('tag.unknown', 'is not a known tag')
    if (id === into) throw refuse('tag.same', 'must be another tag')
    if (target.removal_id !== null) throw conflict('tag.being_removed')
    const isDone = await takeOff(tx, ctx, { tagId: id, into })
    if (!isDone) await continueLater(tx, ctx, { tagId: id, into })
    return answerWithTag(await readTag(tx, ctx.scope, into), isDone ? 200 : 202)
  })
}

const removeTagStep: Task = async (payload, { db }) => {
  const { merchantId, tagId, into, actor } = payload as typeof payload & Removal & { readonly actor: Actor }
  const recorder: Recorder = { scope: { merchantId, storeIds: null }, actor }
  await db.write(merchantId, async (tx) => {
    if (!(await takeOff(tx, recorder, { tagId, into }))) await continueLater(tx, recorder, { tagId, into })
  })
}

export const tagRemoval: TagRemoval = { deleteTag, mergeTag }
export const tagRemovalTasks: Tasks = { [REMOVE_TASK]: removeTagStep }

const refuse = (code: string, message: string) => invalid([{ path: 'into', code, message }])

type Removal = { readonly tagId: string; readonly into: string | null }

const continueLater = (tx: Writer, { actor }: Recorder, removal: Removal) =>
  enqueue(tx, REMOVE_TASK, { ...removal, actor }, `${REMOVE_TASK}:${removal.tagId}`)

/** One step. True when nobody carried it any more, and the tag is gone. */
async function takeOff(tx: Writer, recorder: Recorder, removal: Removal): Promise<boolean> {
  const merchantId = recorder.scope.merchantId
  const gone = (await lockForRemoval(tx, merchantId, [removal.tagId])).get(removal.tagId)
  if (gone === undefined) return true
  const removalId = gone.removal_id ?? newId()
  const move = async () => {
    const ids = await carriers(tx, merchantId, removal.tagId)
    await moveLinks(tx, recorder, removal, { ids: ids.slice(0, AT_ONCE), removalId, gone })
    return ids.length <= AT_ONCE
  }
  let isOver = await move()
  if (isOver) {
    await lockTag(tx, merchantId, removal.tagId)
    // Whoever was given the tag between the two: nobody can be from here on.
    isOver = await move()
  }
  if (!isOver) {
    await sql`update tags set removal_id = ${removalId} where merchant_id = ${merchantId} and id = ${removal.tagId}`.execute(
      tx,
    )
    return false
  }
  await dropTag(tx, merchantId, removal.tagId)
  await recordActivity(tx, recorder, {
    id: removalId,
    kind: removal.into === null ? 'tag.deleted' : 'tag.merged',
    customerId: null,
    before: { id: removal.tagId, name: gone.name, color: gone.color },
    after: removal.into === null ? null : { id: removal.into },
  })
  await announce(tx, merchantId, {
    kind: 'tag.changed',
    ids: [removal.tagId, ...(removal.into === null ? [] : [removal.into])],
  })
  return true
}

type Tag = { readonly id: string; readonly name: string; readonly color: string }
type Standing = Tag & { readonly removal_id: string | null }

/** One removal at a time has to do with a tag; customers can go on being given it. */
async function lockForRemoval(
  tx: Writer,
  merchantId: string,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  const { rows } = await sql<Standing>`
    select id, name, color, removal_id from tags where merchant_id = ${merchantId} and id = any(${[...ids]}::uuid[])
     order by id for no key update`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Customers are locked before the tag is closed to them, as their own commands do it. */
async function carriers(tx: Writer, merchantId: string, tagId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from customers c
     where c.merchant_id = ${merchantId} and c.id in (
       select customer_id from customer_tags where merchant_id = ${merchantId} and tag_id = ${tagId} limit ${AT_ONCE + 1})
     order by c.id for no key update`.execute(tx)
  return rows.map((row) => row.id)
}

type Step = { readonly ids: readonly string[]; readonly removalId: string; readonly gone: Tag }
type Moved = { readonly id: string; readonly carried_both: boolean }

/** Each carrier has a new version and an activity of their own, a part of the tag's. */
async function moveLinks(
  tx: Writer,
  recorder: Recorder,
  { tagId, into }: Removal,
  { ids, removalId, gone }: Step,
): Promise<void> {
  if (ids.length === 0) return
  const merchantId = recorder.scope.merchantId
  // It may itself have been deleted since, and these customers then lose the tag.
  const target = into === null ? undefined : await holdTag(tx, merchantId, into)
  const { rows } = await sql<Moved>`
    with unlinked as (
      delete from customer_tags where merchant_id = ${merchantId} and tag_id = ${tagId}
         and customer_id = any(${[...ids]}::uuid[]) returning customer_id, sort_name),
    linked as (
      insert into customer_tags (merchant_id, customer_id, tag_id, sort_name)
      select ${merchantId}::uuid, u.customer_id, ${target?.id ?? null}::uuid, u.sort_name from unlinked u
       where ${target !== undefined}::boolean
      on conflict do nothing returning customer_id)
    update customers c set version = c.version + 1, updated_at = now()
      from unlinked u left join linked l using (customer_id)
     where c.merchant_id = ${merchantId} and c.id = u.customer_id
    returning c.id, ${target !== undefined}::boolean and l.customer_id is null as carried_both`.execute(tx)
  const [lost, left] = [shown(gone), target === undefined ? [] : [shown(target)]]
  await recordActivities(
    tx,
    recorder,
    rows.map(({ id, carried_both }) => ({
      customerId: id,
      parentId: removalId,
      kind: 'customer.tagged',
      before: { tags: carried_both ? [lost, ...left] : [lost] },
      after: { tags: left },
    })),
  )
  await syncSearchLinks(tx, merchantId, ids)
  await announce(tx, merchantId, { kind: 'customer.changed', ids })
}

const shown = ({ id, name, color }: Tag): Tag => ({ id, name, color })

/** As it is; not to be deleted before the end of the transaction. */
async function holdTag(tx: Writer, merchantId: string, id: string): Promise<Tag | undefined> {
  const { rows } = await sql<Tag>`
    select id, name, color from tags where merchant_id = ${merchantId} and id = ${id} for key share`.execute(
    tx,
  )
  return rows[0]
}
