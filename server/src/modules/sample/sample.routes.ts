import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../http/access.ts'
import type { Ctx } from '../../http/context.ts'
import { problems } from '../../http/openapi.ts'
import { inTransaction, sendAnswer } from '../../http/write.ts'
import type { FileDeps } from '../files/index.ts'
import { ensureSample, removeSample } from './sample.commands.ts'

const tags = ['Sample business']

const Sample = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'For POST /session/merchant, which goes there' }),
    name: Type.String(),
  },
  { $id: 'SampleBusiness' },
)
const one = Type.Ref('SampleBusiness')

const asked = ({ db, scope, actor }: Ctx) => ({
  db,
  merchantId: scope.merchantId,
  userId: actor.kind === 'user' ? actor.id : null,
})

export async function sampleRoutes(instance: FastifyInstance, { storage }: FileDeps): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.addSchema(Sample)
  app.post(
    '/sample',
    {
      config: { access: can('settings.write') },
      schema: {
        operationId: 'makeSample',
        summary: 'Make a sample business with made-up customers, apart from your own',
        description:
          'One for each business: a second call answers the one that is there. It is entered by POST /session/merchant; from inside it, this answers itself.',
        tags,
        response: { 200: one, 201: one, ...problems(401, 403, 409) },
      },
    },
    async ({ ctx }, reply) =>
      sendAnswer(
        reply,
        await inTransaction(ctx, async (tx) => {
          const { id, name, isNew } = await ensureSample(tx, asked(ctx))
          return { status: isNew ? 201 : 200, body: JSON.stringify({ id, name }) }
        }),
      ),
  )
  app.delete(
    '/sample',
    {
      config: { access: can('settings.write') },
      schema: {
        operationId: 'removeSample',
        summary: 'Remove the sample business with everything in it',
        description:
          'Also from inside it: who removes it is back in their own business, and sessions of others in it have ended.',
        tags,
        response: { 204: Type.Null({ description: 'Removed, or there was none' }), ...problems(401, 403) },
      },
    },
    async ({ ctx }, reply) => {
      await removeSample(asked(ctx), storage)
      return reply.code(204).send(null)
    },
  )
}
