// What the routes of this module have in common.
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Db } from '../../db/client.ts'

export type AuthDeps = {
  readonly db: Db
  readonly setupCode: string | null
  readonly publicUrl: string | null
}

export type Api = ReturnType<typeof typed>
export const typed = (instance: FastifyInstance) => instance.withTypeProvider<TypeBoxTypeProvider>()

export const tags = ['Sign-in']
export const NoContent = Type.Null()

/** Guessing is slowed per address and account. */
export const slow = (of: (request: FastifyRequest) => string) => ({
  rateLimit: {
    max: 20,
    timeWindow: 60_000,
    hook: 'preHandler' as const,
    keyGenerator: (request: FastifyRequest) => `${request.ip} ${of(request)}`,
  },
})
