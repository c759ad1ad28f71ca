// All figures of reviews made again from them, of one moment, and compared.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/client.ts'
import { NO_STORE } from '../orders/index.ts'

export type ReviewDifference = {
  readonly table: string
  readonly key: unknown
  readonly stored: unknown
  readonly computed: unknown
}

/** Answers how many reviews there are. */
export function verifyReviews(
  db: Db,
  merchantId: string,
  report: (difference: ReviewDifference) => void,
): Promise<number> {
  return db.snapshot(merchantId, async ({ reader }) => {
    for (const checkOf of [days, stats]) {
      const { rows } = await checkOf(merchantId).execute(reader)
      for (const row of rows) report(row)
    }
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from reviews where merchant_id = ${merchantId}`.execute(reader)
    return rows[0]?.n ?? 0
  })
}

type Check = RawBuilder<ReviewDifference>

const sums = (merchantId: string) => sql`
  select x.party, r.local_day as day, coalesce(r.store_id, ${sql.lit(NO_STORE)}::uuid) as store_id, count(*)::int as reviews,
         count(*) filter (where r.sentiment = 'positive')::int as positive, count(*) filter (where r.sentiment = 'negative')::int as negative
    from reviews r cross join lateral (values (r.customer_id), (r.organization_id)) x(party)
   where r.merchant_id = ${merchantId} and x.party is not null group by 1, 2, 3`

const days = (merchantId: string): Check => sql`
  with computed as (${sums(merchantId)}),
  stored as (select customer_id as party, day, store_id, reviews, positive, negative from review_days where merchant_id = ${merchantId})
  select 'review_days' as "table", json_build_array(party, day, store_id) as key, to_json(s) as stored, to_json(c) as computed
    from stored s full join computed c using (party, day, store_id)
   where (s.reviews, s.positive, s.negative) is distinct from (c.reviews, c.positive, c.negative) limit 1000`

const stats = (merchantId: string): Check => sql`
  with computed as (
    select party, sum(reviews)::int as reviews, sum(positive)::int as positive, sum(negative)::int as negative
      from (${sums(merchantId)}) d group by 1),
  stored as (
    select customer_id as party, reviews, reviews_positive as positive, reviews_negative as negative
      from customer_stats where merchant_id = ${merchantId})
  select 'customer_stats' as "table", to_json(party) as key, to_json(s) as stored, to_json(c) as computed
    from stored s full join computed c using (party)
   where (coalesce(s.reviews, 0), coalesce(s.positive, 0), coalesce(s.negative, 0)) is distinct from
         (coalesce(c.reviews, 0), coalesce(c.positive, 0), coalesce(c.negative, 0)) limit 1000`
