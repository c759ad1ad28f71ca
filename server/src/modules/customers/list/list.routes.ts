import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { can } from '../../../http/access.ts'
import { problems } from '../../../http/openapi.ts'
import { reading } from '../../../http/proof.ts'
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
      config: { access, provesAccess: true, mayLag: true },
      schema: {
        operationId: 'listCustomers',
        summary: 'Customers by name, or what was searched for by relevance',
        tags,
        querystring: CustomerListQuery,
        response: { 200: CustomerPage, ...problems(400, 401, 403) },
      },
    },
    async (request, reply) =>
      sendJsonText(reply, await reading(request, (reader, ctx) => listCustomers(reader, ctx, request.query))),
  )
  app.get(
    '/customers/count',
    {
      config: { access, provesAccess: true, mayLag: true },
      schema: {
        operationId: 'countCustomers',
        summary: 'How many customers a list holds, exact to 10,000',
        tags,
        querystring: CustomerCountQuery,
        response: { 200: CustomerCount, ...problems(400, 401, 403) },
      },
    },
    (request) => reading(request, (reader, ctx) => countCustomers(reader, ctx, request.query)),
  )
}
