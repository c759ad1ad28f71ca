import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../../http/access.ts'
import { problems } from '../../../http/openapi.ts'
import { sendAnswer } from '../../../http/write.ts'
import { snoozeCustomer } from './snooze.commands.ts'

const Snooze = Type.Object(
  {
    until: Type.Union([Type.String({ format: 'date' }), Type.Null()], {
      description: 'The last day, where the merchant is; null ends it',
    }),
  },
  { additionalProperties: false },
)

export async function snoozeRoutes(instance: FastifyInstance): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.post(
    '/customers/:id/snooze',
    {
      config: { access: can('customers.write') },
      schema: {
        operationId: 'snoozeCustomer',
        summary: 'Keep a customer from being at risk until a day',
        tags: ['Customers'],
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        body: Snooze,
        response: { 200: Type.Ref('Customer'), ...problems(400, 401, 403, 404, 409, 413, 415, 422) },
      },
    },
    async (request, reply) =>
      sendAnswer(reply, await snoozeCustomer(request.ctx, request.params.id, request.body.until)),
  )
}
