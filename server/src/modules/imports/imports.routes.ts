import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../http/access.ts'
import { problems } from '../../http/openapi.ts'
import { sendAnswer } from '../../http/write.ts'
import type { FileDeps } from '../files/index.ts'
import { discardImport } from './discard.ts'
import { fileSources } from './file-sources.ts'
import { cancelImport, pauseImport, resumeImport, startImport } from './imports.commands.ts'
import { getImport, listImports, onWire } from './imports.queries.ts'
import {
  FileSources,
  Import,
  ImportId,
  ImportKinds,
  ImportListQuery,
  ImportMapping,
  ImportPage,
  ImportPreview,
  ImportPreviewRequest,
  ImportReportQuery,
  ImportStart,
} from './imports.schemas.ts'
import { previewStored, previewUpload, takeUpload } from './intake.ts'
import { fieldsOf, kindsFor } from './kinds.rules.ts'
import { sendReport } from './send-report.ts'

const tags = ['Imports']
const config = { access: can('customers.import') }
const uploading = { ...config, takesLongUploads: true }
// Described for the document; it is read as a stream, so that without a type there is nothing to validate.
const upload = Type.Unsafe<unknown>({
  properties: {
    file: { type: 'string', format: 'binary' },
    kind: { type: 'string', description: 'One of /imports/kinds; auto: by the names of its columns' },
    dryRun: { type: 'string', enum: ['true', 'false'] },
    hold: { type: 'string', enum: ['true', 'false'], description: 'Wait for /start' },
    mapping: { type: 'string', description: 'An ImportMapping as JSON; absent: found' },
  },
})
const consumes = ['multipart/form-data']
const csv = { content: { 'text/csv': { schema: Type.Unsafe<unknown>({ type: 'string' }) } } }

export async function importRoutes(instance: FastifyInstance, { storage }: FileDeps): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  for (const schema of [ImportMapping, Import, ImportPreview]) app.addSchema(schema)
  app.post(
    '/imports',
    {
      config: uploading,
      schema: {
        operationId: 'createImport',
        summary: 'Bring customers, orders or affiliations in from a file: CSV, XLSX or vCard, up to 2 GB',
        tags,
        consumes,
        body: upload,
        response: {
          202: Type.Ref('Import', { description: 'Follow it by its id or by the event import.progress' }),
          ...problems(400, 401, 403, 409, 413, 415, 422),
        },
      },
    },
    async (request, reply) => sendAnswer(reply, await takeUpload(request as FastifyRequest, storage)),
  )
  app.post(
    '/imports/preview',
    {
      config: uploading,
      schema: {
        operationId: 'previewUpload',
        summary: 'See how a file would be read; nothing is kept',
        tags,
        consumes,
        body: upload,
        response: { 200: Type.Ref('ImportPreview'), ...problems(400, 401, 403, 409, 413, 415, 422) },
      },
    },
    async (request) => previewUpload(request as FastifyRequest, storage),
  )
  app.get(
    '/imports',
    {
      config,
      schema: {
        operationId: 'listImports',
        summary: 'Imports, latest first',
        tags,
        querystring: ImportListQuery,
        response: { 200: ImportPage, ...problems(400, 401, 403) },
      },
    },
    (request) => listImports(request.ctx, request.query),
  )
  app.get(
    '/imports/kinds',
    {
      config,
      schema: {
        operationId: 'listImportKinds',
        summary: 'What you may bring in, and the fields that a column of each kind can go to',
        tags,
        response: { 200: ImportKinds, ...problems(401, 403) },
      },
    },
    ({ ctx }) => ({
      items: kindsFor(ctx.permissions).map((kind) => ({ kind, fields: [...fieldsOf(kind)] })),
    }),
  )
  app.get(
    '/imports/sources',
    {
      config: { access: can('customers.read') },
      schema: {
        operationId: 'listFileSources',
        summary:
          'Sources whose names were made up of the columns of a file, with the name of the latest such file',
        tags,
        response: { 200: FileSources, ...problems(401, 403) },
      },
    },
    async ({ ctx: { db, scope, actor } }) => ({
      items: await db.read(scope.merchantId, (reader) => fileSources(reader, scope, actor.id)),
    }),
  )
  app.get(
    '/imports/:id',
    {
      config,
      schema: {
        operationId: 'getImport',
        summary: 'How far an import is',
        tags,
        params: ImportId,
        response: { 200: Type.Ref('Import'), ...problems(401, 403, 404) },
      },
    },
    async (request) => onWire(await getImport(request.ctx, request.params.id)),
  )
  app.delete(
    '/imports/:id',
    {
      config,
      schema: {
        operationId: 'discardImport',
        summary: 'Take away a held or only tried import: its file, its reports and itself',
        tags,
        params: ImportId,
        response: { 204: Type.Null({ description: 'Gone' }), ...problems(401, 403, 404, 409) },
      },
    },
    async (request, reply) => sendAnswer(reply, await discardImport(request.ctx, storage, request.params.id)),
  )
  app.post(
    '/imports/:id/preview',
    {
      config,
      preValidation: emptyIfNone,
      schema: {
        operationId: 'previewImport',
        summary: 'See how an uploaded file would be read under another mapping',
        tags,
        params: ImportId,
        body: ImportPreviewRequest,
        response: { 200: Type.Ref('ImportPreview'), ...problems(400, 401, 403, 404, 409, 422) },
      },
    },
    (request) => previewStored(request.ctx, storage, request.params.id, request.body),
  )
  app.post(
    '/imports/:id/start',
    {
      config,
      preValidation: emptyIfNone,
      schema: {
        operationId: 'startImport',
        summary: 'Begin a held import, or one that was only tried',
        description: 'It runs with the rights, the stores and the name of whoever starts it',
        tags,
        params: ImportId,
        body: ImportStart,
        response: { 202: Type.Ref('Import'), ...problems(400, 401, 403, 404, 409, 422) },
      },
    },
    async (request, reply) =>
      sendAnswer(reply, await startImport(request.ctx, request.params.id, request.body)),
  )
  for (const [act, summary, status, run] of steps) {
    app.post(
      `/imports/:id/${act}`,
      {
        config,
        schema: {
          operationId: `${act}Import`,
          summary,
          tags,
          params: ImportId,
          response: { [status]: Type.Ref('Import'), ...problems(400, 401, 403, 404, 409) },
        },
      },
      async (request, reply) => sendAnswer(reply, await run(request.ctx, request.params.id)),
    )
  }
  for (const [name, isRejected, summary] of reports) {
    app.get(
      `/imports/:id/${name}.csv`,
      {
        config,
        schema: {
          operationId: isRejected ? 'getRejectedRows' : 'getRowsWithWarnings',
          summary,
          tags,
          params: ImportId,
          querystring: ImportReportQuery,
          response: { 200: { description: 'The rows', ...csv }, ...problems(400, 401, 403, 404) },
        },
      },
      (request, reply) =>
        sendReport(request.ctx, reply as FastifyReply, { ...request.params, ...request.query, isRejected }),
    )
  }
}

/** Nothing said is nothing changed. */
async function emptyIfNone(request: { body: unknown }): Promise<void> {
  request.body ??= {}
}

const steps = [
  ['pause', 'Stop after the batch in hand', 200, pauseImport],
  ['resume', 'Go on with a paused import', 202, resumeImport],
  ['cancel', 'End an import; what came in stays', 200, cancelImport],
] as const

const reports = [
  ['rejected', true, 'The rows that were rejected, with their reasons; mended, it can be imported'],
  ['warnings', false, 'The rows that came in, but not whole, and what could not be read'],
] as const
