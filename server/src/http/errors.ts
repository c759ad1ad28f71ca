// Every error leaves as application/problem+json; the cause of a 5xx is logged and never sent.
import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problemOfConstraint } from '../db/constraint-errors.ts'
import { type FieldFault, Problem, titles } from '../kernel/problem.ts'
import { Replay } from './idempotency.ts'
import { sendAnswer } from './write.ts'

export function useErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof Replay) return sendAnswer(reply, error.answer)
    const problem = problemOf(error, request)
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed')
    return sendProblem(reply, request, problem)
  })
}

/** An address that cannot be read, or an id longer than any: nothing is there. */
export function refuseAddress(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(reply, request, new Problem('path.not_found', 404, { detail: 'This address is not known' }))
}

export function sendProblem(reply: FastifyReply, request: FastifyRequest, problem: Problem): FastifyReply {
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: `urn:clientele:problem:${problem.code}`,
        title: titles[problem.status] ?? STATUS_CODES[problem.status] ?? 'Error',
        status: problem.status,
        code: problem.code,
        detail: problem.message,
        params: problem.params,
        fields: problem.fields,
        requestId: request.id,
        ...problem.extra,
      }),
    )
}

function problemOf(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  if (error.validation !== undefined) return problemOfValidation(error, request)
  const status = error.statusCode ?? 0
  if (status === 429) return tooMany()
  if (status === 415) return wrongMediaType(request)
  if (status >= 400 && status < 500)
    return new Problem(clientCodes[error.code] ?? 'request.unacceptable', status, { detail: error.message })
  return (
    problemOfDatabase(error) ??
    new Problem('internal', 500, { detail: 'The server could not finish this request' })
  )
}

export const tooMany = () =>
  new Problem('rate.limited', 429, { detail: 'Too many attempts: wait a minute and try again' })

function wrongMediaType({ headers, routeOptions }: FastifyRequest): Problem {
  const { consumes = ['application/json'] } = (routeOptions.schema ?? {}) as { consumes?: readonly string[] }
  const sent = headers['content-type'] ?? 'none'
  return new Problem('body.media_type', 415, {
    detail: `The content type is ${sent}; wanted is ${consumes.join(' or ')}`,
    params: { wanted: consumes },
  })
}

const clientCodes: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'body.unreadable',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body.unreadable',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body.too_large',
  FST_REQ_FILE_TOO_LARGE: 'file.too_large',
}

/** Constraints are the database's; what they mean to the caller stands in one table. */
function problemOfDatabase(error: FastifyError & { constraint?: string }): Problem | null {
  const known = problemOfConstraint(error)
  if (known !== null) return known
  if (error.code === '53100')
    return new Problem('disk.full', 507, {
      detail: 'The disk is full: reading goes on, nothing can be saved until there is room',
    })
  if (error.code === '22021' || error.code === '22P05')
    return new Problem('body.invalid', 422, { detail: 'The character U+0000 cannot be stored' })
  // JSON is ours to write: what it can hold and the database cannot is half of a surrogate pair.
  if (error.code === '22P02' && error.message.endsWith('type json'))
    return new Problem('body.invalid', 422, {
      detail: 'Half a character (a lone surrogate) cannot be stored',
    })
  return null
}

function problemOfValidation(error: FastifyError, request: FastifyRequest): Problem {
  if (error.validationContext === 'params')
    return new Problem('path.not_found', 404, { detail: `${request.url.split('?')[0]} is not known` })
  const fields = fieldFaults(error)
  const detail = fields.map((f) => `${f.path} ${f.message}`.trim()).join('; ')
  if (error.validationContext === 'body') return new Problem('body.invalid', 422, { detail, fields })
  return new Problem('query.invalid', 400, { detail, fields })
}

/** What the schema found, named as every fault is: by the path of its field. */
export function fieldFaults(error: Pick<FastifyError, 'validation'>): FieldFault[] {
  return (error.validation ?? []).flatMap((fault): FieldFault[] => {
    if (fault.keyword === 'anyOf' || fault.keyword === 'if') return []
    const params = fault.params as { additionalProperty?: string; missingProperty?: string }
    const tail = params.additionalProperty ?? params.missingProperty
    const path = [
      ...fault.instancePath.split('/').filter(Boolean),
      ...(tail === undefined ? [] : [tail]),
    ].join('.')
    const code = fault.keyword === 'additionalProperties' ? 'field.unknown' : `field.${fault.keyword}`
    return [{ path, code, message: messages[fault.keyword] ?? fault.message ?? 'is not acceptable' }]
  })
}

const messages: Readonly<Record<string, string>> = {
  additionalProperties: 'is not a known field',
  required: 'is needed',
}
