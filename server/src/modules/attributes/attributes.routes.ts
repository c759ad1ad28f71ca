import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../http/access.ts'
import { expectedVersion } from '../../http/if-match.ts'
import { problems } from '../../http/openapi.ts'
import { etagOf, sendAnswer } from '../../http/write.ts'
import { notFound } from '../../kernel/problem.ts'
import { changeAttribute, createAttribute, deleteAttribute } from './attributes.commands.ts'
import { findAttribute, listAttributes } from './attributes.queries.ts'
import {
  CustomAttribute,
  CustomAttributeChange,
  CustomAttributePage,
  NewCustomAttribute,
} from './attributes.schemas.ts'

const tags = ['Custom attributes']
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const one = Type.Ref('CustomAttribute')

export async function attributeRoutes(instance: FastifyInstance): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.addSchema(CustomAttribute)
  app.get(
    '/custom-attributes',
    {
      config: { access: can('customers.read'), mayLag: true },
      schema: {
        operationId: 'listCustomAttributes',
        summary: 'The attributes that the merchant defined',
        tags,
        response: { 200: CustomAttributePage, ...problems(401, 403) },
      },
    },
    async ({ ctx }) => {
      const items = await ctx.db.read(ctx.scope.merchantId, (reader) =>
        listAttributes(reader, ctx.scope.merchantId),
      )
      return { items, nextCursor: null }
    },
  )
  app.post(
    '/custom-attributes',
    {
      config: { access: can('attributes.write') },
      schema: {
        operationId: 'createCustomAttribute',
        summary: 'Define an attribute',
        tags,
        body: NewCustomAttribute,
        response: { 201: one, ...problems(400, 401, 403, 409, 413, 415, 422) },
      },
    },
    async (request, reply) => sendAnswer(reply, await createAttribute(request.ctx, request.body)),
  )
  app.get(
    '/custom-attributes/:id',
    {
      config: { access: can('customers.read') },
      schema: {
        operationId: 'getCustomAttribute',
        summary: 'One attribute',
        tags,
        params,
        response: { 200: one, ...problems(401, 403, 404) },
      },
    },
    async ({ ctx, params: { id } }, reply) => {
      const attribute = await ctx.db.read(ctx.scope.merchantId, (reader) =>
        findAttribute(reader, ctx.scope.merchantId, id),
      )
      if (attribute === null) throw notFound('attribute')
      return reply.header('etag', etagOf(attribute.version)).send(attribute)
    },
  )
  app.patch(
    '/custom-attributes/:id',
    {
      config: { access: can('attributes.write') },
      schema: {
        operationId: 'changeCustomAttribute',
        summary: 'Change an attribute; its key and kind stay',
        tags,
        params,
        body: CustomAttributeChange,
        response: { 200: one, ...problems(400, 401, 403, 404, 412, 413, 415, 422, 428) },
      },
    },
    async (request, reply) =>
      sendAnswer(
        reply,
        await changeAttribute(request.ctx, request.params.id, request.body, expectedVersion(request)),
      ),
  )
  app.delete(
    '/custom-attributes/:id',
    {
      config: { access: can('attributes.write') },
      schema: {
        operationId: 'deleteCustomAttribute',
        summary: 'Delete an attribute that no customer has a value of',
        tags,
        params,
        response: { 204: Type.Null(), ...problems(401, 403, 404, 409) },
      },
    },
    async (request, reply) => sendAnswer(reply, await deleteAttribute(request.ctx, request.params.id)),
  )
}
