// What of the merchant's events each subscriber gets: those limited to stores hear of the customers they can see only.
import type { Reader } from '../../db/client.ts'
import { visibleCustomerIds } from './events.queries.ts'
import { isAboutCustomers, isAboutOrders, type StoredEvent } from './events.rules.ts'

export type Subscriber = {
  /** Null: all stores. */
  readonly storeIds: () => readonly string[] | null
  deliver(events: readonly StoredEvent[]): void
  /** Something may have been missed. */
  lose(): void
}

type Read = <T>(fn: (reader: Reader) => Promise<T>) => Promise<T>

/** One question per set of stores, however many listen. */
export async function deliver(
  read: Read,
  merchantId: string,
  events: readonly StoredEvent[],
  to: Iterable<Subscriber>,
): Promise<void> {
  if (events.length === 0) return
  const ids = [...new Set(events.filter(({ kind }) => isAboutCustomers(kind)).flatMap((event) => event.ids))]
  const bySet = new Map<string, readonly StoredEvent[]>()
  for (const subscriber of to) {
    const storeIds = subscriber.storeIds()
    if (storeIds === null) {
      subscriber.deliver(events)
      continue
    }
    const key = storeIds.join()
    let visible = bySet.get(key)
    if (visible === undefined) {
      const known = await read((reader) => visibleCustomerIds(reader, { merchantId, storeIds, ids }))
      visible = events.map((event) => limited(event, known)).filter((event) => event.count > 0)
      bySet.set(key, visible)
    }
    subscriber.deliver(visible)
  }
}

function limited(event: StoredEvent, visible: ReadonlySet<string>): StoredEvent {
  // Which orders they may see only the list knows; that there are other ones now they may.
  if (isAboutOrders(event.kind)) return { ...event, ids: [] }
  if (!isAboutCustomers(event.kind)) return event
  const ids = event.ids.filter((id) => visible.has(id))
  return { ...event, ids, count: ids.length }
}
