import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../http/access.ts'
import { problems } from '../../http/openapi.ts'
import { sendAnswer } from '../../http/write.ts'
import { cancelJob, startBulk, undoJob } from './bulk.commands.ts'
import { getJob } from './bulk.queries.ts'
import { BulkJob, BulkJobId, BulkRequest } from './bulk.schemas.ts'
import { listsOfOne } from './lists-of-one.ts'
import { assignRoutes } from './orders/assign.routes.ts'

const tags = ['Bulk actions']
const done = Type.Ref('BulkJob', { description: 'Done' })
const going = Type.Ref('BulkJob', {
  description: 'The worker goes on with it; follow it by its id or by the event job.progress',
})

export async function bulkRoutes(instance: FastifyInstance): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.addSchema(BulkJob)
  await instance.register(assignRoutes)
  app.post(
    '/customers/bulk',
    {
      config: { access: can('customers.write') },
      preValidation: async (request) => listsOfOne(request.body, ['tag', 'tagAll', 'store']),
      schema: {
        operationId: 'changeCustomersInBulk',
        summary: 'Do one thing to many customers; up to 200 are done before the answer',
        tags,
        body: BulkRequest,
        response: { 200: done, 202: going, ...problems(400, 401, 403, 409, 422) },
      },
    },
    async (request, reply) => sendAnswer(reply, await startBulk(request.ctx, request.body)),
  )
  app.get(
    '/jobs/:id',
    {
      config: { access: can('customers.read') },
      schema: {
        operationId: 'getJob',
        summary: 'How far a bulk action is',
        tags,
        params: BulkJobId,
        response: { 200: Type.Ref('BulkJob'), ...problems(401, 403, 404) },
      },
    },
    (request) => getJob(request.ctx, request.params.id),
  )
  app.post(
    '/jobs/:id/cancel',
    {
      config: { access: can('customers.write') },
      schema: {
        operationId: 'cancelJob',
        summary: 'Stop a bulk action; what is done stays done',
        tags,
        params: BulkJobId,
        response: { 200: Type.Ref('BulkJob'), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => sendAnswer(reply, await cancelJob(request.ctx, request.params.id)),
  )
  app.post(
    '/jobs/:id/undo',
    {
      config: { access: can('customers.write') },
      schema: {
        operationId: 'undoJob',
        summary: 'Reverse what a bulk action changed, but for customers that somebody changed since',
        tags,
        params: BulkJobId,
        response: { 200: done, 202: going, ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => sendAnswer(reply, await undoJob(request.ctx, request.params.id)),
  )
}
