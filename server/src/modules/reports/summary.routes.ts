import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { can } from '../../http/access.ts'
import { problems } from '../../http/openapi.ts'
import { reading } from '../../http/proof.ts'
import { previewAtRisk } from './at-risk.queries.ts'
import { AtRiskPreview, AtRiskQuery } from './at-risk.schemas.ts'
import { summarise } from './summary.queries.ts'
import { Summary, SummaryQuery } from './summary.schemas.ts'

export async function summaryRoutes(instance: FastifyInstance): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.get(
    '/customers/summary',
    {
      config: { access: can('orders.read'), provesAccess: true, mayLag: true },
      schema: {
        operationId: 'summariseCustomers',
        summary: 'How many customers, what they bought, the best of them, and who stays away',
        tags: ['Reports'],
        querystring: SummaryQuery,
        response: { 200: Summary, ...problems(400, 401, 403) },
      },
    },
    (request) => reading(request, (reader, ctx) => summarise(reader, ctx, request.query)),
  )
  app.get(
    '/customers/at-risk-preview',
    {
      config: { access: can('settings.write'), provesAccess: true, mayLag: true },
      schema: {
        operationId: 'previewAtRisk',
        summary: 'How many customers a rule would mark as at risk and lost, before it is saved',
        tags: ['Reports'],
        querystring: AtRiskQuery,
        response: { 200: AtRiskPreview, ...problems(400, 401, 403) },
      },
    },
    (request) => reading(request, (reader, ctx) => previewAtRisk(reader, ctx, request.query)),
  )
}
