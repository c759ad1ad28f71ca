// One batch of reviews: each row laid over the review that stands, and put.
import type { Writer } from '../../../db/client.ts'
import {
  type IncomingReview,
  lockReviewInputs,
  type PutOutcome,
  putReviews,
  type Refused,
  type ReviewInput,
  reviewKey,
} from '../../reviews/index.ts'
import { customersMeant, keptWith, type Meant, soleOrders } from '../by-path/any-source.ts'
import { membersOf } from '../by-path/members.rules.ts'
import { missedCells } from '../by-path/missed.rules.ts'
import { reasonOf, triedOrDone } from '../by-path/outcomes.ts'
import type { ReadRow } from '../mapping/canonical.ts'
import type { BatchResult } from '../merge/batch.ts'
import type { ImportScope } from '../merge/facts.ts'
import { nothingMade } from '../merge/made.ts'
import type { RowResult } from '../merge/work.ts'

/** A review that a file has twice is what its last row says. */
export async function mergeReviews(
  tx: Writer,
  scope: ImportScope,
  rows: readonly ReadRow[],
): Promise<BatchResult> {
  const outcomes = new Map<ReadRow, PutOutcome | Refused>()
  const customers = await customersMeant(tx, scope.scope.merchantId, {
    ids: rows.flatMap((row) => customerIdOf(row) ?? []),
    from: scope.customersFrom,
  })
  await triedOrDone(tx, scope, async () => {
    for (const wave of wavesOf(rows)) {
      const put = await putWave(tx, scope, wave, customers)
      for (const [i, row] of wave.entries()) outcomes.set(row, put[i] as PutOutcome | Refused)
    }
  })
  return {
    rows: rows.map((row) => resultOf(row, outcomes.get(row), customers)),
    ...{ changedIds: [], pending: [], made: nothingMade(), words: [] },
  }
}

/** No key twice in one of them. */
function wavesOf(rows: readonly ReadRow[]): ReadRow[][] {
  const waves: ReadRow[][] = []
  const times = new Map<string, number>()
  for (const row of rows) {
    const { review } = row.fields
    if (review === undefined || row.rejected !== undefined) continue
    const time = times.get(review.externalId) ?? 0
    times.set(review.externalId, time + 1)
    const wave = waves[time] ?? []
    waves[time] = wave
    wave.push(row)
  }
  return waves
}

const customerIdOf = ({ fields }: ReadRow) =>
  fields.review?.values['customer.externalId'] as string | undefined

type Customers = ReadonlyMap<string, Meant>

async function putWave(
  tx: Writer,
  { scope, merchant, actor }: ImportScope,
  wave: readonly ReadRow[],
  customers: Customers,
) {
  const { merchantId } = scope
  const reviews = wave.flatMap(({ fields }) => fields.review ?? [])
  const standing = await lockReviewInputs(tx, merchantId, reviews)
  const open = reviews.filter(({ isSourceGiven }) => !isSourceGiven)
  const orders = await soleOrders(
    tx,
    merchantId,
    open.flatMap(({ values }) => (values['order.externalId'] as string | undefined) ?? []),
  )
  const incoming = reviews.map((review): IncomingReview => {
    const before = standing.get(reviewKey(review))
    const said = membersOf(review.values, inner) as Partial<ReviewInput>
    const meant = customers.get(said.customer?.externalId ?? '')
    const customer =
      meant !== undefined && 'customer' in meant ? meant.customer : keptWith(before?.customer?.id, meant)
    const order = review.isSourceGiven ? undefined : orders.get(said.order?.externalId ?? '')?.id
    const { source, externalId } = review
    const input = {
      ...laidOver(before, said),
      ...(customer !== null && { customer: { id: customer } }),
      ...(order !== undefined && { order: { id: order } }),
    }
    return { source, externalId, input }
  })
  return putReviews(tx, { scope, merchant, actor }, incoming)
}

const inner = ['customer', 'organization', 'order', 'response'] as const

/** A filled cell overwrites, an empty one never. With a new score what was felt follows from it, unless the row says so. */
function laidOver(before: ReviewInput | undefined, said: Partial<ReviewInput>): ReviewInput {
  const { sentiment, ...rest } = before ?? { at: '' }
  const isJudgedAnew = said.score !== undefined && said.score !== before?.score
  const response =
    said.response === undefined || before?.response == null
      ? said.response
      : { ...before.response, ...said.response }
  return {
    ...rest,
    ...(!isJudgedAnew && sentiment !== undefined && { sentiment }),
    ...said,
    ...(response != null && response.text !== undefined && { response }),
  }
}

function resultOf(row: ReadRow, outcome: PutOutcome | Refused | undefined, customers: Customers): RowResult {
  const rejected =
    row.rejected ??
    (outcome !== undefined && 'faults' in outcome ? reasonOf(outcome.faults, 'review.refused') : null)
  const { review } = row.fields
  const missed = outcome !== undefined && 'missed' in outcome ? outcome.missed : []
  return {
    row,
    outcome: outcome === undefined || 'faults' in outcome ? 'rejected' : outcome.outcome,
    rejected,
    warnings: [
      ...row.warnings,
      ...(review === undefined ? [] : missedCells(review, missed, customers.get(customerIdOf(row) ?? ''))),
    ],
  }
}
