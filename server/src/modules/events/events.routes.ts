import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Db } from '../../db/client.ts'
import { signedIn } from '../../http/access.ts'
import { problems } from '../../http/openapi.ts'
import { identify } from '../../http/session.ts'
import { Problem } from '../../kernel/problem.ts'
import { createEventHub } from './event-hub.ts'
import { openStream, type Stream } from './event-stream.ts'
import { parseLastEventId } from './events.rules.ts'

export type EventDeps = {
  readonly db: Db
  /** LISTEN needs a connection without a pooler in between. */
  readonly listenUrl: string
  readonly heartbeatMs?: number
}

const HEARTBEAT_MS = 20_000
/** A browser holds one for all its tabs. */
const STREAMS_EACH = 20

const description = `Server-sent events: \`data\` is JSON with the \`kind\` and the \`ids\` of what changed, never its content;
of more than 50 changed customers in a second it is \`customers.changed\` with their \`count\`. After a break send Last-Event-ID
(browsers do): what happened meanwhile follows, some of it perhaps a second time. \`resync\` means: read everything anew.`

const schema = {
  operationId: 'streamEvents',
  summary: 'What changes, while it changes',
  description,
  tags: ['Events'],
  response: {
    200: { description: 'The stream', content: { 'text/event-stream': { schema: Type.String() } } },
    ...problems(401, 429),
  },
}

export async function eventRoutes(instance: FastifyInstance, deps: EventDeps): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const onError = (error: unknown) => app.log.warn({ err: error }, 'event stream')
  const hub = createEventHub({ db: deps.db, listenUrl: deps.listenUrl, onError })
  const open = new Set<Stream>()
  const counts = new Map<string, number>()

  app.addHook('preClose', async () => {
    for (const stream of open) stream.end()
    hub.close()
  })
  app.get(
    '/events',
    { exposeHeadRoute: false, config: { access: signedIn() }, schema },
    async (request, reply) => {
      const release = claim(counts, request.ctx.actor.id ?? '')
      reply.raw.once('close', release)
      const stream = await openStream(
        {
          out: reply.raw,
          hub,
          ctx: request.ctx,
          lastEventId: parseLastEventId(request.headers['last-event-id']),
          heartbeatMs: deps.heartbeatMs ?? HEARTBEAT_MS,
          identifyAgain: () => identifyAgain(deps.db, request),
          onError,
        },
        () => writeHead(reply),
      ).catch((error) => {
        release()
        throw error
      })
      if (!reply.raw.destroyed) open.add(stream)
      reply.raw.once('close', () => open.delete(stream))
      return reply
    },
  )
}

function claim(counts: Map<string, number>, actorId: string): () => void {
  const count = counts.get(actorId) ?? 0
  if (count >= STREAMS_EACH) {
    throw new Problem('events.too_many_streams', 429, {
      params: { limit: STREAMS_EACH },
      detail: `At most ${STREAMS_EACH} streams at a time`,
    })
  }
  counts.set(actorId, count + 1)
  let isHeld = true
  return () => {
    if (!isHeld) return
    isHeld = false
    const left = (counts.get(actorId) ?? 1) - 1
    if (left === 0) counts.delete(actorId)
    else counts.set(actorId, left)
  }
}

/** The response is ours from here on: hooks and compression would wait for its end. */
function writeHead(reply: FastifyReply): void {
  reply.hijack()
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
}

async function identifyAgain(db: Db, request: FastifyRequest) {
  try {
    return (await identify(db, request, { isUse: false })).ctx
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null
    throw error
  }
}
