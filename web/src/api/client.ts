// The one way to the server: typed by the OpenAPI document, throwing an ApiError for every answer that is not 2xx.
import createClient, { type Middleware } from 'openapi-fetch'
import { noteOutcome } from './connection.ts'
import { forgetKey, keyFor } from './idempotency.ts'
import { hasNews } from './news.ts'
import { noteWrite } from './own-writes.ts'
import { ApiError, problemOf } from './problem.ts'
import type { paths } from './schema.d.ts'

const answered = new WeakMap<Request, () => void>()

const refuse: Middleware = {
  async onRequest({ request }) {
    answered.set(request, noteWrite(request.method, request.url))
    if (request.method === 'POST') request.headers.set('Idempotency-Key', await keyFor(request))
    if (request.method === 'GET' && hasNews()) request.headers.set('Cache-Control', 'no-cache')
    return request
  },
  async onResponse({ request, response }) {
    answered.get(request)?.()
    if (response.status < 500) await forgetKey(request)
    const error = response.ok ? null : new ApiError(await problemOf(response))
    noteOutcome(error)
    if (error !== null) throw error
    return undefined
  },
  onError({ request, error }) {
    answered.get(request)?.()
    if (error instanceof DOMException && error.name === 'AbortError') return error
    const silence = new ApiError({ code: 'network', status: 0 })
    noteOutcome(silence)
    return silence
  },
}

/** `api.GET('/api/v1/tags')`; wrap it in `send` to get the body alone. */
export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '' })
api.use(refuse)

/** The body of the answer: `const tags = await send(api.GET('/api/v1/tags'))`. */
export async function send<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call
  return data as T
}

/** `api.PATCH(path, { ...ifMatch(customer.version), params, body })` */
export const ifMatch = (version: number) => ({ headers: { 'If-Match': `"${version}"` } })
