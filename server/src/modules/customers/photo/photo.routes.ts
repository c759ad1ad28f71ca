import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../../http/access.ts'
import { problems } from '../../../http/openapi.ts'
import { sendAnswer } from '../../../http/write.ts'
import { invalid, Problem } from '../../../kernel/problem.ts'
import type { FileDeps } from '../../files/index.ts'
import { deletePhoto, putPhoto } from './photo.commands.ts'

const tags = ['Customers']
const access = can('customers.write')
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
// Described for the document; it is read as a stream, so that without a type there is nothing to validate.
const upload = Type.Unsafe<unknown>({ properties: { file: { type: 'string', format: 'binary' } } })

export async function photoRoutes(instance: FastifyInstance, { storage }: FileDeps): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.put(
    '/customers/:id/photo',
    {
      config: { access },
      schema: {
        operationId: 'putCustomerPhoto',
        summary: 'Set the photo of a customer',
        description:
          'One picture of at most 10 MB in the field `file`; it is kept as WebP of at most 256 pixels a side.',
        tags,
        consumes: ['multipart/form-data'],
        params,
        body: upload,
        response: { 200: Type.Ref('Customer'), ...problems(400, 401, 403, 404, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const bytes = await fileOf(request as FastifyRequest)
      return sendAnswer(reply, await putPhoto(request.ctx, storage, request.params.id, bytes))
    },
  )
  app.delete(
    '/customers/:id/photo',
    {
      config: { access },
      schema: {
        operationId: 'deleteCustomerPhoto',
        summary: 'Remove the photo of a customer',
        tags,
        params,
        response: { 204: Type.Null(), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => sendAnswer(reply, await deletePhoto(request.ctx, storage, request.params.id)),
  )
}

async function fileOf(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart())
    throw new Problem('body.media_type', 415, { detail: 'Send the picture as multipart/form-data' })
  const part = await request.file()
  if (part === undefined || part.fieldname !== 'file')
    throw invalid([{ path: 'file', code: 'field.required', message: 'is required' }])
  return part.toBuffer()
}
