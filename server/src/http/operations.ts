// For whoever runs it: alive, ready, figures, and the API's own pages.
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { anyone } from './access.ts'

export async function useOperations(
  app: FastifyInstance,
  deps: { readonly ready: () => boolean },
): Promise<void> {
  const registry = Registry.merge([ofProcess()])
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  const hidden = { config: { access: anyone() }, schema: { hide: true } }
  app.get('/healthz', { ...hidden, logLevel: 'warn' }, () => ({ status: 'alive' }))
  app.get('/readyz', { ...hidden, logLevel: 'warn' }, (_request, reply) =>
    deps.ready() ? { status: 'ready' } : reply.code(503).send({ status: 'starting' }),
  )
  app.get('/metrics', hidden, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
  await app.register(async (docs) => {
    docs.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: anyone() }
    })
    await docs.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true })
  })
}

let figures: Registry | undefined

/** Memory, event loop and garbage of this process. What watches them never ends: one for all apps. */
function ofProcess(): Registry {
  if (figures === undefined) {
    figures = new Registry()
    collectDefaultMetrics({ register: figures })
  }
  return figures
}
