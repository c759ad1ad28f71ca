// What the server says when it refuses, and how a screen tells the user.
import type { TFunction } from 'i18next'

export type FieldFault = Readonly<{ path: string; code: string; message: string }>

export type Problem = Readonly<{
  code: string
  status: number
  title?: string
  detail?: string
  params?: Readonly<Record<string, unknown>>
  fields?: readonly FieldFault[]
  requestId?: string
  /** The record as it is now, beside a 412. */
  current?: unknown
}>

/** Thrown by every call of `api`. Status 0: no answer came at all. */
export class ApiError extends Error {
  readonly problem: Problem
  readonly status: number

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title ?? problem.code)
    this.name = 'ApiError'
    this.problem = problem
    this.status = problem.status
  }
}

export const isApiError = (error: unknown): error is ApiError => error instanceof ApiError
export const hasStatus = (error: unknown, status: number): boolean =>
  isApiError(error) && error.status === status
export const isOffline = (error: unknown): boolean => hasStatus(error, 0)

/** Nobody answered, or only a proxy for a server that stands still. */
export const isUnreachable = (error: unknown): boolean =>
  isOffline(error) || [502, 503, 504].some((status) => hasStatus(error, status))

export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  const said = typeof body === 'object' && body !== null ? body : {}
  return { code: codeOfStatus(response.status), ...said, status: response.status }
}

/** Answers from something in between (a proxy) carry no code of ours. */
function codeOfStatus(status: number): string {
  if (status === 401) return 'unauthenticated'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not_found'
  if (status === 413) return 'body.too_large'
  if (status === 429) return 'rate.limited'
  return status >= 500 ? 'internal' : 'unknown'
}

/** One sentence in the user's language; the request id stands with what only the operator can look up. */
export function errorText(t: TFunction, error: unknown): string {
  if (!isApiError(error)) return t('errors.unknown')
  const { code, params, title, detail, requestId, status } = error.problem
  const message = translated(t, `errors.${code}`, params) ?? detail ?? title ?? t('errors.unknown')
  const known = status > 0 && status < 500
  return known || !requestId ? message : t('errors.withRequest', { message, id: requestId })
}

/** Of one field; the server's own words where the code has none here. */
export function fieldText(
  t: TFunction,
  fault: FieldFault,
  params?: Readonly<Record<string, unknown>>,
): string {
  return translated(t, `errors.${fault.code}`, params) ?? fault.message
}

/** Codes come from the server, so their keys cannot be checked by the compiler. */
function translated(
  t: TFunction,
  key: string,
  params: Readonly<Record<string, unknown>> = {},
): string | null {
  const text: unknown = t(key as never, { ...params, defaultValue: '' } as never)
  return typeof text === 'string' && text !== '' && text !== key ? text : null
}
