// Unknown paths are 404, known paths with another method 405; a browser that asks for a page gets the web app.
import type { FastifyInstance } from 'fastify'
import { Problem } from '../kernel/problem.ts'
import { sendProblem } from './errors.ts'

type Known = { readonly pattern: RegExp; readonly methods: Set<string> }

/** Must be called before routes are registered, for it listens to them. */
export function useUnknownRoutes(
  app: FastifyInstance,
  page: ((reply: import('fastify').FastifyReply) => unknown) | null,
): void {
  const known = new Map<string, Known>()
  app.addHook('onRoute', (route) => {
    const entry = known.get(route.url) ?? { pattern: patternOf(route.url), methods: new Set<string>() }
    for (const method of [route.method].flat()) entry.methods.add(method)
    known.set(route.url, entry)
  })
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    const allowed = [...known.values()]
      .filter((entry) => entry.pattern.test(path))
      .flatMap((entry) => [...entry.methods])
    // A file that is missing under a known path is not found, whatever else the path would take.
    if (allowed.length > 0 && !allowed.includes(request.method)) {
      reply.header('allow', [...new Set(allowed)].join(', '))
      return sendProblem(reply, request, new Problem('method.not_allowed', 405))
    }
    // The home address is a page to everybody: programs that look whether the house stands ask for anything.
    const isHome = path === '/' && (request.method === 'GET' || request.method === 'HEAD')
    const wantsPage =
      isHome || (request.method === 'GET' && (request.headers.accept ?? '').includes('text/html'))
    if (page !== null && wantsPage && !path.startsWith('/api/')) return page(reply)
    return sendProblem(reply, request, new Problem('path.not_found', 404, { detail: `${path} is not known` }))
  })
}

function patternOf(url: string): RegExp {
  const source = url
    .split('/')
    .map((part) =>
      part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('/')
  return new RegExp(`^${source}/?$`)
}
