import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../../http/access.ts'
import { problems } from '../../../http/openapi.ts'
import { OrderId } from '../order.schemas.ts'
import { getReceipt } from './receipt.queries.ts'
import { Receipt } from './receipt.schemas.ts'

export async function receiptRoutes(instance: FastifyInstance): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.addSchema(Receipt)
  app.get(
    '/orders/:id/receipt',
    {
      config: { access: can('orders.read') },
      schema: {
        operationId: 'getReceipt',
        summary: 'The receipt of an order',
        tags: ['Orders'],
        params: OrderId,
        response: { 200: Type.Ref('Receipt'), ...problems(401, 403, 404) },
      },
    },
    (request) => getReceipt(request.ctx, request.params.id),
  )
}
