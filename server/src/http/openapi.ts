// The OpenAPI document is made from the schemas that validate and serialise: one text for all three.
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'

/** The body of every refusal (RFC 9457). */
export const ProblemBody = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable; a translation key' }),
    detail: Type.String(),
    params: Type.Object({}, { additionalProperties: true }),
    fields: Type.Array(Type.Object({ path: Type.String(), code: Type.String(), message: Type.String() })),
    requestId: Type.String(),
    current: Type.Optional(Type.Unsafe<unknown>({ description: 'With 412: the record as it stands now' })),
  },
  { $id: 'Problem' },
)

/** The refusals that a route may answer with; 500 and 507 are everywhere and need no naming. */
export function problems<const S extends number>(...statuses: readonly S[]) {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      Type.Ref('Problem', { description: descriptions[status] ?? 'Refused' }),
    ]),
  ) as Record<S, ReturnType<typeof Type.Ref>>
}

const descriptions: Readonly<Record<number, string>> = {
  400: 'An unknown or out-of-range parameter, an unreadable body, a bad cursor or header',
  401: 'No key or session, or a wrong one',
  403: 'Not allowed',
  404: 'Unknown, or not visible',
  409: 'Contradicts what exists',
  412: 'Changed by somebody else since; `current` is what stands',
  413: 'Too large',
  415: 'Not a media type that is read here',
  422: 'Read, but not acceptable; `fields` says where and why',
  428: 'If-Match is missing',
  429: 'Too many attempts',
}

export async function useOpenapi(app: FastifyInstance, version: string): Promise<void> {
  app.addSchema(ProblemBody)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Clientele',
        version,
        description:
          'The customer back office. Lists answer `{ items, nextCursor }`; instants are ISO 8601 UTC, days `YYYY-MM-DD`; absent values are null.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer', description: 'An API key of a merchant' },
          session: { type: 'apiKey', in: 'cookie', name: 'clientele_session' },
        },
      },
      security: [{ apiKey: [] }, { session: [] }],
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, i) =>
        typeof json.$id === 'string' ? json.$id : `schema-${i}`,
    },
  })
}
