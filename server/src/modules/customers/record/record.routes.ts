import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Reader } from '../../../db/client.ts'
import { can } from '../../../http/access.ts'
import type { Ctx } from '../../../http/context.ts'
import { problems } from '../../../http/openapi.ts'
import { reading } from '../../../http/proof.ts'
import { etagOf, sendJsonText } from '../../../http/write.ts'
import { About, ActivityPage, listActivities } from '../../activity/index.ts'
import { AddressPage, ContactPage, Dependents, OrganizationPage, StorePage } from '../customer.schemas.ts'
import { countDependents, getPart, listContacts, listOrganizations } from './parts.queries.ts'
import { getRecord, requireVisible } from './record.queries.ts'

const tags = ['Customers']
const access = can('customers.read')
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const paging = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    cursor: Type.Optional(Type.String({ maxLength: 2048 })),
  },
  { additionalProperties: false },
)
const refusals = problems(401, 403, 404)
const pagedRefusals = problems(400, 401, 403, 404)

const within = <T>(ctx: Ctx, read: (reader: Reader) => Promise<T>) => ctx.db.read(ctx.scope.merchantId, read)

export async function recordRoutes(instance: FastifyInstance): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.get(
    '/customers/:id',
    {
      config: { access, provesAccess: true, mayLag: true },
      schema: {
        operationId: 'getCustomer',
        summary: 'One customer, whole; inactive ones too',
        tags,
        params,
        response: { 200: Type.Ref('Customer'), ...refusals },
      },
    },
    async (request, reply) => {
      const { text, version } = await reading(request, (reader, ctx) =>
        getRecord(reader, ctx, request.params.id),
      )
      return sendJsonText(reply.header('etag', etagOf(version)), text)
    },
  )
  app.get(
    '/customers/:id/activities',
    {
      config: { access, mayLag: true },
      schema: {
        operationId: 'listCustomerActivities',
        summary: 'What happened to a customer record, latest first',
        tags,
        params,
        querystring: Type.Object(
          { ...paging.properties, about: Type.Optional(About) },
          { additionalProperties: false },
        ),
        response: { 200: ActivityPage, ...pagedRefusals },
      },
    },
    async ({ ctx, params: { id }, query }, reply) => {
      const text = await within(ctx, async (reader) => {
        await requireVisible(reader, ctx, id)
        return listActivities(reader, ctx.scope.merchantId, id, {
          limit: query.limit ?? 50,
          cursor: query.cursor,
          about: query.about,
        })
      })
      return sendJsonText(reply, text)
    },
  )
  app.get(
    '/customers/:id/contacts',
    {
      config: { access, mayLag: true },
      schema: {
        operationId: 'listCustomerContacts',
        summary: 'The people of an organization, by name',
        tags,
        params,
        querystring: paging,
        response: { 200: ContactPage, ...pagedRefusals },
      },
    },
    async ({ ctx, params: { id }, query }, reply) => {
      const text = await within(ctx, async (reader) => {
        await requireVisible(reader, ctx, id)
        return listContacts(reader, ctx, id, { limit: query.limit ?? 50, cursor: query.cursor })
      })
      return sendJsonText(reply, text)
    },
  )
  partRoutes(app)
}

function partRoutes(instance: FastifyInstance): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.get(
    '/customers/:id/addresses',
    {
      config: { access, mayLag: true },
      schema: {
        operationId: 'listCustomerAddresses',
        summary: 'The addresses of a customer',
        tags,
        params,
        response: { 200: AddressPage, ...refusals },
      },
    },
    async ({ ctx, params: { id } }, reply) =>
      sendJsonText(reply, await within(ctx, (reader) => getPart(reader, ctx, id, 'addresses'))),
  )
  app.get(
    '/customers/:id/stores',
    {
      config: { access, mayLag: true },
      schema: {
        operationId: 'listCustomerStores',
        summary: 'The stores where a customer does business',
        tags,
        params,
        response: { 200: StorePage, ...refusals },
      },
    },
    async ({ ctx, params: { id } }, reply) =>
      sendJsonText(reply, await within(ctx, (reader) => getPart(reader, ctx, id, 'stores'))),
  )
  app.get(
    '/customers/:id/organizations',
    {
      config: { access, mayLag: true },
      schema: {
        operationId: 'listCustomerOrganizations',
        summary: 'The organizations that a person belongs to',
        tags,
        params,
        response: { 200: OrganizationPage, ...refusals },
      },
    },
    async ({ ctx, params: { id } }, reply) =>
      sendJsonText(reply, await within(ctx, (reader) => listOrganizations(reader, ctx, id))),
  )
  app.get(
    '/customers/:id/dependents',
    {
      config: { access },
      schema: {
        operationId: 'countCustomerDependents',
        summary: 'What hangs on a customer, for the question before a delete',
        tags,
        params,
        response: { 200: Dependents, ...refusals },
      },
    },
    ({ ctx, params: { id } }) => within(ctx, (reader) => countDependents(reader, ctx, id)),
  )
}
