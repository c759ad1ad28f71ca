// What other users and programs change arrives by server-sent events. Browsers allow six connections to one server
// over HTTP/1.1, so that seven open tabs with a stream each would block everything: a shared worker holds one for all.
import { useEffect, useEffectEvent } from 'react'
import { checkConnection } from './connection.ts'
import { type EventSourceLike, openStream, type ServerEvent, silence } from './event-stream.ts'
import { noteNews } from './news.ts'

/** After a gap nobody knows what was missed: whoever listens reads anew. */
export const resync = 'resync'

type Listener = (event: ServerEvent) => void
const listeners = new Set<Listener>()
let close: (() => void) | null = null

const deliver = (event: ServerEvent) => {
  if (event.kind === silence) return checkConnection()
  noteNews()
  for (const listener of listeners) listener(event)
}

/** `fresh` after a sign-in or a change of merchant: the cookie of a session counts only for a new connection. */
export function startEvents(fresh = false): void {
  if (close !== null && !fresh) return
  stopEvents()
  close = openShared(fresh) ?? openStream((url) => new EventSource(url) as EventSourceLike, deliver)
}

export function stopEvents(): void {
  close?.()
  close = null
}

function openShared(fresh: boolean): (() => void) | null {
  if (typeof SharedWorker === 'undefined') return null
  try {
    const worker = new SharedWorker(new URL('./events.worker.ts', import.meta.url), {
      type: 'module',
      name: 'clientele',
    })
    const say = (word: string) => worker.port.postMessage(word)
    const leave = () => say('bye')
    const come = () => say('hello')
    worker.port.onmessage = (message: MessageEvent<ServerEvent>) => deliver(message.data)
    addEventListener('pagehide', leave)
    addEventListener('pageshow', come)
    say(fresh ? 'restart' : 'hello')
    return () => {
      removeEventListener('pagehide', leave)
      removeEventListener('pageshow', come)
      say('bye')
    }
  } catch {
    return null
  }
}

/** `useServerEvent(['customer.changed'], ({ ids }) => …)`, or 'all'; `resync` is delivered to everybody. */
export function useServerEvent(kinds: readonly string[] | 'all', handler: Listener): void {
  const onEvent = useEffectEvent((event: ServerEvent) => {
    if (kinds === 'all' || event.kind === resync || kinds.includes(event.kind)) handler(event)
  })
  useEffect(() => {
    const listener: Listener = (event) => onEvent(event)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [])
}
