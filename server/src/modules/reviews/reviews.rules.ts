// What a review says of the merchant, and what it changes of the figures.
import type { Sentiment } from './reviews.schemas.ts'
import type { Counted } from './reviews.shapes.ts'

const GOOD = 4
const BAD = 2

/** Of 1 to 5, where the source does not say. */
export const sentimentOf = (score: number): Sentiment =>
  score >= GOOD ? 'positive' : score <= BAD ? 'negative' : 'neutral'

export type DayDelta = {
  readonly customer: string
  readonly day: string
  readonly store: string
  reviews: number
  positive: number
  negative: number
}

/** `minus`: as these reviews were; `plus`: as they are now. A review counts for its customer and for its organization. */
export function deltasOf(
  { minus, plus }: { readonly minus: readonly Counted[]; readonly plus: readonly Counted[] },
  noStore: string,
): DayDelta[] {
  const deltas = new Map<string, DayDelta>()
  const add = ({ customerId, organizationId, storeId, localDay: day, sentiment }: Counted, sign: 1 | -1) => {
    const store = storeId ?? noStore
    for (const customer of [customerId, organizationId]) {
      if (customer === null) continue
      const key = `${customer} ${store} ${day}`
      const delta = deltas.get(key) ?? { customer, day, store, reviews: 0, positive: 0, negative: 0 }
      delta.reviews += sign
      if (sentiment !== 'neutral') delta[sentiment] += sign
      deltas.set(key, delta)
    }
  }
  for (const review of minus) add(review, -1)
  for (const review of plus) add(review, 1)
  return [...deltas.values()].filter(
    ({ reviews, positive, negative }) => reviews !== 0 || positive !== 0 || negative !== 0,
  )
}
