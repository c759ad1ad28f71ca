// The composition of the web server: plugins, gates, modules. A value that tests can build; the process lies elsewhere.
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { Db } from './db/client.ts'
import { anyone, checkAccess, refuseUnknownParameters, requireDeclaredAccess } from './http/access.ts'
import { refuseAddress, useErrors } from './http/errors.ts'
import { idempotencyOf, keptAnswer } from './http/idempotency.ts'
import { useOpenapi } from './http/openapi.ts'
import { useOperations } from './http/operations.ts'
import { proveAnswers, recognise } from './http/proof.ts'
import { useReplica } from './http/replica.ts'
import { requestLog } from './http/request-log.ts'
import { useSecurityHeaders } from './http/security-headers.ts'
import { requireSameOrigin } from './http/session.ts'
import { endSlowBodies, LONGEST_UPLOAD_MS } from './http/slow-bodies.ts'
import { useUnknownRoutes } from './http/unknown-routes.ts'
import { validation } from './http/validation.ts'
import { useWebApp } from './http/web-app.ts'
import { sendAnswer } from './http/write.ts'
import { newId } from './kernel/ids.ts'
import type { Storage } from './kernel/storage.ts'
import { registerModules } from './modules.ts'

export type AppDeps = {
  readonly db: Db
  readonly logger: FastifyBaseLogger | false
  readonly storage: Storage
  /** LISTEN needs a connection of its own. */
  readonly listenUrl: string
  /** Whether all schemas are compiled before anybody asks. */
  readonly hasEagerSchemas?: boolean
  /** How often a stream shows that it lives; 20 s when unset. */
  readonly heartbeatMs?: number
  /** How long a body may take to arrive, uploads aside; 2 min when unset. */
  readonly bodyMs?: number
  /** The first-start code; null when the screen is open to whoever reaches it (loopback). */
  readonly setupCode: string | null
  readonly publicUrl: string | null
  /** Whether mails are sent, or wait for a mail server to be configured. */
  readonly sendsMail: boolean
  readonly trustProxy: boolean | number | readonly string[]
  /** The built web app, or null to serve the API alone. */
  readonly webFolder: string | null
  readonly ready: () => boolean
  readonly version: string
}

export type App = Awaited<ReturnType<typeof buildApp>>

const BODY_LIMIT = 1024 * 1024

export async function buildApp(deps: AppDeps) {
  const app = fastify({
    ...(deps.logger === false ? { logger: false } : { loggerInstance: deps.logger }),
    logController: requestLog(),
    genReqId: newId,
    frameworkErrors: refuseAddress,
    bodyLimit: BODY_LIMIT,
    schemaController: validation(deps.hasEagerSchemas ?? false),
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    trustProxy: deps.trustProxy as boolean,
    requestTimeout: LONGEST_UPLOAD_MS,
  }).withTypeProvider<TypeBoxTypeProvider>()

  useErrors(app)
  endSlowBodies(app as unknown as FastifyInstance, deps.bodyMs)
  requireDeclaredAccess(app)
  refuseUnknownParameters(app)
  useUnknownRoutes(app, (reply) => (page === null ? reply.code(404).send('') : page(reply)))
  acceptEmptyBodies(app as unknown as FastifyInstance)

  useSecurityHeaders(app as unknown as FastifyInstance, deps.publicUrl)
  await app.register(cookie)
  await app.register(compress, {
    global: true,
    threshold: 1400,
    encodings: ['br', 'gzip'],
    customTypes: /json$|^text\/(?!event-stream)/,
  })
  await app.register(rateLimit, { global: false })
  await app.register(multipart, { limits: { fileSize: 10 * 1024 * 1024, files: 1, fields: 10 } })
  await useOpenapi(app, deps.version)

  app.decorateRequest('ctx')
  proveAnswers(app as unknown as FastifyInstance)
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config.access
    if (access === undefined || access.kind === 'public') return
    await recognise(deps.db, request, access)
    requireSameOrigin(request, deps.publicUrl)
    checkAccess(access, request)
  })
  useReplica(app as unknown as FastifyInstance, {
    replica: deps.db.replica,
    isSecure: deps.publicUrl?.startsWith('https:') ?? false,
  })
  app.addHook('preHandler', async (request, reply) => {
    if (request.ctx === undefined) return
    const mark = idempotencyOf(request)
    if (mark === null) return
    const kept = await deps.db.read(request.ctx.scope.merchantId, (reader) =>
      keptAnswer(reader, request.ctx, mark),
    )
    if (kept !== null) return sendAnswer(reply, kept)
    request.ctx = { ...request.ctx, idempotency: mark }
  })

  await useOperations(app, deps)
  await app.register((api) => registerModules(api, deps), { prefix: '/api/v1' })
  app.get('/api/openapi.json', { config: { access: anyone() }, schema: { hide: true } }, () => app.swagger())
  const page = deps.webFolder === null ? null : await useWebApp(app, deps.webFolder)
  await app.ready()
  return app
}

/** A POST without a body needs no content type, and an empty JSON body is no body. */
function acceptEmptyBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<string>(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'string' },
    (request, body, done) => (body === '' ? done(null, undefined) : void parse(request, body, done)),
  )
}
