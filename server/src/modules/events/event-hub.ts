// All streams of this process share one bell and, per merchant, one reader of the events table.
import type { Db } from '../../db/client.ts'
import { type Bell, hangBell } from './event-bell.ts'
import type { Subscriber } from './event-delivery.ts'
import { createTail, type Tail } from './event-tail.ts'

export type EventHub = {
  /** Events from now on, or from the one with this id on. Answers how to leave. */
  join(merchantId: string, subscriber: Subscriber, lastEventId: number | null): Promise<() => void>
  /** Looks without a ring: a connection can die without a word. */
  look(merchantId: string): void
  close(): void
}

type Options = { readonly db: Db; readonly listenUrl: string; readonly onError: (error: unknown) => void }

export function createEventHub({ db, listenUrl, onError }: Options): EventHub {
  const tails = new Map<string, Tail>()
  let bell: Promise<Bell> | null = null

  const ringBell = () => {
    bell ??= hangBell({
      url: listenUrl,
      onRing: (merchantId) => tails.get(merchantId)?.look(),
      onBack: () => {
        for (const tail of tails.values()) tail.look()
      },
      onError,
    }).catch((error) => {
      bell = null
      throw error
    })
    return bell
  }
  return {
    async join(merchantId, subscriber, lastEventId) {
      await ringBell()
      let tail = tails.get(merchantId)
      if (tail === undefined) {
        tail = createTail({ db, merchantId, onError })
        tails.set(merchantId, tail)
      }
      const joined = tail
      const forget = () => {
        joined.leave(subscriber)
        if (joined.isEmpty() && tails.get(merchantId) === joined) tails.delete(merchantId)
      }
      await joined.join(subscriber, lastEventId).catch((error) => {
        forget()
        throw error
      })
      return forget
    },
    look: (merchantId) => tails.get(merchantId)?.look(),
    close: () => void bell?.then((hung) => hung.close()).catch(() => undefined),
  }
}
