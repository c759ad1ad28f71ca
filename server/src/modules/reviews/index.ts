// Reviews: what customers say of the merchant, whose they are, and the figures that follow from them.

export { type IncomingReview, type PutOutcome, putReviews, type Refused } from './reviews.commands.ts'
export { moveReviews } from './reviews.move.ts'
export { reviewRoutes } from './reviews.routes.ts'
export { keyOf as reviewKey } from './reviews.rows.ts'
export type { ReviewInput } from './reviews.schemas.ts'
export { verifyReviews } from './reviews.verify.ts'
export { analyzeReviews, settleReviews } from './statistics.ts'
export { lockReviewInputs } from './stored-reviews.queries.ts'
