// A review as it is stored, and what figures know of it.
import type { Sentiment } from './reviews.schemas.ts'

/** What the source says, read; whom it names is looked up later. */
export type ReviewDraft = {
  readonly source: string
  readonly externalId: string
  readonly score: number | null
  readonly sentiment: Sentiment
  readonly text: string | null
  readonly author: string | null
  readonly response: string | null
  readonly respondedAt: string | null
  readonly sourceUpdatedAt: string | null
  readonly storeId: string | null
  readonly orderId: string | null
  readonly at: string
  readonly localDay: string
}

export type Counted = {
  readonly customerId: string | null
  readonly organizationId: string | null
  readonly storeId: string | null
  readonly localDay: string
  readonly sentiment: Sentiment
}
