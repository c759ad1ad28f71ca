import type { FastifyRequest } from 'fastify'

/** For routes that send: so many a minute for one merchant, whoever asks. The day's number is kept in the outbox itself. */
export const mailPace = {
  rateLimit: {
    max: 60,
    timeWindow: 60_000,
    hook: 'preHandler' as const,
    keyGenerator: (request: FastifyRequest) => request.ctx.scope.merchantId,
  },
}
