// A POST with an Idempotency-Key happens once. The mark is written in the write's own transaction: a crash frees the key.
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Reader, Writer } from '../db/client.ts'
import { badRequest, Problem } from '../kernel/problem.ts'
import type { Ctx, Idempotency } from './context.ts'

/** What a write answers; kept with the key and given again to a repeat. */
export type Answer = {
  readonly status: number
  readonly body: string
  readonly etag?: string | null
  readonly location?: string | null
}

/** Thrown inside the transaction of a repeat that slipped past the first look: the kept answer is sent instead. */
export class Replay extends Error {
  readonly answer: Answer
  constructor(answer: Answer) {
    super('the answer of the first request')
    this.answer = answer
  }
}

/** Reads the header; null when there is none. */
export function idempotencyOf(request: FastifyRequest): Idempotency | null {
  const key = request.headers['idempotency-key']
  if (request.method !== 'POST' || key === undefined) return null
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw badRequest('idempotency.malformed', 'Idempotency-Key must be 1 to 200 visible ASCII characters')
  }
  const digest = createHash('sha256')
    .update(`${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest()
  return { key, digest, actorId: request.ctx.actor.id ?? request.ctx.merchant.id }
}

/** The kept answer of this key, or null. */
export async function keptAnswer(db: Reader, ctx: Ctx, mark: Idempotency): Promise<Answer | null> {
  const row = await db
    .selectFrom('idempotency_keys')
    .select(['request_digest', 'status', 'body', 'etag', 'location'])
    .where('merchant_id', '=', ctx.scope.merchantId)
    .where('actor_id', '=', mark.actorId)
    .where('key', '=', mark.key)
    .where('created_at', '>', sql<Date>`now() - interval '24 hours'`)
    .executeTakeFirst()
  if (row === undefined) return null
  if (!row.request_digest.equals(mark.digest))
    throw new Problem('idempotency.key_reused', 409, {
      detail: 'This Idempotency-Key was sent with another body within 24 hours: send a new one',
    })
  return { status: row.status, body: row.body, etag: row.etag, location: row.location }
}

/** At the beginning of a write: takes the key for this transaction, or refuses. */
export async function claimKey(tx: Writer, ctx: Ctx, mark: Idempotency): Promise<void> {
  const name = `${ctx.scope.merchantId}:${mark.actorId}:${mark.key}`
  const { rows } = await sql<{
    taken: boolean
  }>`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as taken`.execute(tx)
  if (rows[0]?.taken !== true)
    throw new Problem('idempotency.in_progress', 409, {
      detail: 'A request with this Idempotency-Key is still being answered: try again in a moment',
    })
  const kept = await keptAnswer(tx, ctx, mark)
  if (kept !== null) throw new Replay(kept)
}

/** At the end of a write: keeps what will be answered. */
export async function keepAnswer(tx: Writer, ctx: Ctx, mark: Idempotency, answer: Answer): Promise<void> {
  await tx
    .deleteFrom('idempotency_keys')
    .where('merchant_id', '=', ctx.scope.merchantId)
    .where('actor_id', '=', mark.actorId)
    .where('key', '=', mark.key)
    .execute()
  await tx
    .insertInto('idempotency_keys')
    .values({
      merchant_id: ctx.scope.merchantId,
      actor_id: mark.actorId,
      key: mark.key,
      request_digest: mark.digest,
      status: answer.status,
      etag: answer.etag ?? null,
      location: answer.location ?? null,
      body: answer.body,
    })
    .execute()
}
