// One open stream: what is written to it, at which pace, and when it ends.
import type { ServerResponse } from 'node:http'
import type { Ctx } from '../../http/context.ts'
import type { Subscriber } from './event-delivery.ts'
import type { EventHub } from './event-hub.ts'
import { createPace, type Message, permissionFor, type StoredEvent } from './events.rules.ts'

/** A reader so far behind is cut off; it comes back and resumes by id, so that nothing piles up here. */
const MOST_UNREAD_BYTES = 256 * 1024
/** Browsers come back after so long. */
const RETRY_MS = 2000

type Options = {
  readonly out: ServerResponse
  readonly hub: EventHub
  readonly ctx: Ctx
  readonly lastEventId: number | null
  readonly heartbeatMs: number
  /** Who it is now; null when the session has ended or the key was revoked. */
  readonly identifyAgain: () => Promise<Ctx | null>
  readonly onError: (error: unknown) => void
}

export type Stream = { end(): void }

/** Joins the hub first, so that the answer's head means: from here on nothing is missed. */
export async function openStream(options: Options, head: () => void): Promise<Stream> {
  const { out, hub } = options
  let ctx = options.ctx
  const merchantId = ctx.scope.merchantId
  const early: Message[] = []
  const pace = createPace()
  let isOpen = false
  let timer: NodeJS.Timeout | undefined

  const write = (text: string) => {
    if (out.destroyed || out.writableEnded) return
    out.write(text)
    if (out.writableLength > MOST_UNREAD_BYTES) out.destroy()
  }
  const send = (messages: readonly Message[]) => {
    if (!isOpen) early.push(...messages)
    else if (messages.length > 0) write(messages.map(frame).join(''))
    const due = pace.dueAt()
    if (due !== null && timer === undefined) {
      timer = setTimeout(
        () => {
          timer = undefined
          send(pace.flush(Date.now()))
        },
        Math.max(0, due - Date.now()),
      )
    }
  }
  const subscriber: Subscriber = {
    storeIds: () => ctx.scope.storeIds,
    deliver: (events) =>
      send(events.filter((event) => mayKnow(ctx, event)).flatMap((event) => pace.take(event, Date.now()))),
    lose: () => send([{ id: null, kind: 'resync' }]),
  }
  const leave = await hub.join(merchantId, subscriber, options.lastEventId)

  const heartbeat = setInterval(() => {
    write(':\n\n')
    hub.look(merchantId)
    options.identifyAgain().then((now) => {
      // Another merchant or user behind the same cookie is another stream: the browser comes back for it.
      if (now === null || now.scope.merchantId !== merchantId || now.actor.id !== ctx.actor.id) end()
      else ctx = now
    }, options.onError)
  }, options.heartbeatMs)

  function end(): void {
    clearInterval(heartbeat)
    clearTimeout(timer)
    leave()
    if (!out.writableEnded) out.end()
  }

  out.once('close', end)
  if (out.destroyed) end()
  else {
    head()
    isOpen = true
    write(`retry: ${RETRY_MS}\n\n`)
    send(early.splice(0))
  }
  return { end }
}

function mayKnow(ctx: Ctx, event: StoredEvent): boolean {
  const needed = permissionFor(event.kind)
  return needed === null || ctx.permissions.has(needed)
}

function frame({ id, ...data }: Message): string {
  return `${id === null ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
}
