// How a customer, or an organization with its contacts, judged of late and in all: one statement over review_days, of which there
// are no more than the calendar has days.
import { sql } from 'kysely'
import type { Ctx } from '../../http/context.ts'
import { notFound } from '../../kernel/problem.ts'
import { visibleTo } from '../customers/index.ts'

const windows = { month: '1 month', threeMonths: '3 months', sixMonths: '6 months', lifetime: null } as const

/** As JSON text; of a caller limited to stores what was said of these. */
export async function getReviewScore({ db, scope, merchant }: Ctx, id: string): Promise<string> {
  const { merchantId, storeIds } = scope
  const atStores = storeIds === null ? sql`true` : sql`d.store_id = any(${[...storeIds]}::uuid[])`
  const members = Object.entries(windows).map(([name, span]) => {
    const within = span === null ? '' : `filter (where d.day >= (t.today - interval '${span}')::date)`
    const sum = (column: string) => `coalesce(sum(d.${column}) ${within}, 0)::int`
    return `'${name}', json_build_object('count', ${sum('reviews')}, 'positive', ${sum('positive')}, 'negative', ${sum('negative')})`
  })
  const { rows } = await db.read(merchantId, (reader) =>
    sql<{ text: string }>`
      select x.score::text as text
        from customers c
        cross join lateral (
          select json_build_object(${sql.raw(members.join(', '))}) as score
            from (select (now() at time zone ${merchant.timeZone})::date as today) t
            left join review_days d on d.merchant_id = ${merchantId} and d.customer_id = ${id} and ${atStores}) x
       where c.merchant_id = ${merchantId} and c.id = ${id} and ${visibleTo(scope)}`.execute(reader),
  )
  const [row] = rows
  if (row === undefined) throw notFound('customer')
  return row.text
}
