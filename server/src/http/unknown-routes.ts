// Unknown paths are 404, known paths with another method 405; a browser that asks for a page gets the web app.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../kernel/problem.ts'
import { sendProblem } from './errors.ts'

type Known = { readonly url: string; readonly pattern: RegExp; readonly methods: Set<string> }

/** Must be called before routes are registered, for it listens to them. */
export function useUnknownRoutes(
  app: FastifyInstance,
  page: ((reply: FastifyReply) => unknown) | null,
): void {
  const known = new Map<string, Known>()
  app.addHook('onRoute', ({ url, method }) => {
    const entry = known.get(url) ?? { url, pattern: patternOf(url), methods: new Set<string>() }
    for (const one of [method].flat()) entry.methods.add(one)
    known.set(url, entry)
  })
  // The router looks for a path among those of the same method only, and so takes the last part of DELETE
  // /customers/count for an id.
  const narrower = new Map<string, readonly Known[]>()
  app.addHook('onRequest', async (request, reply) => {
    const { url } = request.routeOptions
    if (url === undefined) return
    let others = narrower.get(url)
    if (others === undefined) {
      others = within(known.get(url), [...known.values()])
      narrower.set(url, others)
    }
    const meant = others.filter(({ pattern }) => pattern.test(pathOf(request)))
    if (meant.length > 0) return refuseMethod(reply, request, meant)
  })
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request)
    const matching = [...known.values()].filter(({ pattern }) => pattern.test(path))
    const meant = matching.filter((entry) => within(entry, matching).length === 0)
    // A file that is missing under a known path is not found, whatever else the path would take.
    if (meant.length > 0 && !meant.some(({ methods }) => methods.has(request.method)))
      return refuseMethod(reply, request, meant)
    // The home address is a page to everybody: programs that look whether the house stands ask for anything.
    const isHome = path === '/' && (request.method === 'GET' || request.method === 'HEAD')
    const wantsPage =
      isHome || (request.method === 'GET' && (request.headers.accept ?? '').includes('text/html'))
    if (page !== null && wantsPage && !path.startsWith('/api/')) return page(reply)
    return sendProblem(reply, request, new Problem('path.not_found', 404, { detail: `${path} is not known` }))
  })
}

/** The paths that this one would match as well: /customers/count of /customers/:id. */
const within = (wide: Known | undefined, all: readonly Known[]) =>
  all.filter((other) => other !== wide && wide?.pattern.test(other.url))

function refuseMethod(reply: FastifyReply, request: FastifyRequest, meant: readonly Known[]) {
  reply.header('allow', [...new Set(meant.flatMap(({ methods }) => [...methods]))].join(', '))
  return sendProblem(reply, request, new Problem('method.not_allowed', 405))
}

const pathOf = ({ url }: FastifyRequest) => url.split('?')[0] ?? '/'

function patternOf(url: string): RegExp {
  const source = url
    .split('/')
    .map((part) =>
      part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('/')
  return new RegExp(`^${source}/?$`)
}
