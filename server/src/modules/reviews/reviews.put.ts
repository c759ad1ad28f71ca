// One review as its source sends it.
import type { Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { etagOf, inTransaction } from '../../http/write.ts'
import { invalid } from '../../kernel/problem.ts'
import type { ReviewKey } from './read-review.ts'
import { putReviews } from './reviews.commands.ts'
import { readReviewText } from './reviews.queries.ts'
import type { ReviewInput } from './reviews.schemas.ts'

/** 201 for a new one, else 200; what is older than what stands changes nothing and is answered with what stands. */
export function putReview(ctx: Ctx, { source, externalId }: ReviewKey, input: ReviewInput): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const [put] = await putReviews(tx, ctx, [{ source, externalId, input }])
    if (put === undefined || 'faults' in put) throw invalid(put?.faults ?? [])
    const review = await readReviewText(tx, ctx.scope, put.id)
    return { status: put.outcome === 'created' ? 201 : 200, etag: etagOf(review.version), body: review.text }
  })
}
