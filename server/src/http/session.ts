// Who asks: an API key or a browser's session, looked up by hash on every request in one indexed statement (or, by a read
// of customers, together with what is read: proof.ts), so that signing out everywhere holds at once in every process.
import { hash as digest } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Db } from '../db/client.ts'
import { isPermission, type Permission } from '../kernel/permissions.ts'
import { Problem } from '../kernel/problem.ts'
import { hashToken } from '../kernel/secrets.ts'
import type { Ctx, Merchant } from './context.ts'

export const SESSION_COOKIE = 'clientele_session'
/** A session ends after this long without use (OWASP ASVS 7.3); the counter's tablet stays signed in over a weekend. */
export const SESSION_DAYS = 14
const SEEN_EVERY_MS = 60_000

type MerchantRow = {
  merchant_id: string
  merchant_name: string
  currency: string
  country: string
  time_zone: string
  locale: string
  name_order: 'last' | 'first'
  setup: 'hierarchy' | 'flat' | 'hybrid'
  required_personal: string[]
  required_business: string[]
  stamp: string | null
}
type SessionRow = MerchantRow & {
  session_id: string
  user_id: string
  user_name: string
  user_email: string
  user_locale: string | null
  role: string
  permissions: string[]
  store_ids: string[] | null
  last_seen_at: Date
}
type KeyRow = MerchantRow & { key_id: string; key_name: string; scopes: string[]; last_used_at: Date | null }

/** An open event stream asks again and again whether its session still holds; that is not somebody using it. */
type Use = { readonly isUse: boolean }

/** Whom a token stands for. */
export type Found = {
  readonly kind: 'apiKey' | 'session'
  readonly hash: Buffer
  readonly ctx: Ctx
  /** When its use was last noted, in milliseconds. */
  readonly seenAt: number
  /** Changes with anything that the context was made of; null when that is not known. */
  readonly stamp: string | null
}

/** What the request shows of itself, not yet looked at; hashed, as whatever is kept of it. */
export function shownBy(request: FastifyRequest): string | null {
  const { authorization } = request.headers
  const shown = authorization ?? request.cookies[SESSION_COOKIE]
  if (shown === undefined) return null
  return `${authorization === undefined ? 'cookie' : 'header'} ${digest('sha256', shown, 'base64url')}`
}

/** Who asks, or a Problem 401. */
export async function identify(db: Db, request: FastifyRequest, use: Use = { isUse: true }): Promise<Found> {
  const header = request.headers.authorization
  if (header !== undefined) return identifyKey(db, header)
  const token = request.cookies[SESSION_COOKIE]
  if (token === undefined)
    throw new Problem('session.missing', 401, {
      detail: 'Neither an API key (Authorization: Bearer …) nor a session came with this request',
    })
  const found = await identifySession(db, token, use)
  if (found === null)
    throw new Problem('session.ended', 401, { detail: 'This session has ended: sign in again' })
  return found
}

async function identifyKey(db: Db, header: string): Promise<Found> {
  const key = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(header)?.[1]
  if (key === undefined)
    throw new Problem('api_key.malformed', 401, {
      detail: 'What came as Authorization is no API key: it is "Bearer clk_…"',
    })
  const hash = hashToken(key)
  const row = await db.global(
    async (reader) =>
      (
        await sql<KeyRow>`select *, api_key_proof(${hash}) as stamp from api_key_by_hash(${hash})`.execute(
          reader,
        )
      ).rows[0],
  )
  if (row === undefined)
    throw new Problem('api_key.unknown', 401, { detail: 'This API key is not known, or was revoked' })
  if (isStale(row.last_used_at?.getTime() ?? 0)) {
    await db.global((reader) => sql`select api_key_seen(${row.merchant_id}, ${row.key_id})`.execute(reader))
  }
  const ctx: Ctx = {
    db,
    scope: { merchantId: row.merchant_id, storeIds: null },
    actor: { kind: 'apiKey', id: row.key_id, name: row.key_name },
    merchant: merchantOf(row),
    permissions: new Set(row.scopes.filter(isPermission)),
  }
  return { kind: 'apiKey', hash, ctx, seenAt: Date.now(), stamp: row.stamp }
}

async function identifySession(db: Db, token: string, { isUse }: Use): Promise<Found | null> {
  const hash = hashToken(token)
  const row = await db.global(
    async (reader) =>
      (
        await sql<SessionRow>`select *, session_proof(${hash}) as stamp from session_by_hash(${hash})`.execute(
          reader,
        )
      ).rows[0],
  )
  if (row === undefined) return null
  if (isUse && isStale(row.last_seen_at.getTime())) {
    const until = new Date(Date.now() + SESSION_DAYS * 86_400_000)
    await db.global((reader) => sql`select session_seen(${hash}, ${until})`.execute(reader))
  }
  const ctx: Ctx = {
    db,
    scope: { merchantId: row.merchant_id, storeIds: row.store_ids },
    actor: { kind: 'user', id: row.user_id, name: row.user_name },
    merchant: merchantOf(row),
    permissions: new Set<Permission>(row.permissions.filter(isPermission)),
    session: { tokenHash: hash, email: row.user_email, locale: row.user_locale, role: row.role },
  }
  return {
    kind: 'session',
    hash,
    ctx,
    seenAt: isUse ? Date.now() : row.last_seen_at.getTime(),
    stamp: row.stamp,
  }
}

/** Whether the use of a token is to be noted anew. */
export const isStale = (seenAt: number) => Date.now() - seenAt > SEEN_EVERY_MS

function merchantOf(row: MerchantRow): Merchant {
  return {
    id: row.merchant_id,
    name: row.merchant_name,
    currency: row.currency,
    country: row.country,
    timeZone: row.time_zone,
    locale: row.locale,
    nameOrder: row.name_order,
    setup: row.setup,
    requiredFields: { personal: row.required_personal, business: row.required_business },
  }
}

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
export const isUnsafe = (method: string) => UNSAFE.has(method)

/** A browser's unsafe request must come from our own pages (the cookie alone proves nothing). */
export function requireSameOrigin(request: FastifyRequest, publicUrl: string | null): void {
  if (!isUnsafe(request.method) || request.headers.authorization !== undefined) return
  const origin = request.headers.origin
  if (origin === undefined) {
    const site = request.headers['sec-fetch-site']
    if (site === undefined || site === 'same-origin' || site === 'none') return
  } else if (hostOf(origin) === request.host || (publicUrl !== null && origin === new URL(publicUrl).origin))
    return
  throw new Problem('origin.foreign', 403)
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
