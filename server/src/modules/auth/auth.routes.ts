import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { anyone, can, signedIn, userOnly } from '../../http/access.ts'
import { tooMany } from '../../http/errors.ts'
import { problems } from '../../http/openapi.ts'
import { identify, requireSameOrigin, SESSION_COOKIE, SESSION_DAYS } from '../../http/session.ts'
import { parseEmail } from '../../kernel/email.ts'
import { badRequest, Problem } from '../../kernel/problem.ts'
import { safeEqual } from '../../kernel/secrets.ts'
import { type Api, type AuthDeps, NoContent, slow, tags, typed } from './auth.api.ts'
import {
  isSetupNeeded,
  makeApiKey,
  revokeApiKey,
  setUp,
  signIn,
  signOut,
  switchMerchant,
} from './auth.commands.ts'
import { describeSession, listApiKeys } from './auth.queries.ts'
import * as schemas from './auth.schemas.ts'
import { passwordRoutes } from './password.routes.ts'

export async function authRoutes(instance: FastifyInstance, deps: AuthDeps): Promise<void> {
  const app = typed(instance)
  app.addSchema(schemas.Session)
  app.addSchema(schemas.ApiKey)
  sessionRoutes(app, deps)
  passwordRoutes(app, deps)
  setupRoutes(app, deps)
  apiKeyRoutes(app)
}

/** Many accounts tried from one address are slowed too; so far above this that a shop's tablets, which share one, do not meet it. */
const MOST_FROM_ADDRESS = 200

/** The account as it will be looked up: `x <a@b.c>` and `mailto:a@b.c` are one with a@b.c. */
function accountOf(request: FastifyRequest): string {
  const parsed = parseEmail((request.body as { email: string }).email)
  return parsed.ok ? parsed.email : 'none'
}

function sessionRoutes(app: Api, deps: AuthDeps): void {
  const countFromAddress = app.createRateLimit({ max: MOST_FROM_ADDRESS, timeWindow: 60_000 })
  app.post(
    '/session',
    {
      config: {
        access: anyone(),
        ...slow(accountOf),
      },
      schema: {
        operationId: 'signIn',
        summary: 'Sign in with email and password',
        tags,
        security: [],
        body: schemas.SignIn,
        response: { 200: Type.Ref('Session'), ...problems(401, 422, 429) },
      },
    },
    async (request, reply) => {
      requireSameOrigin(request, deps.publicUrl)
      const tries = await countFromAddress(request)
      if (!tries.isAllowed && tries.isExceeded) throw tooMany()
      const token = await signIn(deps.db, {
        ...request.body,
        userAgent: request.headers['user-agent'] ?? null,
      })
      return answerSession(request, reply, deps, token)
    },
  )
  app.get(
    '/session',
    {
      config: { access: signedIn() },
      schema: {
        operationId: 'getSession',
        summary: 'Who is signed in',
        tags,
        response: { 200: Type.Ref('Session'), ...problems(401) },
      },
    },
    (request) => describeSession(request.ctx),
  )
  app.delete(
    '/session',
    {
      config: { access: userOnly() },
      schema: {
        operationId: 'signOut',
        summary: 'Sign out',
        tags,
        response: { 204: NoContent, ...problems(401, 403) },
      },
    },
    async (request, reply) => {
      await signOut(deps.db, request.cookies[SESSION_COOKIE] ?? '')
      return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send(null)
    },
  )
  app.post(
    '/session/merchant',
    {
      config: { access: userOnly() },
      schema: {
        operationId: 'switchMerchant',
        summary: 'Work for another of your businesses',
        tags,
        body: schemas.MerchantSwitch,
        response: { 204: NoContent, ...problems(401, 403, 404, 422) },
      },
    },
    async (request, reply) => {
      await switchMerchant(request.ctx, request.body.merchantId)
      return reply.code(204).send(null)
    },
  )
}

function setupRoutes(app: Api, deps: AuthDeps): void {
  app.get(
    '/setup',
    {
      config: { access: anyone() },
      schema: {
        operationId: 'getSetup',
        summary: 'Whether the first owner is still to be made',
        tags,
        security: [],
        response: { 200: schemas.SetupState },
      },
    },
    async (request) => {
      const needed = await isSetupNeeded(deps.db)
      return { needed, codeRequired: needed && needsCode(request, deps) }
    },
  )
  app.post(
    '/setup',
    {
      config: { access: anyone(), ...slow(() => 'setup') },
      schema: {
        operationId: 'setUp',
        summary: 'Make the business and its owner, once',
        tags,
        security: [],
        body: schemas.Setup,
        response: { 201: Type.Ref('Session'), ...problems(403, 409, 422, 429) },
      },
    },
    async (request, reply) => {
      requireSameOrigin(request, deps.publicUrl)
      if (needsCode(request, deps)) requireCode(request.body.code ?? '', deps.setupCode)
      const token = await setUp(deps.db, request.body, request.headers['user-agent'] ?? null)
      return answerSession(request, reply.code(201), deps, token)
    },
  )
}

function apiKeyRoutes(app: Api): void {
  const access = can('apiKeys.write')
  app.get(
    '/api-keys',
    {
      config: { access },
      schema: {
        operationId: 'listApiKeys',
        summary: 'API keys in use',
        tags: ['API keys'],
        response: { 200: schemas.ApiKeyList, ...problems(401, 403) },
      },
    },
    (request) => listApiKeys(request.ctx),
  )
  app.post(
    '/api-keys',
    {
      config: { access },
      schema: {
        operationId: 'createApiKey',
        summary: 'Make an API key; it is shown once',
        tags: ['API keys'],
        body: schemas.NewApiKey,
        response: { 201: schemas.MadeApiKey, ...problems(400, 401, 403, 422) },
      },
    },
    async (request, reply) => {
      // Its answer would have to be kept to be repeated, and a key is never kept.
      if (request.ctx.idempotency !== undefined) {
        throw badRequest('idempotency.not_here', 'An API key is shown once: send no Idempotency-Key')
      }
      return reply.code(201).send(await makeApiKey(request.ctx, request.body))
    },
  )
  app.delete(
    '/api-keys/:id',
    {
      config: { access },
      schema: {
        operationId: 'revokeApiKey',
        summary: 'End an API key',
        tags: ['API keys'],
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: { 204: NoContent, ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      await revokeApiKey(request.ctx, request.params.id)
      return reply.code(204).send(null)
    },
  )
}

async function answerSession(request: FastifyRequest, reply: FastifyReply, deps: AuthDeps, token: string) {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: deps.publicUrl?.startsWith('https:') ?? false,
    maxAge: SESSION_DAYS * 86_400,
  })
  request.cookies[SESSION_COOKIE] = token
  delete request.headers.authorization
  return describeSession((await identify(deps.db, request)).ctx)
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const LOCAL_NAME = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/

// Both ends must be local: the Host as well, or a page of another site could reach it through a rebound name.
function needsCode(request: FastifyRequest, deps: AuthDeps): boolean {
  if (deps.setupCode === null) return false
  const isProxied =
    ['forwarded', 'via', 'x-real-ip'].some((name) => request.headers[name] !== undefined) ||
    Object.keys(request.headers).some((name) => name.startsWith('x-forwarded-'))
  const isPublic = deps.publicUrl !== null && !LOCAL_NAME.test(new URL(deps.publicUrl).host)
  const isDirect =
    LOOPBACK.test(request.socket.remoteAddress ?? '') && LOCAL_NAME.test(request.headers.host ?? '')
  return isProxied || isPublic || !isDirect
}

function requireCode(given: string, wanted: string | null): void {
  if (wanted === null || safeEqual(Buffer.from(given.trim()), Buffer.from(wanted))) return
  throw new Problem('setup.code_wrong', 403, {
    detail: 'Type the code that was printed when Clientele started',
    fields: [{ path: 'code', code: 'setup.code_wrong', message: 'is not the code printed at start' }],
  })
}
