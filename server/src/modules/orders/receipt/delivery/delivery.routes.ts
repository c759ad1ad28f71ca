// A receipt on paper, and on its way to the customer.
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../../../http/access.ts'
import { problems } from '../../../../http/openapi.ts'
import { sendAnswer } from '../../../../http/write.ts'
import { mailPace, type OutboxDeps } from '../../../communications/index.ts'
import { OrderId } from '../../order.schemas.ts'
import { sendReceipt } from './commands.ts'
import { getReceiptPaper, inlineAs } from './paper.ts'

const tags = ['Orders']

const ReceiptSending = Type.Object(
  {
    to: Type.Optional(
      Type.Union([Type.String({ maxLength: 320 }), Type.Null()], {
        description: 'One address; left out: the email of the order’s customer',
      }),
    ),
  },
  { additionalProperties: false },
)
const Queued = Type.Object({
  id: Type.String({ format: 'uuid', description: 'Of the outbox' }),
  sends: Type.Boolean({ description: 'Whether a mail server is configured; without one it waits' }),
})
const bytes = { schema: Type.Unsafe<unknown>({ description: 'The bytes of the file' }) }

export async function receiptDeliveryRoutes(
  instance: FastifyInstance,
  { sendsMail }: OutboxDeps,
): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.get(
    '/orders/:id/receipt.pdf',
    {
      config: { access: can('orders.read'), ...mailPace },
      schema: {
        operationId: 'getReceiptPaper',
        summary: 'The receipt as PDF, in the customer’s language, on the paper of its country',
        tags,
        params: OrderId,
        response: {
          200: { description: 'The file', content: { 'application/pdf': bytes } },
          ...problems(401, 403, 404, 429),
        },
      },
    },
    async (request, reply) => {
      const { name, content } = await getReceiptPaper(request.ctx, request.params.id)
      return reply
        .type('application/pdf')
        .header('content-disposition', inlineAs(name))
        .header('cache-control', 'private, no-cache')
        .send(content as never)
    },
  )
  app.post(
    '/orders/:id/receipt/send',
    {
      config: { access: can('orders.write'), ...mailPace },
      preValidation: async (request) => {
        request.body ??= {}
      },
      schema: {
        operationId: 'sendReceipt',
        summary: 'Put the receipt into the outbox, to be mailed with its PDF',
        tags,
        params: OrderId,
        body: ReceiptSending,
        response: { 202: Queued, ...problems(400, 401, 403, 404, 422, 429) },
      },
    },
    async (request, reply) =>
      sendAnswer(
        reply,
        await sendReceipt(request.ctx, request.params.id, { ...request.body, sends: sendsMail }),
      ),
  )
}
