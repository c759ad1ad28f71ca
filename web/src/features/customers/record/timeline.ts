// The history of a record, put into days and sentences. Pure, for the tests.
import type { Activity } from '../activities.api.ts'

export type Day = Readonly<{ day: string; items: readonly Activity[] }>

/** Latest first, as they come; a day is that of the merchant's place. */
export function groupByDay(activities: readonly Activity[], timeZone: string): readonly Day[] {
  const days = new Map<string, Activity[]>()
  for (const activity of activities) {
    const day = dayIn(activity.at, timeZone)
    days.set(day, [...(days.get(day) ?? []), activity])
  }
  return [...days].map(([day, items]) => ({ day, items }))
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** `2026-11-12`, the day that an instant fell on there. */
export function dayIn(instant: string, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, format)
  const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}

const reviewEvents = ['received', 'assigned', 'unassigned', 'edited', 'deleted'] as const
export type ReviewEvent = (typeof reviewEvents)[number]

export type Told =
  | Readonly<{ what: 'created' | 'inactivated' | 'restored' | 'snoozed' | 'unsnoozed' | 'other' }>
  | Readonly<{ what: 'moved'; from: string; to: string }>
  | Readonly<{ what: 'receiptSent' | 'receiptFailed'; number: string; to: string; words: string }>
  | Readonly<{ what: 'tags'; added: readonly string[]; removed: readonly string[] }>
  | Readonly<{ what: 'ordersAssigned' | 'ordersUnassigned'; count: number }>
  | Readonly<{ what: 'orderAssigned' | 'orderUnassigned'; orderId: string; number: string }>
  | Readonly<{ what: 'review'; how: ReviewEvent }>
  | Readonly<{ what: 'changed'; fields: readonly string[] }>

/** What the sentence of an activity is about. */
export function tell({ kind, before, after }: Activity): Told {
  if (kind === 'customer.created') return { what: 'created' }
  if (kind === 'customer.inactivated') return { what: 'inactivated' }
  if (kind === 'customer.restored') return { what: 'restored' }
  if (kind === 'customer.moved')
    return { what: 'moved', from: organizationIn(before), to: organizationIn(after) }
  if (kind === 'orders.assigned' || kind === 'orders.unassigned')
    return {
      what: kind === 'orders.assigned' ? 'ordersAssigned' : 'ordersUnassigned',
      count: Number(after?.orders ?? 0),
    }
  const order = kind.startsWith('order.') ? orderOf(after) : null
  if (order !== null)
    return { what: kind === 'order.assigned' ? 'orderAssigned' : 'orderUnassigned', ...order }
  if (kind === 'receipt.sent') return { what: 'receiptSent', ...sendingOf(after) }
  if (kind === 'receipt.failed') return { what: 'receiptFailed', ...sendingOf(after) }
  const how = reviewEvents.find((one) => kind === `review.${one}`)
  if (how !== undefined) return { what: 'review', how }
  if (kind === 'customer.snoozed') return { what: after?.snoozedUntil ? 'snoozed' : 'unsnoozed' }
  const fields = changedFields({ before, after })
  if (fields.length === 1 && fields[0] === 'tags') {
    const [was, is] = [namesOf(before?.tags), namesOf(after?.tags)]
    const added = is.filter((name) => !was.includes(name))
    const removed = was.filter((name) => !is.includes(name))
    if (added.length > 0 || removed.length > 0) return { what: 'tags', added, removed }
  }
  return fields.length > 0 ? { what: 'changed', fields } : { what: 'other' }
}

/** What was sent where, and what the mail server said to it. */
function sendingOf(after: Activity['after']) {
  const { order, to, answer } = (after ?? {}) as {
    order?: { number?: unknown }
    to?: unknown
    answer?: unknown
  }
  return { number: String(order?.number ?? ''), to: String(to ?? ''), words: String(answer ?? '') }
}

export function changedFields({ before, after }: Pick<Activity, 'before' | 'after'>): readonly string[] {
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
}

const organizationIn = (part: Activity['before']): string => {
  const organization = (part as { organization?: { name?: unknown } } | null)?.organization
  return typeof organization?.name === 'string' ? organization.name : ''
}

const namesOf = (tags: unknown): readonly string[] =>
  Array.isArray(tags) ? tags.map((tag) => String((tag as { name?: unknown } | null)?.name ?? tag)) : []

/** Of an activity about one review that there still is. */
export function reviewIdOf({ kind, after }: Activity): string | null {
  const { id } = (after?.review ?? {}) as { id?: unknown }
  return kind.startsWith('review.') && typeof id === 'string' ? id : null
}

function orderOf(after: Activity['after']): Readonly<{ orderId: string; number: string }> | null {
  const { id, number } = (after?.order ?? {}) as { id?: unknown; number?: unknown }
  return typeof id === 'string' && typeof number === 'string' ? { orderId: id, number } : null
}
