/**
 * Which requests may be answered by a replica that is a few seconds behind: routes that say so, for callers who have not
 * just written. Who asks and what they may do is looked up on the primary before (proof.ts).
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Db } from '../db/client.ts'
import { isUnsafe } from './session.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The answer may be a few seconds old, except for whoever has just written. */
    mayLag?: boolean
  }
}

/** After a write its caller reads from the primary for so long: longer than a replica in use may be behind. */
const OWN_WRITE_S = 5
const WROTE_COOKIE = 'clientele_wrote'

export function useReplica(
  app: FastifyInstance,
  { replica, isSecure }: { readonly replica: Db | null; readonly isSecure: boolean },
): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.mayLag === true && [method].flat().some((one) => one !== 'GET' && one !== 'HEAD'))
      throw new Error(`${method} ${url} must not read from a replica: it may have to see what it writes`)
  })
  if (replica === null) return
  const writers = createWriters()
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.mayLag !== true || asksForNow(request) || hasWritten(request)) return
    request.ctx = { ...request.ctx, db: replica }
  })
  // Whatever came of it: also who was refused for what another wrote looks next for that.
  app.addHook('onSend', async (request, reply) => {
    if (!isUnsafe(request.method)) return
    const isKnown = request.ctx !== undefined
    if (isKnown && request.ctx.actor.kind === 'apiKey') writers.note(request.ctx.actor.id ?? '')
    // Signing in writes too. A cookie holds in whichever process the browser's next request comes to.
    else if (isKnown || reply.statusCode < 400)
      reply.setCookie(WROTE_COOKIE, '1', {
        path: '/api/v1',
        httpOnly: true,
        sameSite: 'lax',
        secure: isSecure,
        maxAge: OWN_WRITE_S,
      })
  })

  const hasWritten = ({ ctx, cookies }: FastifyRequest) =>
    ctx.actor.kind === 'apiKey' ? writers.has(ctx.actor.id ?? '') : cookies[WROTE_COOKIE] !== undefined
}

/** For programs, whose next request may come to another process: the words for it that HTTP has. */
const asksForNow = ({ headers }: FastifyRequest) => /\bno-cache\b/i.test(headers['cache-control'] ?? '')

/** API keys that have just written through this process. */
function createWriters() {
  const until = new Map<string, number>()
  const forgetPast = () => {
    // In the order of time: whoever writes again goes to the end.
    for (const [id, time] of until) {
      if (time > performance.now()) return
      until.delete(id)
    }
  }
  return {
    note: (id: string) => {
      forgetPast()
      until.delete(id)
      until.set(id, performance.now() + OWN_WRITE_S * 1000)
    },
    has: (id: string) => (until.get(id) ?? 0) > performance.now(),
  }
}
