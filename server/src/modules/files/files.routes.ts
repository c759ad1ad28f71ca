import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../http/access.ts'
import { problems } from '../../http/openapi.ts'
import { notFound } from '../../kernel/problem.ts'
import type { Storage } from '../../kernel/storage.ts'
import { findFile } from './files.queries.ts'

export type FileDeps = { readonly storage: Storage }

export async function fileRoutes(instance: FastifyInstance, { storage }: FileDeps): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.get(
    '/files/:id',
    {
      config: { access: can('customers.read') },
      schema: {
        operationId: 'getFile',
        summary: 'The bytes of a file, such as a photo',
        tags: ['Files'],
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: {
          200: {
            description: 'The file',
            content: { 'image/webp': { schema: Type.Unsafe<unknown>({ type: 'string', format: 'binary' }) } },
          },
          304: Type.Null({ description: 'The one you have' }),
          ...problems(401, 403, 404),
        },
      },
    },
    async ({ ctx, params: { id }, headers }, reply) => {
      const file = await ctx.db.read(ctx.scope.merchantId, (reader) => findFile(reader, ctx.scope, id))
      if (file === null) throw notFound('file')
      const etag = `"${file.sha256.toString('base64url')}"`
      const isKnown = headers['if-none-match']?.includes(etag) === true
      const bytes = isKnown ? null : await storage.get(file.storage_key)
      if (bytes === null && !isKnown) throw notFound('file')
      // An id never gets other bytes; private, as only this merchant's people may see it. A refusal must not be kept so.
      reply.header('etag', etag).header('cache-control', 'private, max-age=31536000, immutable')
      if (isKnown) return reply.code(304).send(null)
      return reply
        .header('x-content-type-options', 'nosniff')
        .header('content-disposition', 'inline')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .type(file.content_type)
        .send(bytes as never)
    },
  )
}
