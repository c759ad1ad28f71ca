// What became of reviews, on the records of those who left them, or whose contacts did.
import type { Writer } from '../../db/client.ts'
import { type NewActivity, type Recorder, recordActivities } from '../activity/index.ts'
import type { Sentiment } from './reviews.schemas.ts'

type Told = {
  readonly id: string
  readonly customerId: string | null
  readonly organizationId: string | null
  readonly score: number | null
  readonly sentiment: Sentiment
  readonly text: string | null
}
/** `before` null: it is new; `after` null: it is gone. */
export type ReviewChanged = { readonly before: Told | null; readonly after: Told | null }

export async function tellOfReviews(
  tx: Writer,
  recorder: Recorder,
  changes: readonly ReviewChanged[],
): Promise<void> {
  await recordActivities(tx, recorder, changes.flatMap(activitiesOf))
}

function activitiesOf({ before, after }: ReviewChanged): NewActivity[] {
  const [had, has] = [ownerOf(before), ownerOf(after)]
  if (had !== null && had === has)
    return isSame(before, after)
      ? []
      : [{ kind: 'review.edited', customerId: has, before: named(before), after: named(after) }]
  const lost: NewActivity = {
    kind: after === null ? 'review.deleted' : 'review.unassigned',
    customerId: had,
    before: named(before),
  }
  const got: NewActivity = {
    kind: before === null ? 'review.received' : 'review.assigned',
    customerId: has,
    after: named(after),
  }
  return [...(had === null ? [] : [lost]), ...(has === null ? [] : [got])]
}

const ownerOf = (told: Told | null) => told?.customerId ?? told?.organizationId ?? null

const isSame = (before: Told | null, after: Told | null) =>
  before?.score === after?.score && before?.sentiment === after?.sentiment && before?.text === after?.text

/** Never what it says: whoever sees the customer reads this, also those who may not see a review of that store. */
const named = (told: Told | null) => (told === null ? null : { review: { id: told.id } })
