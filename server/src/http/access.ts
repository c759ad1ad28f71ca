// Every route says who may call it. A route that says nothing refuses to boot.
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import type { Permission } from '../kernel/permissions.ts'
import { Problem } from '../kernel/problem.ts'
import type { Ctx } from './context.ts'
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

export function checkAccess(access: Access, { ctx }: Pick<FastifyRequest, 'ctx'>): void {
  if (mayCall(access, ctx)) return
  if (access.kind === 'user') throw new Problem('access.user_only', 403)
  const { permission } = access as Extract<Access, { kind: 'can' }>
  throw new Problem('access.denied', 403, { params: { permission } })
}

export function mayCall(access: Access, ctx: Ctx): boolean {
  if (access.kind === 'user') return ctx.actor.kind === 'user'
  return access.kind !== 'can' || ctx.permissions.has(access.permission)
}
