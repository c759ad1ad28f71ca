import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { can } from '../../../http/access.ts'
import { problems } from '../../../http/openapi.ts'
import { badRequest } from '../../../kernel/problem.ts'
import { SimilarCustomers } from '../customer.schemas.ts'
import { listSimilar } from './similar.queries.ts'
import { likenessOf } from './similar.rules.ts'

const Typed = Type.Object(
  {
    email: Type.Optional(Type.String({ maxLength: 320 })),
    phone: Type.Optional(Type.String({ maxLength: 100 })),
    name: Type.Optional(Type.String({ maxLength: 400 })),
    postalCode: Type.Optional(Type.String({ maxLength: 40 })),
    country: Type.Optional(Type.String({ maxLength: 2 })),
    exclude: Type.Optional(Type.String({ format: 'uuid', description: 'The customer being edited' })),
  },
  { additionalProperties: false },
)

export async function similarRoutes(instance: FastifyInstance): Promise<void> {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.get(
    '/customers/similar',
    {
      config: { access: can('customers.read'), mayLag: true },
      schema: {
        operationId: 'listSimilarCustomers',
        summary: 'Likely duplicates of what is being typed',
        description:
          'The same email, the same valid phone, or nearly the same name at the same postal code; at most five.',
        tags: ['Customers'],
        querystring: Typed,
        response: { 200: SimilarCustomers, ...problems(400, 401, 403) },
      },
    },
    async ({ ctx, query }) => {
      const { exclude, ...typed } = query
      if (Object.values(typed).some((text) => text.includes('\u0000')))
        throw badRequest('query.invalid', 'U+0000 is in no name')
      const likeness = likenessOf(typed, ctx.merchant.country)
      return {
        items: await ctx.db.read(ctx.scope.merchantId, (reader) =>
          listSimilar(reader, ctx, likeness, exclude ?? null),
        ),
      }
    },
  )
}
