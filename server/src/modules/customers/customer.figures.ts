/**
 * What orders and reviews make of a customer, as SQL over `f`, a row of customer_stats that may be missing (migrations/0026). Whoever shows
 * these fields brings `f` along (`withFigures`); others may leave it to `lookedUp`, which finds it for each field alone.
 */

/** Beside `c`, in the from list. */
export const withFigures =
  'left join customer_stats f on f.merchant_id = c.merchant_id and f.customer_id = c.id'

type Of = { readonly currency: string; readonly timeZone: string }

export function figureSql({ currency, timeZone }: Of): Readonly<Record<string, string>> {
  const zone = quoted(timeZone)
  const instant = (column: string) =>
    `to_char(f.${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  const money = (column: string) =>
    `json_build_object('amount', coalesce(f.${column}, 0), 'currency', ${quoted(currency)})`
  return {
    activity: `activity_of(f, (now() at time zone ${zone})::date)`,
    snoozedUntil: 'f.snoozed_until',
    firstOrderAt: instant('first_order_at'),
    lastOrderAt: instant('last_order_at'),
    orders: 'coalesce(f.orders, 0)',
    visits: 'coalesce(f.visits, 0)',
    revenue4w: money('revenue_4w'),
    revenue3m: money('revenue_3m'),
    revenue6m: money('revenue_6m'),
    revenueTotal: money('revenue_total'),
    reviews: `json_build_object('count', coalesce(f.reviews, 0), 'positive', coalesce(f.reviews_positive, 0),
      'negative', coalesce(f.reviews_negative, 0))`,
  }
}

export const lookedUp = (of: Of): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(figureSql(of)).map(([field, sql]) => [
      field,
      `(select ${sql} from (select) one ${withFigures})`,
    ]),
  )

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
