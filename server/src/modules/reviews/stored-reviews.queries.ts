// Reviews that stand, in the words in which they are brought: for whoever brings a part of one.
import { sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import type { ReviewKey } from './read-review.ts'
import { keyOf } from './reviews.rows.ts'
import type { ReviewInput } from './reviews.schemas.ts'

type Stored = Omit<ReviewInput, 'customer' | 'organization' | 'order' | 'store' | 'response'> &
  ReviewKey & {
    readonly customerId: string | null
    readonly orderId: string | null
    readonly storeId: string | null
    readonly reference: Pick<ReviewInput, 'organization' | 'order'> | null
    readonly response: string | null
    readonly respondedAt: string | null
  }

const instant = (column: string) =>
  sql.raw(`to_char(r.${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** Locked, by key, so that what is laid over them is laid over the last that was said. */
export async function lockReviewInputs(
  tx: Writer,
  merchantId: string,
  keys: readonly ReviewKey[],
): Promise<Map<string, ReviewInput>> {
  const { rows } = await sql<Stored>`
    select r.source, r.external_id as "externalId", r.score::float8 as score, r.sentiment, r.text, r.author,
           ${instant('at')} as at, ${instant('source_updated_at')} as "sourceUpdatedAt", r.response,
           ${instant('responded_at')} as "respondedAt", r.store_id as "storeId", r.order_id as "orderId",
           r.customer_id as "customerId", r.customer_reference as reference
      from unnest(${keys.map(({ source }) => source)}::text[], ${keys.map(({ externalId }) => externalId)}::text[]) k(source, external_id)
      join reviews r on r.merchant_id = ${merchantId} and r.external_id = k.external_id and r.source = k.source
     order by r.external_id, r.source for no key update of r`.execute(tx)
  return new Map(rows.map((row) => [keyOf(row), inputOf(row)]))
}

function inputOf(stored: Stored): ReviewInput {
  const { score, sentiment, text, author, at, sourceUpdatedAt, response, respondedAt } = stored
  const { organization = null, order = null, ...customer } = stored.reference ?? {}
  const named = (id: string | null) => (id === null ? null : { id })
  return {
    ...{ score, sentiment, text, author, at, sourceUpdatedAt },
    store: named(stored.storeId),
    customer: named(stored.customerId) ?? (Object.keys(customer).length > 0 ? customer : null),
    // Only where it is still looked for: one that was found stays as long as the customer does.
    organization,
    order: named(stored.orderId) ?? order,
    response: response === null ? null : { text: response, at: respondedAt },
  }
}
