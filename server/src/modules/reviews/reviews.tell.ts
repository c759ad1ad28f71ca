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
  if (had !== null && had === has) {
    const [was, is] = [wholeOf(before), wholeOf(after)]
    const isSame = JSON.stringify(was) === JSON.stringify(is)
    return isSame ? [] : [{ kind: 'review.edited', customerId: has, before: was, after: is }]
  }
  const lost: NewActivity =
    after === null
      ? { kind: 'review.deleted', customerId: had, before: wholeOf(before) }
      : { kind: 'review.unassigned', customerId: had, before: headOf(before) }
  const got: NewActivity = {
    kind: before === null ? 'review.received' : 'review.assigned',
    customerId: has,
    after: headOf(after),
  }
  return [...(had === null ? [] : [lost]), ...(has === null ? [] : [got])]
}

const ownerOf = (told: Told | null) => told?.customerId ?? told?.organizationId ?? null

/** What it says stands in the review itself, as long as it stands. */
const headOf = (told: Told | null) =>
  told === null ? null : { review: { id: told.id, score: told.score, sentiment: told.sentiment } }

const wholeOf = (told: Told | null) =>
  told === null
    ? null
    : { review: { id: told.id, score: told.score, sentiment: told.sentiment, text: told.text } }
