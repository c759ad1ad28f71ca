import type { FastifyRequest } from 'fastify'
import { badRequest, Problem } from '../kernel/problem.ts'

/** The version that the caller saw, from If-Match. 428 without the header; `*` means whatever stands. */
export function expectedVersion(request: FastifyRequest): number | '*' {
  const header = request.headers['if-match']
  if (header === undefined)
    throw new Problem('if_match.required', 428, { detail: 'Send If-Match with the ETag that you read' })
  if (header.trim() === '*') return '*'
  const version = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(header)?.[1]
  if (version === undefined) throw badRequest('if_match.malformed', 'If-Match must be an ETag such as "3"')
  return Number(version)
}

/** 412 with what stands now. */
export function requireVersion(expected: number | '*', actual: number, current: unknown): void {
  if (expected !== '*' && expected !== actual) throw new Problem('version.stale', 412, { extra: { current } })
}
