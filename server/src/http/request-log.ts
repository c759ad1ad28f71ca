// A request is one line of the log, written when it is answered or given up. Fastify's own two say half each and cost twice.
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify'

class OneLine extends LogController {
  override incomingRequest(request: FastifyRequest, reply: FastifyReply): void {
    reply.raw.once('close', () => {
      if (reply.raw.writableEnded) return
      request.log.info({ req: request, responseTime: reply.elapsedTime }, 'request given up by who asked')
    })
  }

  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const answered = { req: request, res: reply, responseTime: reply.elapsedTime }
    if (error) reply.log.error({ ...answered, err: error }, 'request errored')
    else reply.log.info(answered, 'request completed')
  }
}

export const requestLog = (): LogController => new OneLine()
