/**
 * How a customer orders, as conditions over `f`, a row of customer_stats with an order. States are those of activity_of
 * (migrations/0030): which one holds today is told by the days on which at risk and lost begin.
 */
import type { Activity, Filter } from './list.filter.rules.ts'
import { between } from './list.ranges.rules.ts'
import type { Test } from './list.resolve.ts'
import type { Params } from './params.ts'

/** Days on which somebody is new. */
const NEW_DAYS = 30

/**
 * Few enough rows for the planner to take it for rare are no harm: each of these is a range of one of the table's indexes. Nobody is
 * lost before they are at risk, and who is new has ordered in the last three months only, wherever the windows stand.
 */
const stateSql: Readonly<Record<Exclude<Activity, 'none'>, (today: string) => string>> = {
  lost: (today) => `f.at_risk_on <= ${today} and f.lost_on <= ${today}`,
  atRisk: (today) => `f.at_risk_on <= ${today} and f.lost_on > ${today}`,
  new: (today) =>
    `f.orders_3m = f.orders and f.first_day > ${today} - ${NEW_DAYS} and f.at_risk_on > ${today}`,
  active: (today) => `f.first_day <= ${today} - ${NEW_DAYS} and f.at_risk_on > ${today}`,
}

type FigureTest = Test & { readonly source?: (p: Params) => string }

/** Where there is a row with an order. */
export const hasOrdered = 'f.merchant_id = $1 and f.last_order_at is not null'
/** Where there is one who bought in a window. */
export const hasRevenue = (column: 'revenue_4w' | 'revenue_3m') => `f.merchant_id = $1 and f.${column} > 0`
/** Where there is one with a review. */
export const hasReviews = 'f.merchant_id = $1 and f.reviews > 0'

export function figureTests({ activity, lastOrder, today }: Filter): FigureTest[] {
  const tests: FigureTest[] = []
  if (activity.length > 0) tests.push(activityTest(activity, today))
  if (lastOrder.from !== null || lastOrder.before !== null) {
    const within = (p: Params) => between('f.last_order_at', p, 'timestamptz', lastOrder)
    tests.push({ over: 'f', sql: within, source: (p) => whoseFigures(within(p)) })
  }
  return tests
}

function activityTest(wanted: readonly Activity[], today: string): FigureTest {
  const states = [...new Set(wanted)].filter((state) => state !== 'none')
  const conditions = (p: Params) => {
    const day = p(today, 'date')
    return states.map((state) => `(${stateSql[state](day)})`)
  }
  const test = {
    over: 'f',
    sql: (p: Params) => (states.length === 0 ? 'false' : `(${conditions(p).join(' or ')})`),
    ifAbsent: wanted.includes('none'),
  } as const
  // Who never ordered stands nowhere to be collected from.
  if (test.ifAbsent) return test
  return { ...test, source: (p) => conditions(p).map(whoseFigures).join(' union all ') }
}

const whoseFigures = (condition: string) =>
  `select f.customer_id from customer_stats f where ${hasOrdered} and ${condition}`
