// What tells a browser to be careful with our answers. Helmet knows which headers and how they are written; as ours are the
// same for every answer, it is asked once, not for each request.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import helmet from 'helmet'

export function useSecurityHeaders(app: FastifyInstance, publicUrl: string | null): void {
  const headers = headersOf(publicUrl?.startsWith('https:') ?? false)
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers)
  })
}

function headersOf(isHttps: boolean): Record<string, string> {
  const headers: Record<string, string> = {}
  const answer = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value
    },
    removeHeader: () => undefined,
  } as unknown as ServerResponse
  const write = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    // Of Internet Explorer 8 and of Flash; every file of the first screen would carry them.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
  })
  write({} as IncomingMessage, answer, (error) => {
    if (error !== undefined) throw error
  })
  return headers
}
