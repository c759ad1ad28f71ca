import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../../http/access.ts'
import { fieldFaults } from '../../../http/errors.ts'
import { expectedVersion } from '../../../http/if-match.ts'
import { problems } from '../../../http/openapi.ts'
import { sendAnswer } from '../../../http/write.ts'
import { newId } from '../../../kernel/ids.ts'
import { type ReadBody, readBody } from './body.rules.ts'
import { changeCustomer, createCustomer, inactivateCustomer, restoreCustomer } from './write.commands.ts'
import { CustomerWrite } from './write.schemas.ts'

const tags = ['Customers']
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const one = Type.Ref('Customer')

export async function writeRoutes(instance: FastifyInstance): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.post(
    '/customers',
    {
      attachValidation: true,
      config: { access: can('customers.write') },
      schema: {
        operationId: 'createCustomer',
        summary: 'Create a customer',
        description: 'Without a type, a business name alone makes a business, anything else a person.',
        tags,
        body: CustomerWrite,
        response: { 201: one, ...problems(400, 401, 403, 409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const id = newId()
      const answer = await createCustomer(request.ctx, id, bodyOf(request))
      return sendAnswer(reply, answer)
    },
  )
  app.patch(
    '/customers/:id',
    {
      attachValidation: true,
      config: { access: can('customers.write') },
      schema: {
        operationId: 'changeCustomer',
        summary: 'Change a customer',
        description:
          'Fields that are not sent stay. Lists are replaced whole; address, billing, consent, doNotServe, attributes and externalIds merge member by member; null empties.',
        tags,
        params,
        body: CustomerWrite,
        response: { 200: one, ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428) },
      },
    },
    async (request, reply) => {
      const expected = expectedVersion(request)
      return sendAnswer(
        reply,
        await changeCustomer(request.ctx, request.params.id, bodyOf(request), expected),
      )
    },
  )
  app.delete(
    '/customers/:id',
    {
      config: { access: can('customers.delete') },
      schema: {
        operationId: 'inactivateCustomer',
        summary: 'Make a customer inactive',
        description: 'Nothing is lost: restore brings it back. Repeating it changes nothing.',
        tags,
        params,
        response: { 204: Type.Null(), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => sendAnswer(reply, await inactivateCustomer(request.ctx, request.params.id)),
  )
  app.post(
    '/customers/:id/restore',
    {
      config: { access: can('customers.delete') },
      schema: {
        operationId: 'restoreCustomer',
        summary: 'Make an inactive customer active again',
        tags,
        params,
        response: { 200: one, ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => sendAnswer(reply, await restoreCustomer(request.ctx, request.params.id)),
  )
}

/** Faults of form wait for those of meaning; a fault of the address does not. */
function bodyOf(request: Pick<FastifyRequest, 'body' | 'validationError'>): ReadBody {
  const error = request.validationError
  if (error !== undefined && error.validationContext !== 'body') throw error
  return readBody(request.body, error === undefined ? [] : fieldFaults(error))
}
