import { sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import type { Ctx } from '../../../http/context.ts'
import type { Answer } from '../../../http/idempotency.ts'
import { etagOf, inTransaction } from '../../../http/write.ts'
import { invalid, Problem } from '../../../kernel/problem.ts'
import { type ActivityKind, recordActivity } from '../../activity/index.ts'
import { compileAttributes, listDefinitions } from '../../attributes/index.ts'
import { announce } from '../../events/index.ts'
import { ensureTags } from '../../tags/index.ts'
import type { Customer } from '../customer.schemas.ts'
import { type CustomerText, getRecord } from '../record/record.queries.ts'
import { syncSearchLinks, writeSearch } from '../search/search.commands.ts'
import { joinFaults, type ReadBody } from './body.rules.ts'
import type { Draft, Facts } from './draft.ts'
import { writeLinks } from './links.commands.ts'
import { columnsOf } from './write.columns.ts'
import { findReferences, lockRecord } from './write.queries.ts'
import { changesOf, customerSince, planWrite } from './write.rules.ts'
import type { CustomerWrite } from './write.schemas.ts'

/** The id is the caller's, so that they know where the new customer will be. */
export function createCustomer(ctx: Ctx, id: string, body: ReadBody): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const now = new Date()
    const draft = await decide(tx, ctx, body, null, now)
    const since = customerSince(draft, { createdAt: now, firstOrderAt: null }, ctx.merchant.timeZone)
    await tx
      .insertInto('customers')
      .values({
        merchant_id: ctx.scope.merchantId,
        id,
        ...columnsOf(draft),
        customer_since: since,
        inactivated_at: draft.status === 'inactive' ? sql`now()` : null,
      })
      .execute()
    const changed = changesOf(null, draft)?.keys ?? new Set()
    await writeLinks(tx, { merchantId: ctx.scope.merchantId, customerId: id }, draft, changed)
    await writeSearch(tx, ctx.merchant, [id])
    const after = await getRecord(tx, ctx, id)
    await tell(tx, ctx, id, 'customer.created', { after: pick(JSON.parse(after.text), ['type', ...changed]) })
    return { ...answerOf(201, after), location: `/api/v1/customers/${id}` }
  })
}

export function changeCustomer(
  ctx: Ctx,
  id: string,
  body: ReadBody,
  expected: number | '*',
): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const standing = await lockRecord(tx, ctx, id, expected)
    const draft = await decide(tx, ctx, body, standing.customer, new Date())
    return save(tx, ctx, standing, draft)
  })
}

/** Deleted customers are inactive, not gone. */
export function inactivateCustomer(ctx: Ctx, id: string): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    await setStatus(tx, ctx, id, 'inactive')
    return { status: 204, body: '' }
  })
}

export function restoreCustomer(ctx: Ctx, id: string): Promise<Answer> {
  return inTransaction(ctx, async (tx) => answerOf(200, await setStatus(tx, ctx, id, 'active')))
}

export const answerOf = (status: number, { text, version }: CustomerText): Answer => ({
  status,
  body: text,
  etag: etagOf(version),
})

async function decide(
  tx: Writer,
  ctx: Ctx,
  body: ReadBody,
  current: Customer | null,
  now: Date,
): Promise<Draft> {
  if (!body.whole) throw invalid(body.faults)
  const plan = planWrite(current, body.write, await gatherFacts(tx, ctx, body.write, current, now))
  const faults = joinFaults(body.faults, plan.faults)
  if (faults.length > 0) throw invalid(faults)
  requireRight(ctx, current, plan.draft)
  if (plan.newTags.length === 0) return plan.draft
  const made = await ensureTags(tx, ctx.scope.merchantId, plan.newTags)
  return { ...plan.draft, tags: [...plan.draft.tags, ...made.map((id) => ({ id, name: '', color: '' }))] }
}

async function gatherFacts(
  tx: Writer,
  ctx: Ctx,
  write: CustomerWrite,
  current: Customer | null,
  now: Date,
): Promise<Facts> {
  const needsAttributes = current === null || write.attributes !== undefined
  const definitions = needsAttributes ? await listDefinitions(tx, ctx.scope.merchantId) : []
  return {
    merchant: ctx.merchant,
    actor: ctx.actor.kind,
    limitedTo: ctx.scope.storeIds,
    now,
    references: await findReferences(tx, ctx, write, current),
    attributes: compileAttributes(definitions, ctx.merchant.currency),
  }
}

function requireRight(ctx: Ctx, current: Customer | null, draft: Draft): void {
  if (draft.status === (current?.status ?? 'active') || ctx.permissions.has('customers.delete')) return
  throw new Problem('access.denied', 403, { params: { permission: 'customers.delete' } })
}

type Standing = CustomerText & { readonly customer: Customer }

/** Writes what differs; nothing at all when nothing does. */
async function save(
  tx: Writer,
  ctx: Ctx,
  { customer, ...standing }: Standing,
  draft: Draft,
): Promise<Answer> {
  const changes = changesOf(customer, draft)
  if (changes === null) return answerOf(200, standing)
  const changed = changes.keys
  await updateColumns(tx, ctx, customer, draft, changed)
  await writeLinks(tx, { merchantId: ctx.scope.merchantId, customerId: customer.id }, draft, changed)
  if (findable.some((key) => changed.has(key))) await writeSearch(tx, ctx.merchant, [customer.id])
  else if (linked.some((key) => changed.has(key)))
    await syncSearchLinks(tx, ctx.scope.merchantId, [customer.id])
  const after = await getRecord(tx, ctx, customer.id)
  await tell(tx, ctx, customer.id, kindOf(changed, draft), {
    before: changes.before,
    after: pick(JSON.parse(after.text), [...changed]),
  })
  return answerOf(200, after)
}

const findable = [
  'type',
  'number',
  'firstName',
  'middleName',
  'lastName',
  'nickname',
  'businessName',
  'email',
  'additionalEmails',
  'phones',
  'externalIds',
]
const linked = ['status', 'tags', 'stores', 'organizations']

async function updateColumns(
  tx: Writer,
  ctx: Ctx,
  customer: Customer,
  draft: Draft,
  changed: ReadonlySet<string>,
): Promise<void> {
  const known = { createdAt: new Date(customer.createdAt), firstOrderAt: customer.firstOrderAt }
  const since = customerSince(draft, known, ctx.merchant.timeZone)
  const { phones, ...columns } = columnsOf(draft)
  await tx
    .updateTable('customers')
    .set({
      ...columns,
      // What was typed for an invalid number is read in its country once, when it is written.
      phones: sql`coalesce(${changed.has('phones') ? phones : null}::jsonb, phones)`,
      customer_since: sql`least(${since}::date, recorded_on)`,
      inactivated_at: sql`case when ${draft.status} = 'inactive' then coalesce(inactivated_at, now()) end`,
      updated_at: sql`now()`,
      version: sql`version + 1`,
    })
    .where('merchant_id', '=', ctx.scope.merchantId)
    .where('id', '=', customer.id)
    .execute()
}

async function setStatus(
  tx: Writer,
  ctx: Ctx,
  id: string,
  status: Customer['status'],
): Promise<CustomerText> {
  const standing = await lockRecord(tx, ctx, id)
  if (standing.customer.status === status) return standing
  await tx
    .updateTable('customers')
    .set({
      status,
      inactivated_at: status === 'inactive' ? sql`now()` : null,
      updated_at: sql`now()`,
      version: sql`version + 1`,
    })
    .where('merchant_id', '=', ctx.scope.merchantId)
    .where('id', '=', id)
    .execute()
  await syncSearchLinks(tx, ctx.scope.merchantId, [id])
  const kind = status === 'inactive' ? 'customer.inactivated' : 'customer.restored'
  await tell(tx, ctx, id, kind, { before: { status: standing.customer.status }, after: { status } })
  return getRecord(tx, ctx, id)
}

function kindOf(changed: ReadonlySet<string>, draft: Draft): ActivityKind {
  if (changed.size > 1) return 'customer.edited'
  if (changed.has('status')) return draft.status === 'inactive' ? 'customer.inactivated' : 'customer.restored'
  return changed.has('tags') ? 'customer.tagged' : 'customer.edited'
}

type Shown = Readonly<Record<string, unknown>>
type Change = { readonly before?: Shown; readonly after: Shown }

/** What every write ends with: the activity, and the bell for open screens, also those of whoever it is tied to. */
export async function tell(
  tx: Writer,
  ctx: Ctx,
  customerId: string,
  kind: ActivityKind,
  change: Change,
): Promise<void> {
  await recordActivity(tx, ctx, { kind, customerId, ...change })
  const tied = [change.before, change.after].flatMap(
    ({ organizations } = {}) => (organizations ?? []) as { id: string }[],
  )
  const ids = new Set([customerId, ...tied.map((organization) => organization.id)])
  await announce(tx, ctx.scope.merchantId, { kind: 'customer.changed', ids: [...ids] })
}

const pick = (from: Record<string, unknown>, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, from[key]]))
