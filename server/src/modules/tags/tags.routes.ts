import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../http/access.ts'
import type { Ctx } from '../../http/context.ts'
import type { Answer } from '../../http/idempotency.ts'
import { expectedVersion } from '../../http/if-match.ts'
import { problems } from '../../http/openapi.ts'
import { etagOf, sendAnswer } from '../../http/write.ts'
import { createTag, updateTag } from './tags.commands.ts'
import { getTag, listTags } from './tags.queries.ts'
import { NewTag, Tag, TagChange, TagId, TagListQuery, TagMerge, TagPage } from './tags.schemas.ts'

const tags = ['Tags']
const one = Type.Ref('Tag')
const started = Type.Ref('Tag', { description: 'Many customers carry it: the worker goes on with it' })

/** Both change many customers, who are above this module: what does it is given from outside. */
export type TagRemoval = {
  /** 204, or 202 with the tag while the worker takes it off its many customers. */
  deleteTag(ctx: Ctx, id: string): Promise<Answer>
  /** 200 with the tag that stays, or 202 while the worker is still moving customers to it. */
  mergeTag(ctx: Ctx, id: string, into: string): Promise<Answer>
}

export async function tagRoutes(instance: FastifyInstance, removal: TagRemoval): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.addSchema(Tag)
  app.get(
    '/tags',
    {
      config: { access: can('customers.read'), mayLag: true },
      schema: {
        operationId: 'listTags',
        summary: 'Tags by name',
        tags,
        querystring: TagListQuery,
        response: { 200: TagPage, ...problems(400, 401, 403) },
      },
    },
    (request) => listTags(request.ctx, request.query),
  )
  app.post(
    '/tags',
    {
      config: { access: can('tags.write') },
      schema: {
        operationId: 'createTag',
        summary: 'Make a tag',
        tags,
        body: NewTag,
        response: { 201: one, ...problems(400, 401, 403, 409, 422) },
      },
    },
    async (request, reply) => sendAnswer(reply, await createTag(request.ctx, request.body)),
  )
  app.get(
    '/tags/:id',
    {
      config: { access: can('customers.read'), mayLag: true },
      schema: {
        operationId: 'getTag',
        summary: 'One tag',
        tags,
        params: TagId,
        response: { 200: one, ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const tag = await getTag(request.ctx, request.params.id)
      reply.header('etag', etagOf(tag.version))
      return tag
    },
  )
  app.patch(
    '/tags/:id',
    {
      config: { access: can('tags.write') },
      schema: {
        operationId: 'updateTag',
        summary: 'Rename a tag or give it another colour',
        tags,
        params: TagId,
        body: TagChange,
        response: { 200: one, ...problems(400, 401, 403, 404, 409, 412, 422, 428) },
      },
    },
    async (request, reply) =>
      sendAnswer(
        reply,
        await updateTag(request.ctx, request.params.id, expectedVersion(request), request.body),
      ),
  )
  app.delete(
    '/tags/:id',
    {
      config: { access: can('tags.write') },
      schema: {
        operationId: 'deleteTag',
        summary: 'Take a tag off all customers and delete it',
        tags,
        params: TagId,
        response: { 202: started, 204: Type.Null({ description: 'Deleted' }), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => sendAnswer(reply, await removal.deleteTag(request.ctx, request.params.id)),
  )
  app.post(
    '/tags/:id/merge',
    {
      config: { access: can('tags.write') },
      schema: {
        operationId: 'mergeTags',
        summary: 'Give all customers of this tag another one in its place, and delete it',
        tags,
        params: TagId,
        body: TagMerge,
        response: { 200: one, 202: started, ...problems(400, 401, 403, 404, 409, 422) },
      },
    },
    async (request, reply) =>
      sendAnswer(reply, await removal.mergeTag(request.ctx, request.params.id, request.body.into)),
  )
}
