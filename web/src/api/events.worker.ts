// Holds the one stream of events for all tabs of the browser.
import { type EventSourceLike, openStream, type ServerEvent } from './event-stream.ts'

type Scope = { onconnect: ((event: MessageEvent) => void) | null }
const scope: Scope = globalThis as never

const ports = new Set<MessagePort>()
let close: (() => void) | null = null

const deliver = (event: ServerEvent) => {
  for (const port of ports) port.postMessage(event)
}

function start(): void {
  close ??= openStream((url) => new EventSource(url) as EventSourceLike, deliver)
}

function stop(): void {
  close?.()
  close = null
}

scope.onconnect = ({ ports: [port] }) => {
  if (port === undefined) return
  port.onmessage = ({ data }: MessageEvent<'hello' | 'bye' | 'restart'>) => {
    if (data === 'bye') ports.delete(port)
    else ports.add(port)
    // The cookie of another user or merchant counts only for a new connection.
    if (data === 'restart') stop()
    if (ports.size === 0) stop()
    else start()
  }
}
