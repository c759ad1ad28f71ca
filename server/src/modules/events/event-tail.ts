// The one reader of a merchant's events in this process. It goes by transaction, not by id: ids are given out before they
// are committed, and whoever asks for `id > last` loses what is committed late.
import type { Db, Reader } from '../../db/client.ts'
import { deliver, type Subscriber } from './event-delivery.ts'
import { eventsFrom, findResumePoint, LONGEST_GAP, settledUpTo } from './events.queries.ts'
import type { StoredEvent } from './events.rules.ts'

export type Tail = ReturnType<typeof createTail>

type Options = { readonly db: Db; readonly merchantId: string; readonly onError: (error: unknown) => void }

export function createTail({ db, merchantId, onError }: Options) {
  const subscribers = new Set<Subscriber>()
  /** How many are joining: the tail must not be dropped under them. */
  let joining = 0
  let horizon: string | null = null
  /** Events that were read while other transactions from `horizon` on were still open. */
  const seen = new Map<number, bigint>()
  let last: Promise<unknown> = Promise.resolve()
  let isLookDue = false

  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const next = last.then(step)
    last = next.catch(() => undefined)
    return next
  }
  const read = <T>(fn: (reader: Reader) => Promise<T>) => db.read(merchantId, fn)

  async function look(): Promise<void> {
    isLookDue = false
    const from = horizon
    const { settled, events } = await read(async (reader) => {
      // In this order: an event committed between the two is read now or, being above `settled`, again next time.
      const settled = await settledUpTo(reader)
      const withLongLists = [...subscribers].some((subscriber) => subscriber.storeIds() !== null)
      return {
        settled,
        events: await eventsFrom(reader, {
          merchantId,
          horizon: from ?? settled,
          seen: [...seen.keys()],
          withLongLists,
        }),
      }
    })
    for (const event of events) seen.set(event.id, BigInt(event.tx))
    for (const [id, tx] of seen) if (tx < BigInt(settled)) seen.delete(id)
    horizon = settled
    if (from === null) return
    if (events.length > LONGEST_GAP) for (const subscriber of subscribers) subscriber.lose()
    else {
      // They count as seen: who cannot be told which ones concerns them is told to read anew.
      await deliver(read, merchantId, events, subscribers).catch((error: unknown) => {
        for (const subscriber of subscribers) subscriber.lose()
        throw error
      })
    }
  }

  async function resume(subscriber: Subscriber, id: number): Promise<void> {
    const events = await read(async (reader) => {
      const point = await findResumePoint(reader, merchantId, id)
      if (point === null) return null
      const all = await eventsFrom(reader, {
        merchantId,
        horizon: point.horizon,
        seen: [],
        withLongLists: subscriber.storeIds() !== null,
      })
      return all.filter((event) => event.tx !== point.tx || event.id > id)
    })
    if (events === null || events.length > LONGEST_GAP) subscriber.lose()
    else await deliver(read, merchantId, events.filter(isKnown), [subscriber])
  }
  // What the common reader has not seen yet comes to everybody with its next look.
  const isKnown = (event: StoredEvent) => seen.has(event.id) || BigInt(event.tx) < BigInt(horizon ?? 0)

  return {
    join: async (subscriber: Subscriber, lastEventId: number | null) => {
      joining++
      try {
        await inTurn(async () => {
          await look()
          if (lastEventId !== null) await resume(subscriber, lastEventId)
          subscribers.add(subscriber)
        })
      } finally {
        joining--
      }
    },
    leave: (subscriber: Subscriber) => void subscribers.delete(subscriber),
    isEmpty: () => subscribers.size === 0 && joining === 0,
    /** Rings that come while one look is waiting are answered by it. */
    look: () => {
      if (isLookDue) return
      isLookDue = true
      inTurn(look).catch(onError)
    },
  }
}
