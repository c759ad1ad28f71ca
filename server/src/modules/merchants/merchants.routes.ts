import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { can } from '../../http/access.ts'
import type { Ctx } from '../../http/context.ts'
import { expectedVersion } from '../../http/if-match.ts'
import { problems } from '../../http/openapi.ts'
import { etagOf, sendAnswer } from '../../http/write.ts'
import { preferenceRoutes } from './preferences.ts'
import { updateSettings } from './settings.commands.ts'
import { getSettings } from './settings.queries.ts'
import { Settings, SettingsChange } from './settings.schemas.ts'

const tags = ['Settings']

const User = Type.Object(
  { id: Type.String({ format: 'uuid' }), name: Type.String(), email: Type.String(), role: Type.String() },
  { $id: 'User' },
)
const UserList = Type.Object({ items: Type.Array(Type.Ref('User')), nextCursor: Type.Null() })

export async function merchantRoutes(instance: FastifyInstance): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.addSchema(Settings)
  app.addSchema(User)
  app.get(
    '/settings',
    {
      config: { access: can('settings.read') },
      schema: {
        operationId: 'getSettings',
        summary: 'How the business is set up',
        tags,
        response: { 200: Type.Ref('Settings'), ...problems(401, 403) },
      },
    },
    async (request, reply) => {
      const settings = await getSettings(request.ctx)
      reply.header('etag', etagOf(settings.version))
      return settings
    },
  )
  app.patch(
    '/settings',
    {
      config: { access: can('settings.write') },
      schema: {
        operationId: 'updateSettings',
        summary: 'Change how the business is set up',
        tags,
        body: SettingsChange,
        response: { 200: Type.Ref('Settings'), ...problems(400, 401, 403, 409, 412, 422, 428) },
      },
    },
    async (request, reply) =>
      sendAnswer(reply, await updateSettings(request.ctx, expectedVersion(request), request.body)),
  )
  app.get(
    '/users',
    {
      config: { access: can('users.read') },
      schema: {
        operationId: 'listUsers',
        summary: 'Who works here',
        tags: ['Users'],
        response: { 200: UserList, ...problems(401, 403) },
      },
    },
    (request) => listUsers(request.ctx),
  )
  await app.register(preferenceRoutes)
}

function listUsers(ctx: Ctx): Promise<{ items: Type.Static<typeof User>[]; nextCursor: null }> {
  return ctx.db.read(ctx.scope.merchantId, async (reader) => {
    const { rows } = await sql<Type.Static<typeof User>>`
      select user_id as id, name, email, role from people_of_merchant() order by name, id`.execute(reader)
    return { items: rows, nextCursor: null }
  })
}
