import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../../http/access.ts'
import { problems } from '../../../http/openapi.ts'
import { sendAnswer } from '../../../http/write.ts'
import { cancelMail, retryMail } from './outbox.commands.ts'
import { getOutboxItem, listOutbox } from './outbox.queries.ts'
import { OutboxId, OutboxItem, OutboxListQuery, OutboxPage } from './outbox.schemas.ts'
import { mailPace } from './pace.ts'

const tags = ['Outbox']
const one = Type.Ref('OutboxItem')

export type OutboxDeps = {
  /** Whether a mail server is configured. */
  readonly sendsMail: boolean
}

export async function outboxRoutes(instance: FastifyInstance, { sendsMail }: OutboxDeps): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.addSchema(OutboxItem)
  app.get(
    '/outbox',
    {
      config: { access: can('orders.read') },
      schema: {
        operationId: 'listOutbox',
        summary: 'What went out to customers, and what waits; newest first',
        tags,
        querystring: OutboxListQuery,
        response: { 200: OutboxPage, ...problems(400, 401, 403) },
      },
    },
    async (request) => ({ ...(await listOutbox(request.ctx, request.query)), sends: sendsMail }),
  )
  app.get(
    '/outbox/:id',
    {
      config: { access: can('orders.read') },
      schema: {
        operationId: 'getOutboxItem',
        summary: 'One of the outbox, with what the mail server said',
        tags,
        params: OutboxId,
        response: { 200: one, ...problems(401, 403, 404) },
      },
    },
    (request) => getOutboxItem(request.ctx, request.params.id),
  )
  app.post(
    '/outbox/:id/cancel',
    {
      config: { access: can('orders.write') },
      schema: {
        operationId: 'cancelOutboxItem',
        summary: 'Do not send what waits',
        tags,
        params: OutboxId,
        response: { 200: one, ...problems(401, 403, 404, 409) },
      },
    },
    async (request, reply) => sendAnswer(reply, await cancelMail(request.ctx, request.params.id)),
  )
  app.post(
    '/outbox/:id/retry',
    {
      config: { access: can('orders.write'), ...mailPace },
      schema: {
        operationId: 'retryOutboxItem',
        summary: 'Send at once what waits, failed or was cancelled',
        tags,
        params: OutboxId,
        response: { 200: one, ...problems(401, 403, 404, 409, 429) },
      },
    },
    async (request, reply) => sendAnswer(reply, await retryMail(request.ctx, request.params.id)),
  )
}
