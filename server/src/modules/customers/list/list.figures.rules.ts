/**
 * Figures as members of a list item, of what stands in a row of customer_stats. The record has PostgreSQL write them
 * (customer.figures.ts); of fifty rows that took as long as finding and joining them, and here a fifth of it.
 */

/** Columns over `f`, all of them text; null when there is no row. */
const columns = {
  figure_activity: `concat_ws(' ', f.first_day, f.last_day, f.at_risk_on, f.lost_on, f.usual_gap)`,
  figure_snoozed: 'f.snoozed_until::text',
  figure_first: 'f.first_order_at::text',
  figure_last: 'f.last_order_at::text',
  figure_orders: 'f.orders::text',
  figure_visits: 'f.visits::text',
  figure_revenue_6m: 'f.revenue_6m::text',
  figure_revenue_total: 'f.revenue_total::text',
  figure_reviews: `f.reviews || ' ' || f.reviews_positive || ' ' || f.reviews_negative`,
} as const

export type FigureRow = { readonly [column in keyof typeof columns]?: string | null }
type Written = { readonly currency: string; readonly today: string }
type Figure = {
  readonly column: keyof typeof columns
  write(text: string | null | undefined, of: Written): string
}

const count: Figure['write'] = (text) => text ?? '0'
const money: Figure['write'] = (text, { currency }) => `{"amount":${text ?? '0'},"currency":"${currency}"}`

const reviews: Figure['write'] = (text) => {
  const [count, positive, negative] = (text ?? '0 0 0').split(' ')
  return `{"count":${count},"positive":${positive},"negative":${negative}}`
}

const figures: Readonly<Record<string, Figure>> = {
  activity: { column: 'figure_activity', write: (text, { today }) => activityText(text ?? '', today) },
  snoozedUntil: { column: 'figure_snoozed', write: (text) => (text == null ? 'null' : `"${text}"`) },
  firstOrderAt: { column: 'figure_first', write: instant },
  lastOrderAt: { column: 'figure_last', write: instant },
  orders: { column: 'figure_orders', write: count },
  visits: { column: 'figure_visits', write: count },
  revenue6m: { column: 'figure_revenue_6m', write: money },
  revenueTotal: { column: 'figure_revenue_total', write: money },
  reviews: { column: 'figure_reviews', write: reviews },
}

export const figureFields: readonly string[] = Object.keys(figures)

export const figureColumns = (fields: readonly string[]): string[] =>
  fields.map((field) => {
    const { column } = figures[field] as Figure
    return `${columns[column]} as ${column}`
  })

/** With a comma before each. */
export function figureMembers(row: FigureRow, fields: readonly string[], of: Written): string {
  let text = ''
  for (const field of fields) {
    const { column, write } = figures[field] as Figure
    text += `,"${field}":${write(row[column], of)}`
  }
  return text
}

/** `2026-11-12 20:00:00.123456+00`, as PostgreSQL has it in UTC, to the millisecond of the wire. */
function instant(text: string | null | undefined): string {
  if (text == null) return 'null'
  const fraction = text[19] === '.' ? text.slice(20, -3) : ''
  return `"${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction.slice(0, 3).padEnd(3, '0')}Z"`
}

/** As activity_of (migrations/0028) has it. */
function activityText(text: string, today: string): string {
  const [first, last, atRisk, lost, usual] = text.split(' ')
  if (first === undefined || last === undefined || atRisk === undefined || lost === undefined) {
    return '{"state":"none","since":null,"reason":null,"text":null}'
  }
  const now = dayNumber(today)
  const age = now - dayNumber(first)
  if (lost > today && atRisk > today && age < NEW_DAYS) {
    return `{"state":"new","since":"${first}","reason":{"code":"activity.firstOrder","params":{"days":${age}}},"text":"first order ${daysAgo(age)}"}`
  }
  const [state, since] =
    lost <= today
      ? ['lost', lost]
      : atRisk <= today
        ? ['atRisk', atRisk]
        : ['active', dayOf(dayNumber(first) + NEW_DAYS)]
  const away = now - dayNumber(last)
  const [code, says] =
    usual === undefined
      ? ['lastOrder', `last order ${daysAgo(away)}`]
      : ['rhythm', `usually every ${Number(usual)} days, now ${away}`]
  return `{"state":"${state}","since":"${since}","reason":{"code":"activity.${code}","params":{"days":${away},"usual":${usual ?? 'null'}}},"text":"${says}"}`
}

const NEW_DAYS = 30
const DAY_MS = 86_400_000

const daysAgo = (days: number) => (days <= 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`)
const dayNumber = (day: string) => Date.parse(day) / DAY_MS
const dayOf = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10)
