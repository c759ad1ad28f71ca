// The built web app: hashed assets are cached for ever, the page itself never. The build lays compressed forms beside
// the assets; they are sent as they are to whoever takes them.
import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { anyone } from './access.ts'

/** Registers the assets; answers how to send the page, or null when the app is not built. */
export async function useWebApp(
  app: FastifyInstance,
  folder: string,
): Promise<((reply: FastifyReply) => unknown) | null> {
  if (!existsSync(`${folder}/index.html`)) return null
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true })
  app.get('/assets/*', { config: { access: anyone() }, schema: { hide: true } }, (request, reply) =>
    reply.sendFile(`assets/${(request.params as { '*': string })['*']}`, {
      maxAge: 31_536_000_000,
      immutable: true,
    }),
  )
  for (const name of ['favicon.svg', 'scheme.js', 'favicon.ico', 'manifest.webmanifest', 'robots.txt']) {
    if (!existsSync(`${folder}/${name}`)) continue
    app.get(`/${name}`, { config: { access: anyone() }, schema: { hide: true } }, (_request, reply) =>
      reply.sendFile(name, { maxAge: 86_400_000 }),
    )
  }
  return (reply) => reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
}
