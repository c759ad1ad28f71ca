// Orders by the thousand or million in one request: read, written and answered as a stream.
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../../http/access.ts'
import { problems } from '../../../http/openapi.ts'
import { answersKept } from './answers.ts'
import { putMany } from './put-many.ts'

const NDJSON = 'application/x-ndjson'
// Described for the document; it is read as a stream, so that without a type there is nothing to validate.
const lines = Type.Unsafe<unknown>({
  description: 'One order a line, at most 1 MB long: source, externalId, and what a PUT has as its body',
})
const answer = Type.Unsafe<unknown>({
  type: 'string',
  description:
    'A line for each line that is not blank, in order: {line, status: 201|200, id, outcome: created|updated|unchanged}, or {line, status: 422, code, detail, fields}',
})

export async function bulkOrderRoutes(instance: FastifyInstance): Promise<void> {
  // Nothing else is read here: a list in JSON is no stream of lines.
  instance.removeAllContentTypeParsers()
  instance.addContentTypeParser(NDJSON, (_request, _payload, done) => done(null, undefined))
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.post(
    '/orders/bulk',
    {
      config: { access: can('orders.write'), takesLongUploads: true },
      // An answer is sent when its batch is written, not when enough of them have been gathered to be packed.
      compress: false,
      schema: {
        operationId: 'putOrders',
        summary: 'Bring many orders, one a line; each is put as by its own PUT, and answered in order',
        tags: ['Orders'],
        consumes: [NDJSON],
        body: lines,
        response: {
          200: { description: 'As they are written', content: { [NDJSON]: { schema: answer } } },
          ...problems(400, 401, 403, 415),
        },
      },
    },
    async (request, reply) => {
      const answers = answersKept()
      const work = putMany(request.ctx, request.raw, answers).then(answers.end)
      work.catch(answers.fail)
      // What goes wrong before the first answer is a problem like any other; later the answers break off.
      await Promise.race([work, answers.begun])
      return reply.type(NDJSON).send(answers.readable)
    },
  )
}
