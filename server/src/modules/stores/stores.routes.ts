import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../http/access.ts'
import { expectedVersion } from '../../http/if-match.ts'
import { problems } from '../../http/openapi.ts'
import { etagOf, sendAnswer } from '../../http/write.ts'
import { closeStore, createStore, updateStore } from './stores.commands.ts'
import { getStore, listStores } from './stores.queries.ts'
import { NewStore, Store, StoreChange, StoreId, StoreListQuery, StorePage } from './stores.schemas.ts'

const tags = ['Stores']
const one = Type.Ref('Store')

export async function storeRoutes(instance: FastifyInstance): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.addSchema(Store)
  app.get(
    '/stores',
    {
      config: { access: can('customers.read'), mayLag: true },
      schema: {
        operationId: 'listStores',
        summary: 'Stores by name, closed ones too',
        tags,
        querystring: StoreListQuery,
        response: { 200: StorePage, ...problems(400, 401, 403) },
      },
    },
    (request) => listStores(request.ctx, request.query),
  )
  app.post(
    '/stores',
    {
      config: { access: can('stores.write') },
      schema: {
        operationId: 'createStore',
        summary: 'Open a store',
        tags,
        body: NewStore,
        response: { 201: one, ...problems(400, 401, 403, 409, 422) },
      },
    },
    async (request, reply) => sendAnswer(reply, await createStore(request.ctx, request.body)),
  )
  app.get(
    '/stores/:id',
    {
      config: { access: can('customers.read'), mayLag: true },
      schema: {
        operationId: 'getStore',
        summary: 'One store',
        tags,
        params: StoreId,
        response: { 200: one, ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const store = await getStore(request.ctx, request.params.id)
      reply.header('etag', etagOf(store.version))
      return store
    },
  )
  app.patch(
    '/stores/:id',
    {
      config: { access: can('stores.write') },
      schema: {
        operationId: 'updateStore',
        summary: 'Change a store; `closedOn` closes it on a day, or opens it again',
        tags,
        params: StoreId,
        body: StoreChange,
        response: { 200: one, ...problems(400, 401, 403, 404, 409, 412, 422, 428) },
      },
    },
    async (request, reply) =>
      sendAnswer(
        reply,
        await updateStore(request.ctx, request.params.id, expectedVersion(request), request.body),
      ),
  )
  app.delete(
    '/stores/:id',
    {
      config: { access: can('stores.write') },
      schema: {
        operationId: 'closeStore',
        summary: 'Close a store as of today; it is never deleted',
        tags,
        params: StoreId,
        response: { 204: Type.Null({ description: 'Closed' }), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => sendAnswer(reply, await closeStore(request.ctx, request.params.id)),
  )
}
