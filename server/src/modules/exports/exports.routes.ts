import { Readable } from 'node:stream'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../http/access.ts'
import { problems } from '../../http/openapi.ts'
import { sendAnswer } from '../../http/write.ts'
import type { Storage } from '../../kernel/storage.ts'
import type { FileDeps } from '../files/index.ts'
import { cancelExport, startExport } from './exports.commands.ts'
import { getExport, listExports, onWire } from './exports.queries.ts'
import { Export, ExportId, ExportListQuery, ExportPage, ExportRequest } from './exports.schemas.ts'
import { contentDispositionOf } from './file-name.rules.ts'
import { follow, whenBegun } from './follow.ts'
import { formats } from './formats/all.ts'

const tags = ['Exports']
const access = can('customers.export')
const bytes = { schema: Type.Unsafe<unknown>({ description: 'The bytes of the file' }) }
const mediaTypes = Object.values(formats).map(({ contentType }) => contentType.split(';')[0] as string)

export async function exportRoutes(instance: FastifyInstance, { storage }: FileDeps): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.addSchema(Export)
  app.post(
    '/exports',
    {
      config: { access },
      preValidation: async ({ body }) => listsOfOne(body),
      schema: {
        operationId: 'startExport',
        summary: 'Take customers away: all, those of a filter, or a selection',
        tags,
        body: ExportRequest,
        response: {
          202: Type.Ref('Export', {
            description:
              'Being written; its file can be read at once. Follow it by its id or by the event export.progress',
          }),
          ...problems(400, 401, 403, 409, 422),
        },
      },
    },
    async (request, reply) => sendAnswer(reply, await startExport(request.ctx, request.body)),
  )
  app.get(
    '/exports',
    {
      config: { access },
      schema: {
        operationId: 'listExports',
        summary: 'Exports of the last day, latest first',
        tags,
        querystring: ExportListQuery,
        response: { 200: ExportPage, ...problems(400, 401, 403) },
      },
    },
    (request) => listExports(request.ctx, request.query),
  )
  app.get(
    '/exports/:id',
    {
      config: { access },
      schema: {
        operationId: 'getExport',
        summary: 'How far an export is',
        tags,
        params: ExportId,
        response: { 200: Type.Ref('Export'), ...problems(401, 403, 404) },
      },
    },
    async (request) => onWire(await getExport(request.ctx, request.params.id)),
  )
  app.post(
    '/exports/:id/cancel',
    {
      config: { access },
      schema: {
        operationId: 'cancelExport',
        summary: 'Give up an export that is being written; one that has ended stays as it is',
        tags,
        params: ExportId,
        response: { 200: Type.Ref('Export'), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => sendAnswer(reply, await cancelExport(request.ctx, request.params.id)),
  )
  app.get(
    '/exports/:id/file',
    {
      config: { access },
      // What is written as fast as it is read must not wait for a compressor.
      compress: false,
      schema: {
        operationId: 'getExportFile',
        summary: 'The file; while it is still being written, what there is and then the rest as it comes',
        tags,
        params: ExportId,
        response: {
          200: {
            description: 'The file',
            content: Object.fromEntries(mediaTypes.map((type) => [type, bytes])),
          },
          ...problems(401, 403, 404, 409),
        },
      },
    },
    (request, reply) => sendFile(request, reply, { id: request.params.id, storage }),
  )
}

async function sendFile(
  { ctx, raw }: Pick<FastifyRequest, 'ctx' | 'raw'>,
  reply: FastifyReply,
  { id, storage }: { readonly id: string; readonly storage: Storage },
): Promise<FastifyReply> {
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  const following = { storage, look: () => getExport(ctx, id), signal: gone.signal }
  const row = await whenBegun(following)
  reply
    .type(formats[row.format].contentType)
    .header('content-disposition', contentDispositionOf(row.fileName))
    .header('cache-control', 'private, no-store')
  if (row.bytes !== null && raw.method === 'GET') reply.header('content-length', row.bytes)
  return reply.send(Readable.from(follow(row.storageKey, following), { objectMode: false }) as never)
}

/** In an address one tag is `tag=…`; here it may be written so as well. */
function listsOfOne(body: unknown): void {
  const filter = (body as { filter?: unknown } | null | undefined)?.filter
  if (typeof filter !== 'object' || filter === null) return
  const query = filter as Record<string, unknown>
  for (const name of ['tag', 'tagAll', 'store']) {
    if (typeof query[name] === 'string') query[name] = [query[name]]
  }
}
