// Deleting a tag, and merging it into another: at once while few customers carry it, else step by step in the worker.
// The tag stays until the last customer has lost it, so that nothing ever names a tag that is not there.
import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import { enqueue, type Task, type Tasks } from '../../db/jobs.ts'
import type { Actor, Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { inTransaction } from '../../http/write.ts'
import { invalid } from '../../kernel/problem.ts'
import { type Recorder, recordActivity } from '../activity/index.ts'
import { syncSearchLinks } from '../customers/index.ts'
import { announce } from '../events/index.ts'
import { answerWithTag, dropTag, findTag, lockTag, readTag, type TagRemoval } from '../tags/index.ts'

/** About 200 ms of work. */
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
    await readTag(tx, ctx.scope, id)
    if ((await findTag(tx, ctx.scope.merchantId, { id: into })) === null)
      throw refuse('tag.unknown', 'is not a known tag')
    if (id === into) throw refuse('tag.same', 'must be another tag')
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
  const ids = await carriers(tx, merchantId, removal.tagId)
  await moveLinks(tx, merchantId, removal, ids.slice(0, AT_ONCE))
  if (ids.length > AT_ONCE) return false
  const gone = await lockTag(tx, merchantId, removal.tagId)
  if (gone === undefined) return true
  // Whoever was given the tag between the two: nobody can be from here on.
  const late = await carriers(tx, merchantId, removal.tagId)
  await moveLinks(tx, merchantId, removal, late)
  if (late.length > AT_ONCE) return false
  await dropTag(tx, merchantId, removal.tagId)
  await recordActivity(tx, recorder, {
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

/** Customers are locked before the tag, as their own commands do it. */
async function carriers(tx: Writer, merchantId: string, tagId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from customers c
     where c.merchant_id = ${merchantId} and c.id in (
       select customer_id from customer_tags where merchant_id = ${merchantId} and tag_id = ${tagId} limit ${AT_ONCE + 1})
     order by c.id for no key update`.execute(tx)
  return rows.map((row) => row.id)
}

async function moveLinks(
  tx: Writer,
  merchantId: string,
  { tagId, into }: Removal,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  if (into !== null) {
    // The join: the tag merged into may itself have been deleted since, and these customers then lose it too.
    await sql`
      insert into customer_tags (merchant_id, customer_id, tag_id, sort_name)
      select l.merchant_id, l.customer_id, t.id, l.sort_name
        from customer_tags l join tags t on t.merchant_id = l.merchant_id and t.id = ${into}
       where l.merchant_id = ${merchantId} and l.tag_id = ${tagId} and l.customer_id = any(${[...ids]}::uuid[])
      on conflict do nothing`.execute(tx)
  }
  await sql`
    delete from customer_tags where merchant_id = ${merchantId} and tag_id = ${tagId}
       and customer_id = any(${[...ids]}::uuid[])`.execute(tx)
  await syncSearchLinks(tx, merchantId, ids)
  await announce(tx, merchantId, { kind: 'customer.changed', ids })
}
