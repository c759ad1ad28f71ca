import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../http/access.ts'
import { expectedVersion } from '../../http/if-match.ts'
import { problems } from '../../http/openapi.ts'
import { etagOf, sendAnswer, sendJsonText } from '../../http/write.ts'
import { bulkOrderRoutes } from './bulk/bulk.routes.ts'
import { CustomerOrdersQuery, OrderFilter, OrderListQuery } from './lists.schemas.ts'
import { metricsRoutes } from './metrics/metrics.routes.ts'
import { Order, OrderCount, OrderId, OrderListItem, OrderPage } from './order.schemas.ts'
import {
  ExternalOrder,
  OrderChange,
  OrderInput,
  type OrderInput as OrderInputType,
} from './order-input.schemas.ts'
import { assignOrder } from './orders.assign.ts'
import { countOrders } from './orders.count.ts'
import { putOrder } from './orders.put.ts'
import { getOrder, listCustomerOrders, listOrders } from './orders.queries.ts'
import { receiptRoutes } from './receipt/receipt.routes.ts'

const tags = ['Orders']
const one = Type.Ref('Order')

export async function orderRoutes(instance: FastifyInstance): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.addSchema(OrderListItem)
  app.addSchema(Order)
  await instance.register(bulkOrderRoutes)
  app.get(
    '/orders',
    {
      config: { access: can('orders.read') },
      schema: {
        operationId: 'listOrders',
        summary: 'Orders, newest first unless sorted',
        tags,
        querystring: OrderListQuery,
        response: { 200: OrderPage, ...problems(400, 401, 403) },
      },
    },
    async (request, reply) => sendJsonText(reply, await listOrders(request.ctx, request.query)),
  )
  app.get(
    '/orders/count',
    {
      config: { access: can('orders.read') },
      schema: {
        operationId: 'countOrders',
        summary: 'How many orders a list finds and what they come to: exact to 20,000, else at least so many',
        tags,
        querystring: OrderFilter,
        response: { 200: OrderCount, ...problems(400, 401, 403) },
      },
    },
    (request) => countOrders(request.ctx, request.query),
  )
  app.get(
    '/orders/:id',
    {
      config: { access: can('orders.read') },
      schema: {
        operationId: 'getOrder',
        summary: 'One order, whole',
        tags,
        params: OrderId,
        response: { 200: one, ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { text, version } = await getOrder(request.ctx, request.params.id)
      return sendJsonText(reply.header('etag', etagOf(version)), text)
    },
  )
  app.patch(
    '/orders/:id',
    {
      config: { access: can('orders.write') },
      schema: {
        operationId: 'assignOrder',
        summary: 'Say whose order it is; its figures move along',
        tags,
        params: OrderId,
        body: OrderChange,
        response: { 200: one, ...problems(400, 401, 403, 404, 412, 422, 428) },
      },
    },
    async (request, reply) =>
      sendAnswer(
        reply,
        await assignOrder(request.ctx, request.params.id, expectedVersion(request), request.body),
      ),
  )
  app.put(
    '/orders/external/:source/:externalId',
    {
      config: { access: can('orders.write') },
      schema: {
        operationId: 'putOrder',
        summary: 'Bring an order, or what has become of it; the same again changes nothing',
        tags,
        params: ExternalOrder,
        body: OrderInput,
        response: { 200: one, 201: one, ...problems(400, 401, 403, 404, 422) },
      },
    },
    async (request, reply) =>
      sendAnswer(reply, await putOrder(request.ctx, request.params, request.body as OrderInputType)),
  )
  app.get(
    '/customers/:id/orders',
    {
      config: { access: can('orders.read') },
      schema: {
        operationId: 'listCustomerOrders',
        summary: 'Orders of a customer, newest first: past, current, recurring or all',
        tags,
        params: OrderId,
        querystring: CustomerOrdersQuery,
        response: { 200: OrderPage, ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) =>
      sendJsonText(reply, await listCustomerOrders(request.ctx, request.params.id, request.query)),
  )
  await metricsRoutes(instance)
  await receiptRoutes(instance)
}
