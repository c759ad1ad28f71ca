// What one user likes to see, such as the columns of the list: a small JSON value under a key, at one merchant.
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { userOnly } from '../../http/access.ts'
import type { Ctx } from '../../http/context.ts'
import { problems } from '../../http/openapi.ts'
import { conflict, Problem } from '../../kernel/problem.ts'

const LONGEST_VALUE = 16 * 1024
const MOST_KEYS = 200

const tags = ['Preferences']
const PreferenceKey = Type.Object({ key: Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9._-]{0,79}$' }) })
const AnyJson = Type.Unsafe<unknown>({ description: 'Any JSON of at most 16 kB; null forgets it' })
const Preference = Type.Object({ key: Type.String(), value: AnyJson }, { $id: 'Preference' })
const NewValue = Type.Object({ value: AnyJson }, { additionalProperties: false })

export async function preferenceRoutes(instance: FastifyInstance): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.addSchema(Preference)
  app.get(
    '/preferences/:key',
    {
      config: { access: userOnly() },
      schema: {
        operationId: 'getPreference',
        summary: 'A preference of yours; null until it is set',
        tags,
        params: PreferenceKey,
        response: { 200: Type.Ref('Preference'), ...problems(401, 403, 404) },
      },
    },
    async (request) => ({
      key: request.params.key,
      value: await readPreference(request.ctx, request.params.key),
    }),
  )
  app.put(
    '/preferences/:key',
    {
      config: { access: userOnly() },
      schema: {
        operationId: 'setPreference',
        summary: 'Keep a preference of yours',
        tags,
        params: PreferenceKey,
        body: NewValue,
        response: { 200: Type.Ref('Preference'), ...problems(400, 401, 403, 404, 409, 413, 422) },
      },
    },
    async (request) => {
      const { key } = request.params
      await writePreference(request.ctx, key, request.body.value)
      return { key, value: request.body.value }
    },
  )
}

function readPreference(ctx: Ctx, key: string): Promise<unknown> {
  return ctx.db.read(ctx.scope.merchantId, async (reader) => {
    const row = await reader
      .selectFrom('user_preferences')
      .select('value')
      .where('merchant_id', '=', ctx.scope.merchantId)
      .where('user_id', '=', ctx.actor.id)
      .where('key', '=', key)
      .executeTakeFirst()
    return row?.value ?? null
  })
}

async function writePreference(ctx: Ctx, key: string, value: unknown): Promise<void> {
  const { merchantId } = ctx.scope
  const text = JSON.stringify(value)
  if (Buffer.byteLength(text) > LONGEST_VALUE) {
    throw new Problem('preference.too_large', 413, {
      params: { limit: LONGEST_VALUE },
      detail: 'A preference holds at most 16 kB',
    })
  }
  await ctx.db.write(merchantId, async (tx) => {
    if (value === null) {
      await sql`
        delete from user_preferences where merchant_id = ${merchantId} and user_id = ${ctx.actor.id} and key = ${key}`.execute(
        tx,
      )
      return
    }
    const { numAffectedRows } = await sql`
      insert into user_preferences (merchant_id, user_id, key, value)
      select ${merchantId}::uuid, ${ctx.actor.id}::uuid, ${key}, ${text}::jsonb
       where (select count(*) from user_preferences
               where merchant_id = ${merchantId} and user_id = ${ctx.actor.id} and key <> ${key}) < ${MOST_KEYS}
      on conflict (merchant_id, user_id, key) do update set value = excluded.value, updated_at = now()`.execute(
      tx,
    )
    if (numAffectedRows === 0n) throw conflict('preference.too_many', { limit: MOST_KEYS })
  })
}
