// Every route says who may call it. A route that says nothing refuses to boot.
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import type { Permission } from '../kernel/permissions.ts'
import { Problem } from '../kernel/problem.ts'
import { problems } from './openapi.ts'

export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'user' }
  | { readonly kind: 'can'; readonly permission: Permission }

/** Anybody, without a key. */
export const anyone = (): Access => ({ kind: 'public' })
/** Any user or API key of a merchant. */
export const signedIn = (): Access => ({ kind: 'signedIn' })
/** A person with a session; an API key has no account of its own. */
export const userOnly = (): Access => ({ kind: 'user' })
/** Whoever holds this permission. */
export const can = (permission: Permission): Access => ({ kind: 'can', permission })

export function requireDeclaredAccess(app: FastifyInstance): void {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => void routes.push(route))
  app.addHook('onReady', async () => {
    for (const route of routes) {
      if (route.config?.access === undefined)
        throw new Error(`${route.method} ${route.url} declares no access`)
    }
  })
}

/** A route of the API that names no parameters takes none: unknown ones are refused, not ignored. */
export function refuseUnknownParameters(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const schema = route.schema
    if (!route.url.startsWith('/api/v1/') || schema === undefined || schema.querystring !== undefined) return
    const response = { ...problems(400), ...(schema.response as object) }
    route.schema = {
      ...schema,
      querystring: { type: 'object', properties: {}, additionalProperties: false },
      response,
    }
  })
}

export function checkAccess(access: Access, request: FastifyRequest): void {
  if (access.kind === 'public' || access.kind === 'signedIn') return
  if (access.kind === 'user') {
    if (request.ctx.actor.kind !== 'user') throw new Problem('access.user_only', 403)
  } else if (!request.ctx.permissions.has(access.permission)) {
    throw new Problem('access.denied', 403, { params: { permission: access.permission } })
  }
}
