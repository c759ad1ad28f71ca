import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../../http/access.ts'
import { problems } from '../../../http/openapi.ts'
import { sendAnswer } from '../../../http/write.ts'
import { listsOfOne } from '../lists-of-one.ts'
import { startAssigning } from './assign.commands.ts'
import { AssignRequest } from './assign.schemas.ts'

export async function assignRoutes(instance: FastifyInstance): Promise<void> {
  instance.withTypeProvider<TypeBoxTypeProvider>().post(
    '/orders/assign',
    {
      config: { access: can('orders.write') },
      preValidation: async (request) => listsOfOne(request.body, ['status', 'channel', 'store']),
      schema: {
        operationId: 'assignOrders',
        summary: 'Give orders of nobody to a customer; up to 200 are done before the answer',
        tags: ['Bulk actions'],
        body: AssignRequest,
        response: {
          200: Type.Ref('BulkJob', { description: 'Done' }),
          202: Type.Ref('BulkJob', {
            description: 'The worker goes on with it; follow it by its id or by the event job.progress',
          }),
          ...problems(400, 401, 403, 409, 422),
        },
      },
    },
    async (request, reply) => sendAnswer(reply, await startAssigning(request.ctx, request.body)),
  )
}
