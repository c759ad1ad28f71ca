// One stream of events, reopened when it breaks. Runs in the shared worker or, without one, in the page.

/** `ids` names what changed; of very many only the kind is told, and `ids` is empty. */
export type ServerEvent = Readonly<{ kind: string; ids: readonly string[] }>

export type EventSourceLike = {
  onopen: (() => void) | null
  onerror: (() => void) | null
  onmessage: ((message: { data: string }) => void) | null
  readonly readyState: number
  close(): void
}

/** Told when the stream broke, whoever mends it: the server may be out of reach. */
export const silence = 'silence'

const eventsUrl = '/api/v1/events'
const closed = 2
const longestWait = 60_000

export function openStream(
  connect: (url: string) => EventSourceLike,
  deliver: (event: ServerEvent) => void,
  wait: (callback: () => void, ms: number) => unknown = setTimeout,
): () => void {
  let source: EventSourceLike | null = null
  let ended = false
  let broken = false
  let pause = 2000

  const open = () => {
    if (ended) return
    source = connect(eventsUrl)
    source.onopen = () => {
      if (broken) deliver({ kind: 'resync', ids: [] })
      broken = false
      pause = 2000
    }
    source.onmessage = ({ data }) => {
      const event = parse(data)
      if (event !== null) deliver(event)
    }
    source.onerror = () => {
      deliver({ kind: silence, ids: [] })
      // The browser comes back by itself and names the last event it saw, except after an answer that is no stream
      // (401, 502): then a new one begins, and what was between is not known.
      if (source?.readyState !== closed) return
      broken = true
      wait(open, pause)
      pause = Math.min(pause * 2, longestWait)
    }
  }

  open()
  return () => {
    ended = true
    source?.close()
  }
}

function parse(data: string): ServerEvent | null {
  try {
    const { kind, ids } = JSON.parse(data) as Partial<ServerEvent>
    return typeof kind === 'string' ? { kind, ids: Array.isArray(ids) ? ids : [] } : null
  } catch {
    return null
  }
}
