/**
 * Reviews come in sets: read what stands, decide, write the rows and what they change of the figures, in one transaction.
 * Locks are taken in one order: reviews by outer key, then figures by customer.
 */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Writer } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { newId } from '../../kernel/ids.ts'
import { announce } from '../events/index.ts'
import {
  type CustomerReference,
  findParties,
  type Missed,
  type OrganizationReference,
  outOfSight,
  type PutOutcome,
  primaryOrganizations,
  type Refused,
  readStores,
  stillMissed,
} from '../orders/index.ts'
import { type ReviewKey, readReview } from './read-review.ts'
import { findOrders, type KnownOrder } from './review-orders.queries.ts'
import { addToReviewFigures } from './reviews.figures.ts'
import {
  insertReviews,
  keyOf,
  lockReviews,
  type ReviewRow,
  type Standing,
  updateReviews,
} from './reviews.rows.ts'
import type { OrderReference, ReviewInput } from './reviews.schemas.ts'
import type { Counted, ReviewDraft } from './reviews.shapes.ts'
import { tellOfReviews } from './reviews.tell.ts'

export type IncomingReview = ReviewKey & { readonly input: ReviewInput }
export type { PutOutcome, Refused }

const hidden = { code: 'review.out_of_sight', message: 'is a review of a store out of your sight' }

export type Maker = Pick<Ctx, 'scope' | 'merchant' | 'actor'>

type Read = {
  readonly draft: ReviewDraft
  readonly customer: CustomerReference | null
  readonly organization: OrganizationReference | null
  readonly orderReference: OrderReference | null
  readonly order: KnownOrder | null
}

/**
 * Each key at most once among them; answers in their order. What is older than what stands, or says the same, changes
 * nothing. Who is limited to stores is refused a review of none of theirs, and one that stands out of their sight.
 */
export async function putReviews(
  tx: Writer,
  maker: Maker,
  incoming: readonly IncomingReview[],
): Promise<(PutOutcome | Refused)[]> {
  const { scope, merchant } = maker
  const standing = await lockReviews(tx, scope.merchantId, incoming)
  const stores = await readStores(tx, scope)
  const orders = await findOrders(
    tx,
    scope,
    incoming.map(({ source, input }) => ({ source, order: input.order ?? null })),
  )
  const judged = incoming.map((one, n): Read | Refused => {
    const order = orders[n] ?? null
    const draft = readReview(one, one.input, { merchant, stores, order })
    if ('faults' in draft) return draft
    const before = standing.get(keyOf(one))
    const faults = outOfSight(scope, { storeId: draft.storeId, before }, hidden)
    if (faults !== null) return { faults }
    const { customer = null, organization = null, order: orderReference = null } = one.input
    return { draft, customer, organization, orderReference, order }
  })
  const seen = judged.filter((one) => 'draft' in one)
  const outcomes = seen.length === 0 ? [] : await putSeen(tx, maker, seen, standing)
  let next = 0
  return judged.map((one) => ('draft' in one ? (outcomes[next++] as PutOutcome) : one))
}

async function putSeen(
  tx: Writer,
  maker: Maker,
  incoming: readonly Read[],
  standing: ReadonlyMap<string, Standing>,
): Promise<PutOutcome[]> {
  const { merchantId } = maker.scope
  const named = await findParties(
    tx,
    maker,
    incoming.map(({ draft, customer, organization }) => ({ source: draft.source, customer, organization })),
  )
  const known = incoming.map((one, n): Known => {
    const before = standing.get(keyOf(one.draft)) ?? null
    const found = named[n]?.customerId ?? one.order?.customerId ?? null
    const customerId = before?.isPinned === true ? before.customerId : found
    return {
      ...one,
      before,
      customerId,
      givenOrganization: named[n]?.organizationId ?? null,
      missed: named[n]?.missed ?? [],
    }
  })
  const primaries = await primaryOrganizations(
    tx,
    merchantId,
    known.flatMap(({ customerId, draft }) =>
      customerId === null ? [] : [{ id: customerId, day: draft.localDay }],
    ),
  )
  const decided = known.map((one) => decide(one, primaries))
  const changed = decided.filter(({ before, isChanged }) => before === null || isChanged)
  await insertReviews(
    tx,
    merchantId,
    changed.flatMap(({ before, row }) => (before === null ? [row] : [])),
  )
  await updateReviews(
    tx,
    merchantId,
    changed.flatMap(({ before, row }) => (before === null ? [] : [row])),
  )
  await addToReviewFigures(tx, merchantId, {
    minus: changed.flatMap(({ before }) => (before === null ? [] : [before])),
    plus: changed.map(({ row }) => countedOf(row)),
  })
  await tellOfReviews(
    tx,
    maker,
    changed.map(({ before, row }) => ({ before, after: { ...row.draft, ...row } })),
  )
  await announce(tx, merchantId, { kind: 'review.changed', ids: changed.map(({ row }) => row.id) })
  return decided.map(({ row, before, isChanged, missed }) => ({
    id: row.id,
    missed,
    outcome: before === null ? 'created' : isChanged ? 'updated' : 'unchanged',
  }))
}

type Known = Read & {
  readonly before: Standing | null
  readonly customerId: string | null
  readonly givenOrganization: string | null
  readonly missed: readonly Missed[]
}
type Decided = Pick<PutOutcome, 'missed'> & {
  readonly row: ReviewRow
  readonly before: Standing | null
  readonly isChanged: boolean
}

function decide(known: Known, primaries: ReadonlyMap<string, string>): Decided {
  const { draft, before, customerId } = known
  const organization = organizationOf(known, primaries)
  const row: ReviewRow = {
    id: before?.id ?? newId(),
    draft,
    digest: createHash('sha256').update(JSON.stringify(draft)).digest('hex'),
    customerId,
    // What an organization says itself is its own already.
    organizationId: organization === customerId ? null : organization,
    customerReference: unresolved(known),
    isPinned: before?.isPinned ?? false,
  }
  const isOlder =
    before?.sourceUpdatedAt != null &&
    draft.sourceUpdatedAt !== null &&
    draft.sourceUpdatedAt < before.sourceUpdatedAt
  const isChanged = before !== null && !isOlder && differs(before, row)
  return { row, before, isChanged, missed: isOlder ? [] : stillMissed(known) }
}

/** The one that is given; then that of the order; then where the customer belonged when it was first written. */
function organizationOf(
  { draft, before, customerId, givenOrganization, order }: Known,
  primaries: ReadonlyMap<string, string>,
): string | null {
  if (givenOrganization !== null) return givenOrganization
  if (before !== null && before.customerId === customerId && before.orderId === draft.orderId)
    return before.organizationId
  if (order !== null && order.customerId === customerId) return order.organizationId
  return customerId === null ? null : (primaries.get(`${customerId} ${draft.localDay}`) ?? null)
}

/** What of the names given led to nobody. Whose it is does not depend on them once a user has said it: they stay. */
function unresolved(known: Known): ReviewRow['customerReference'] {
  const { before, customer, organization, customerId, givenOrganization, orderReference, order } = known
  const { organization: _organization, order: _order, ...kept } = before?.customerReference ?? {}
  const left = {
    ...(before?.isPinned === true ? kept : customer !== null && customerId === null && customer),
    ...(organization !== null && givenOrganization === null && { organization }),
    ...(orderReference !== null && order === null && { order: orderReference }),
  }
  return Object.keys(left).length === 0 ? null : left
}

const differs = (before: Standing, row: ReviewRow) =>
  before.digest !== row.digest ||
  before.customerId !== row.customerId ||
  before.organizationId !== row.organizationId ||
  !isDeepStrictEqual(before.customerReference, row.customerReference)

const countedOf = ({ draft, customerId, organizationId }: ReviewRow): Counted => ({
  customerId,
  organizationId,
  storeId: draft.storeId,
  localDay: draft.localDay,
  sentiment: draft.sentiment,
})
