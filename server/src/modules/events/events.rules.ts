// What goes over a stream, and how many: pure, so that time is an argument.
import type { Permission } from '../../kernel/permissions.ts'

export type StoredEvent = {
  readonly id: number
  /** The transaction that wrote it, a 64-bit number as text. */
  readonly tx: string
  readonly kind: string
  readonly count: number
  readonly ids: readonly string[]
}

/** What is sent: `ids` of few, the `count` of many. `resync` means that something may have been missed. */
export type Message = {
  readonly id: number | null
  readonly kind: string
  readonly ids?: readonly string[]
  readonly count?: number
}

/** So many changed customers a second are named; those beyond become one message with their number. */
export const LONGEST_LIST = 50
const WINDOW_MS = 1000

export const isAboutCustomers = (kind: string) => kind.startsWith('customer.')
export const isAboutOrders = (kind: string) => /^(?:order|outbox|review)\./.test(kind)

/** What comes in storms, and what a storm of it is called. */
const storms: Readonly<Record<string, string>> = {
  'customer.changed': 'customers.changed',
  'order.changed': 'orders.changed',
  'review.changed': 'reviews.changed',
}

/** Null: whoever is signed in may know. */
export function permissionFor(kind: string): Permission | null {
  if (isAboutOrders(kind)) return 'orders.read'
  return isAboutCustomers(kind) || kind.startsWith('tag.') || kind.startsWith('store.')
    ? 'customers.read'
    : null
}

/** Null for what cannot be an id of ours; the stream then begins now. */
export function parseLastEventId(header: string | string[] | undefined): number | null {
  if (typeof header !== 'string' || !/^\d{1,15}$/.test(header)) return null
  return Number(header)
}

export type Pace = {
  /** The messages to send now. */
  take(event: StoredEvent, now: number): Message[]
  /** What was held back, once its second is over. */
  flush(now: number): Message[]
  /** When `flush` is due; null when nothing is held back. */
  dueAt(): number | null
}

/** Lets single changes through at once, and of a storm one message a second. */
function paceOf(kind: string, many: string): Pace {
  let windowStart = Number.NEGATIVE_INFINITY
  let named = 0
  let held = 0
  let heldId = 0

  const open = (now: number, used: number) => {
    windowStart = now
    named = used
  }
  const flush = (now: number): Message[] => {
    if (held === 0) return []
    const message = { id: heldId, kind: many, count: held }
    held = 0
    open(now, LONGEST_LIST)
    return [message]
  }
  const take = (event: StoredEvent, now: number): Message[] => {
    if (now - windowStart >= WINDOW_MS) {
      const due = flush(now)
      if (due.length === 0) open(now, 0)
      else return [...due, ...take(event, now)]
    }
    if (held === 0 && named + event.count <= LONGEST_LIST) {
      named += event.count
      return [{ id: event.id, kind, ids: event.ids }]
    }
    const isFirst = named === 0 && held === 0
    held += event.count
    heldId = event.id
    return isFirst ? flush(now) : []
  }
  return { take, flush, dueAt: () => (held === 0 ? null : windowStart + WINDOW_MS) }
}

export function createPace(): Pace {
  const paces = new Map(Object.entries(storms).map(([kind, many]) => [kind, paceOf(kind, many)]))
  const flush = (now: number) => [...paces.values()].flatMap((pace) => pace.flush(now)).sort(byId)
  return {
    take(event, now) {
      const own = paces.get(event.kind)
      // What is held back of others goes first: a client that resumes after this event must not lose it.
      const others = [...paces.values()].filter((pace) => pace !== own).flatMap((pace) => pace.flush(now))
      return [
        ...others.sort(byId),
        ...(own?.take(event, now) ?? [{ id: event.id, kind: event.kind, ids: event.ids }]),
      ]
    },
    flush,
    dueAt: () => {
      const due = [...paces.values()].map((pace) => pace.dueAt()).filter((at) => at !== null)
      return due.length === 0 ? null : Math.min(...due)
    },
  }
}

const byId = (a: Message, b: Message) => (a.id ?? 0) - (b.id ?? 0)
