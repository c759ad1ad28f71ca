/**
 * Figures as members of a list item. What they are made of stands written in the search row (`figures`, migrations/0036);
 * the record has PostgreSQL format them (customer.figures.ts): of fifty rows that took as long as finding and joining them.
 */

/** In the order of list_figures (migrations/0043). */
const figureColumns = [
  ...(['firstDay', 'lastDay', 'atRiskOn', 'lostOn', 'usualGap', 'snoozedUntil'] as const),
  ...(['firstOrderAt', 'lastOrderAt', 'orders', 'visits', 'revenue6m', 'revenueTotal'] as const),
  ...(['reviews', 'positive', 'negative'] as const),
]
type Column = (typeof figureColumns)[number]
/** Empty where nothing is known. */
type Texts = (column: Column) => string
type Written = { readonly currency: string; readonly today: string }
type Figure = (text: Texts, of: Written) => string

const count =
  (column: Column): Figure =>
  (text) =>
    text(column) || '0'
const money =
  (column: Column): Figure =>
  (text, { currency }) =>
    `{"amount":${text(column) || '0'},"currency":"${currency}"}`
/** JSON already. */
const instant =
  (column: Column): Figure =>
  (text) =>
    text(column) || 'null'

/** Of who left none nothing stands there. */
const reviews: Figure = (text) =>
  `{"count":${text('reviews') || '0'},"positive":${text('positive') || '0'},"negative":${text('negative') || '0'}}`

const figures: Readonly<Record<string, Figure>> = {
  activity: activityText,
  snoozedUntil: (text) => (text('snoozedUntil') === '' ? 'null' : `"${text('snoozedUntil')}"`),
  firstOrderAt: instant('firstOrderAt'),
  lastOrderAt: instant('lastOrderAt'),
  orders: count('orders'),
  visits: count('visits'),
  revenue6m: money('revenue6m'),
  revenueTotal: money('revenueTotal'),
  reviews,
}

export const figureFields: readonly string[] = Object.keys(figures)

/** Of a search row's `figures`, empty where there are none; with a comma before each. */
export function figureMembers(stored: string, fields: readonly string[], of: Written): string {
  const texts = stored.split('|')
  const text: Texts = (column) => texts[places[column]] ?? ''
  let members = ''
  for (const field of fields) members += `,"${field}":${(figures[field] as Figure)(text, of)}`
  return members
}

const places = Object.fromEntries(figureColumns.map((column, at) => [column, at])) as Record<Column, number>

/** As activity_of (migrations/0030) has it. */
function activityText(text: Texts, { today }: Written): string {
  const last = text('lastDay')
  if (last === '') return '{"state":"none","since":null,"reason":null,"text":null}'
  const [first, atRisk, lost, usual] = [text('firstDay'), text('atRiskOn'), text('lostOn'), text('usualGap')]
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
    usual === ''
      ? ['lastOrder', `last order ${daysAgo(away)}`]
      : ['rhythm', `usually every ${Number(usual)} days, now ${away}`]
  return `{"state":"${state}","since":"${since}","reason":{"code":"activity.${code}","params":{"days":${away},"usual":${usual || 'null'}}},"text":"${says}"}`
}

const NEW_DAYS = 30
const DAY_MS = 86_400_000

const daysAgo = (days: number) => (days <= 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`)
const dayNumber = remembering((day: string) => Date.parse(day) / DAY_MS)
const dayOf = remembering((number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10))

/** The days of some decades come again and again; to read one takes longer than to find it. */
function remembering<From, To>(make: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>()
  return (from) => {
    const standing = known.get(from)
    if (standing !== undefined) return standing
    const made = make(from)
    if (known.size < MOST_DAYS) known.set(from, made)
    return made
  }
}
const MOST_DAYS = 20_000
