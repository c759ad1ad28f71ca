// A write as routes make it: one transaction, its answer kept under the Idempotency-Key when there is one.
import type { FastifyReply } from 'fastify'
import type { Writer } from '../db/client.ts'
import type { Ctx } from './context.ts'
import { type Answer, claimKey, keepAnswer } from './idempotency.ts'

/** Runs the command in a transaction, retried whole on deadlocks. What it returns is what will be answered. */
export function inTransaction(ctx: Ctx, command: (tx: Writer) => Promise<Answer>): Promise<Answer> {
  return ctx.db.write(ctx.scope.merchantId, async (tx) => {
    if (ctx.idempotency === undefined) return command(tx)
    await claimKey(tx, ctx, ctx.idempotency)
    const answer = await command(tx)
    await keepAnswer(tx, ctx, ctx.idempotency, answer)
    return answer
  })
}

export function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  reply.code(answer.status)
  if (answer.etag != null) reply.header('etag', answer.etag)
  if (answer.location != null) reply.header('location', answer.location)
  return answer.body === '' ? reply.send() : sendJsonText(reply, answer.body)
}

/** JSON that PostgreSQL already wrote goes out as it is: turning it into objects and back costs half of a list's time. */
export function sendJsonText(reply: FastifyReply, body: string): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(body)
}

export const etagOf = (version: number) => `"${version}"`
