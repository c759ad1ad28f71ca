// Who asks, for which merchant, and with what: made once per request and handed to every query and command.
import type { Db } from '../db/client.ts'
import type { Permission } from '../kernel/permissions.ts'

export type Actor = {
  readonly kind: 'user' | 'apiKey' | 'system'
  readonly id: string | null
  readonly name: string
}

/** Which rows: those of one merchant and, for a user limited to stores, of these stores. */
export type Scope = { readonly merchantId: string; readonly storeIds: readonly string[] | null }

export type Merchant = {
  readonly id: string
  readonly name: string
  readonly currency: string
  readonly country: string
  readonly timeZone: string
  readonly locale: string
  readonly nameOrder: 'last' | 'first'
  readonly setup: 'hierarchy' | 'flat' | 'hybrid'
  readonly requiredFields: { readonly personal: readonly string[]; readonly business: readonly string[] }
}

export type Ctx = {
  readonly db: Db
  readonly scope: Scope
  readonly actor: Actor
  readonly merchant: Merchant
  readonly permissions: ReadonlySet<Permission>
  /** Present on a POST that carries an Idempotency-Key: the write keeps its answer under it. */
  readonly idempotency?: Idempotency
  /** Present for a browser's session: what the account screens need. */
  readonly session?: {
    readonly tokenHash: Buffer
    readonly email: string
    readonly locale: string | null
    readonly role: string
  }
}

export type Idempotency = { readonly key: string; readonly digest: Buffer; readonly actorId: string }

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route whose access is not public(). */
    ctx: Ctx
  }
  interface FastifyContextConfig {
    access?: import('./access.ts').Access
  }
}
