import { expect, test } from 'vitest'
import { type EventSourceLike, openStream, type ServerEvent, silence } from './event-stream.ts'

type Fake = EventSourceLike & { readyState: number; closed: boolean }

function setup() {
  const sources: Fake[] = []
  const events: ServerEvent[] = []
  const silences: ServerEvent[] = []
  const waits: (() => void)[] = []
  const connect = () => {
    const source: Fake = {
      onopen: null,
      onerror: null,
      onmessage: null,
      readyState: 1,
      closed: false,
      close() {
        source.closed = true
      },
    }
    sources.push(source)
    return source
  }
  const close = openStream(
    connect,
    (event) => (event.kind === silence ? silences : events).push(event),
    (callback) => waits.push(callback),
  )
  return { sources, events, silences, waits, close, last: () => sources[sources.length - 1] as Fake }
}

test('events are delivered and what cannot be read is passed over', () => {
  const { events, last } = setup()

  last().onmessage?.({ data: '{"kind":"customer.changed","ids":["1"]}' })
  last().onmessage?.({ data: 'not json' })
  last().onmessage?.({ data: '{"ids":[]}' })

  expect(events).toEqual([{ kind: 'customer.changed', ids: ['1'] }])
})

test('the first opening is quiet, and so is one where the browser came back by itself', () => {
  const { events, last } = setup()

  last().onopen?.()
  last().onerror?.()
  last().onopen?.()

  expect(events).toEqual([])
})

test('a stream that breaks is told, whoever mends it', () => {
  const { silences, last } = setup()

  last().onerror?.()
  last().readyState = 2
  last().onerror?.()

  expect(silences).toHaveLength(2)
})

test('a new stream after a gap asks everybody to read anew', () => {
  const { events, waits, last } = setup()
  last().onopen?.()
  last().readyState = 2
  last().onerror?.()

  waits.shift()?.()
  last().onopen?.()

  expect(events).toEqual([{ kind: 'resync', ids: [] }])
})

test('a stream the browser gave up is opened again, but not after the end', () => {
  const { sources, waits, close, last } = setup()
  last().readyState = 2
  last().onerror?.()
  waits.shift()?.()
  expect(sources).toHaveLength(2)

  last().readyState = 2
  last().onerror?.()
  close()
  waits.shift()?.()

  expect(sources).toHaveLength(2)
  expect(last().closed).toBe(true)
})
