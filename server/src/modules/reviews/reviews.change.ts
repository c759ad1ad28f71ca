// What users do with a review: say whose it is, or take it away.
import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { requireVersion } from '../../http/if-match.ts'
import { etagOf, inTransaction } from '../../http/write.ts'
import { notFound } from '../../kernel/problem.ts'
import { announce } from '../events/index.ts'
import { isInSight, primaryOrganizations, requireCustomer } from '../orders/index.ts'
import { addToReviewFigures } from './reviews.figures.ts'
import { type ReviewText, readReviewText } from './reviews.queries.ts'
import { lockReview, type Standing } from './reviews.rows.ts'
import type { ReviewChange } from './reviews.schemas.ts'
import { tellOfReviews } from './reviews.tell.ts'

/** The customer is pinned: what the source sends later keeps it. */
export function assignReview(
  ctx: Ctx,
  id: string,
  expected: number | '*',
  { customer }: ReviewChange,
): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const { merchantId } = ctx.scope
    const before = await lockInSight(tx, ctx, id)
    const review = await readReviewText(tx, ctx.scope, id)
    requireVersion(expected, review.version, JSON.parse(review.text))
    const customerId = customer?.id ?? null
    if (customerId !== null) await requireCustomer(tx, ctx.scope, customerId)
    if (customerId === before.customerId && before.isPinned) return answerOf(review)
    const organizationId = await organizationOf(tx, merchantId, before, customerId)
    const after = { ...before, customerId, organizationId }
    await sql`
      update reviews set customer_id = ${customerId}::uuid, organization_id = ${organizationId}::uuid, customer_pinned = true,
             version = version + 1, updated_at = now() where merchant_id = ${merchantId} and id = ${id}`.execute(
      tx,
    )
    await addToReviewFigures(tx, merchantId, { minus: [before], plus: [after] })
    await tellOfReviews(tx, ctx, [{ before, after }])
    await tellScreens(tx, merchantId, id, [before, after])
    return answerOf(await readReviewText(tx, ctx.scope, id))
  })
}

/** Its source may bring it again. */
export function deleteReview(ctx: Ctx, id: string): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const { merchantId } = ctx.scope
    const before = await lockInSight(tx, ctx, id)
    await sql`delete from reviews where merchant_id = ${merchantId} and id = ${id}`.execute(tx)
    await addToReviewFigures(tx, merchantId, { minus: [before], plus: [] })
    await tellOfReviews(tx, ctx, [{ before, after: null }])
    await tellScreens(tx, merchantId, id, [before])
    return { status: 204, body: '' }
  })
}

const answerOf = ({ text, version }: ReviewText): Answer => ({
  status: 200,
  etag: etagOf(version),
  body: text,
})

async function lockInSight(tx: Writer, { scope }: Ctx, id: string): Promise<Standing> {
  const standing = await lockReview(tx, scope.merchantId, id)
  if (standing === undefined || !isInSight(scope, standing.storeId)) throw notFound('review')
  return standing
}

async function organizationOf(
  tx: Writer,
  merchantId: string,
  { customerId: before, organizationId, localDay }: Standing,
  customerId: string | null,
): Promise<string | null> {
  if (customerId === before) return organizationId
  if (customerId === null) return null
  // Nobody's until now: the organization is the one that its source named, and goes on naming.
  if (before === null && organizationId !== null) return organizationId === customerId ? null : organizationId
  const primary = await primaryOrganizations(tx, merchantId, [{ id: customerId, day: localDay }])
  return primary.get(`${customerId} ${localDay}`) ?? null
}

type Owners = Pick<Standing, 'customerId' | 'organizationId'>

async function tellScreens(
  tx: Writer,
  merchantId: string,
  id: string,
  owners: readonly Owners[],
): Promise<void> {
  const ids = owners.flatMap(({ customerId, organizationId }) => [customerId, organizationId])
  const people = [...new Set(ids.filter((one) => one !== null))]
  await announce(tx, merchantId, { kind: 'review.changed', ids: [id] })
  await announce(tx, merchantId, { kind: 'customer.changed', ids: people })
}
