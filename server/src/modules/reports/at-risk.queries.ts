/**
 * Whom a rule would mark, before it is saved. The last day, the usual gap and what holds a customer back are stored, whatever the
 * rule: one walk over the figures tells it. The days are what figures_of adds up (migrations/0069).
 */
import { sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import type { AtRiskPreview, AtRiskQuery } from './at-risk.schemas.ts'

type Asker = Pick<Ctx, 'scope' | 'merchant'>
type Counts = {
  readonly atRisk: number
  readonly lost: number
  readonly atRiskNow: number
  readonly lostNow: number
}

export async function previewAtRisk(
  reader: Reader,
  { scope, merchant }: Asker,
  { rule, days }: AtRiskQuery,
): Promise<AtRiskPreview> {
  const inSight =
    scope.storeIds === null
      ? sql`true`
      : sql`exists (select from customer_stores l where l.merchant_id = f.merchant_id and l.customer_id = f.customer_id
          and l.store_id = any(${[...scope.storeIds]}::uuid[]))`
  const { rows } = await sql<Counts>`
    select count(*) filter (where at_risk <= today and lost > today)::int as "atRisk", count(*) filter (where lost <= today)::int as lost,
           count(*) filter (where at_risk_on <= today and lost_on > today)::int as "atRiskNow",
           count(*) filter (where lost_on <= today)::int as "lostNow"
      from (select f.at_risk_on, f.lost_on, (now() at time zone ${merchant.timeZone})::date as today,
                   greatest(f.last_day + floor(l.at_risk)::int + 1, f.coming_on + 1, f.snoozed_until + 1) as at_risk,
                   greatest(f.last_day + floor(l.lost)::int + 1, f.coming_on + 1, f.snoozed_until + 1) as lost
              from customer_stats f
              join customers c on c.merchant_id = f.merchant_id and c.id = f.customer_id and c.status = 'active'
              cross join lateral risk_limits(${rule}::text, ${days}::int, f.usual_gap) l
             where f.merchant_id = ${scope.merchantId} and f.last_order_at is not null and ${inSight}) x`.execute(
    reader,
  )
  const { atRisk, lost, atRiskNow, lostNow } = rows[0] as Counts
  return { atRisk, lost, now: { atRisk: atRiskNow, lost: lostNow } }
}
