/**
 * Access is looked up on every request. A read that asks for a customer or a page of them should not wait for that first:
 * what was found for a token the last time is taken as a guess, and the read's connection is asked in the same breath
 * whether the rows that it was made of are still the same ones (migrations/0019). Are they not, the guess and the answer
 * are thrown away, and the request begins anew. So a key that was revoked and a session that was ended are refused by the
 * next request, whichever process gets it.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Aside, Db, Reader } from '../db/client.ts'
import { type Access, checkAccess, mayCall } from './access.ts'
import type { Ctx } from './context.ts'
import { type Found, identify, isStale, shownBy } from './session.ts'

/** What a read must prove before its answer may leave. */
export type Proof = { readonly shown: string; readonly found: Found }

declare module 'fastify' {
  interface FastifyRequest {
    /** Set while the context is a guess. */
    proof: Proof | null
  }
  interface FastifyContextConfig {
    /** The route reads through `reading`, once. */
    provesAccess?: boolean
  }
}

const MOST_KEPT = 2000
const keptFor = new WeakMap<Db, Map<string, Found>>()

function keptOf(db: Db): Map<string, Found> {
  const kept = keptFor.get(db) ?? new Map<string, Found>()
  keptFor.set(db, kept)
  return kept
}

/** Sets the request's context: a guess where the route can prove it, else what is found now. */
export async function recognise(db: Db, request: FastifyRequest, access: Access): Promise<void> {
  const shown = request.routeOptions.config.provesAccess === true ? shownBy(request) : null
  const guess = shown === null ? undefined : keptOf(db).get(shown)
  // What a guess would refuse is looked up as well: rights may have been given since.
  if (shown !== null && guess !== undefined && !isStale(guess.seenAt) && mayCall(access, guess.ctx)) {
    request.ctx = guess.ctx
    request.proof = { shown, found: guess }
  } else request.ctx = await lookUp(db, request, shown)
}

async function lookUp(db: Db, request: FastifyRequest, shown: string | null): Promise<Ctx> {
  const kept = keptOf(db)
  if (shown !== null) kept.delete(shown)
  const found = await identify(db, request)
  if (shown === null || found.stamp === null) return found.ctx
  kept.set(shown, found)
  const oldest = kept.keys().next().value
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return found.ctx
}

/** One read of the merchant's rows for the request; `read` may be called twice. */
export async function reading<T>(
  request: FastifyRequest,
  read: (reader: Reader, ctx: Ctx) => Promise<T>,
): Promise<T> {
  const { ctx, proof } = request
  const { merchantId } = ctx.scope
  if (proof === null) return ctx.db.read(merchantId, (reader) => read(reader, ctx))
  const { aside, outcome } = await ctx.db.readWithAside(merchantId, asideOf(proof), (reader) =>
    read(reader, ctx),
  )
  if (aside === proof.found.stamp) {
    request.proof = null
    return outcome()
  }
  await beginAnew(request, proof)
  return request.ctx.db.read(request.ctx.scope.merchantId, (reader) => read(reader, request.ctx))
}

/** An answer that no read stood for, such as a refusal of the request's form, is proven before it leaves. */
export function proveAnswers(app: FastifyInstance): void {
  app.decorateRequest('proof', null)
  // Anything else would act, or have answered, before it is known who asked.
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.provesAccess === true && [method].flat().some((one) => one !== 'GET' && one !== 'HEAD'))
      throw new Error(`${method} ${url} cannot prove access by reading`)
  })
  app.addHook('onSend', async (request) => {
    if (request.proof !== null) await beginAnew(request, request.proof)
  })
}

async function beginAnew(request: FastifyRequest, { shown, found }: Proof): Promise<void> {
  request.proof = null
  // The guess holds the primary, whatever the request was given to read from.
  request.ctx = await lookUp(found.ctx.db, request, shown)
  const { access } = request.routeOptions.config
  if (access !== undefined) checkAccess(access, request)
}

const asideOf = ({ found }: Proof): Aside => ({
  text: `select ${found.kind === 'apiKey' ? 'api_key_proof' : 'session_proof'}($1) as answer`,
  values: [found.hash],
})
