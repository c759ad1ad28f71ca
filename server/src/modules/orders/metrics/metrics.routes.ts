import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../../http/access.ts'
import { problems } from '../../../http/openapi.ts'
import { sendJsonText } from '../../../http/write.ts'
import { OrderId } from '../order.schemas.ts'
import { getMetrics } from './metrics.queries.ts'
import { CustomerMetrics, MetricsQuery } from './metrics.schemas.ts'

export async function metricsRoutes(instance: FastifyInstance): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.addSchema(CustomerMetrics)
  app.get(
    '/customers/:id/metrics',
    {
      config: { access: can('orders.read'), mayLag: true },
      schema: {
        operationId: 'getCustomerMetrics',
        summary: 'What a customer came to in a period, by month and by day of the week',
        tags: ['Orders'],
        params: OrderId,
        querystring: MetricsQuery,
        response: { 200: Type.Ref('CustomerMetrics'), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) =>
      sendJsonText(reply, await getMetrics(request.ctx, request.params.id, request.query)),
  )
}
