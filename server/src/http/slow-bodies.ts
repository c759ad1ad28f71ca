/**
 * How long the body of a request may take to arrive. Node has one limit for a whole server, so that one is as long as the
 * longest upload needs; requests of all other routes are ended here, as Node would end them. Or whoever sends a byte now
 * and then would hold a connection for an hour.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its body comes as fast as its line and our disk allow, once the caller has been let in. */
    takesLongUploads?: boolean
  }
}

/** For the server itself. */
export const LONGEST_UPLOAD_MS = 60 * 60_000
const BODY_MS = 2 * 60_000

export function endSlowBodies(app: FastifyInstance, bodyMs = BODY_MS): void {
  const uploads = new WeakMap<FastifyRequest, NodeJS.Timeout>()
  app.addHook('onRequest', (request, reply, done) => {
    if (hasBody(request)) {
      const timer = setTimeout(() => end(app, request, reply), bodyMs).unref()
      for (const arrived of ['end', 'close']) request.raw.once(arrived, () => clearTimeout(timer))
      if (request.routeOptions.config.takesLongUploads === true) uploads.set(request, timer)
    }
    done()
  })
  // Who was refused does not come so far.
  app.addHook('preParsing', (request, _reply, _payload, done) => {
    clearTimeout(uploads.get(request))
    done()
  })
}

const hasBody = ({ headers }: FastifyRequest) =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'

function end(app: FastifyInstance, { raw }: FastifyRequest, reply: FastifyReply): void {
  if (raw.complete) return
  // Behind an answer there is no room for another one.
  if (reply.raw.headersSent) return void raw.destroy()
  const tooSlow = Object.assign(new Error('the body did not arrive in time'), {
    code: 'ERR_HTTP_REQUEST_TIMEOUT',
  })
  app.server.emit('clientError', tooSlow, raw.socket)
}
