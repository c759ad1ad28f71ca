import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { can } from '../../../http/access.ts'
import { problems } from '../../../http/openapi.ts'
import { sendJsonText } from '../../../http/write.ts'
import { countCustomers, listCustomers } from './list.queries.ts'
import { CustomerCount, CustomerCountQuery, CustomerListQuery, CustomerPage } from './list.schemas.ts'

const tags = ['Customers']
const access = can('customers.read')

export async function listRoutes(instance: FastifyInstance): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.get(
    '/customers',
    {
      config: { access },
      schema: {
        operationId: 'listCustomers',
        summary: 'Customers by name, or what was searched for by relevance',
        tags,
        querystring: CustomerListQuery,
        response: { 200: CustomerPage, ...problems(400, 401, 403) },
      },
    },
    async ({ ctx, query }, reply) => {
      const page = await ctx.db.read(ctx.scope.merchantId, (reader) => listCustomers(reader, ctx, query))
      return sendJsonText(reply, page)
    },
  )
  app.get(
    '/customers/count',
    {
      config: { access },
      schema: {
        operationId: 'countCustomers',
        summary: 'How many customers a list holds, exact to 10,000',
        tags,
        querystring: CustomerCountQuery,
        response: { 200: CustomerCount, ...problems(400, 401, 403) },
      },
    },
    ({ ctx, query }) => ctx.db.read(ctx.scope.merchantId, (reader) => countCustomers(reader, ctx, query)),
  )
}
