import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Db, Reader } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { SESSION_DAYS } from '../../http/session.ts'
import { isCountry, isLocale } from '../../kernel/countries.ts'
import { isTimeZone } from '../../kernel/dates.ts'
import { parseEmail } from '../../kernel/email.ts'
import { newId } from '../../kernel/ids.ts'
import { isCurrency } from '../../kernel/money.ts'
import { firstRoles, isPermission, permissions } from '../../kernel/permissions.ts'
import { type FieldFault, invalid, Problem } from '../../kernel/problem.ts'
import { parseReachable } from '../../kernel/reachable.ts'
import { hashToken, newToken } from '../../kernel/secrets.ts'
import { NORMALISER_VERSION } from '../../kernel/text.ts'
import { firstTags } from '../tags/index.ts'
import type { Setup } from './auth.schemas.ts'
import { hashPassword, passwordMatches } from './passwords.ts'

const API_KEY_PREFIX = 'clk_'

/** The new session's token, or a Problem 401. `merchantId` chooses among several; default the first by name. */
export async function signIn(
  db: Db,
  input: { email: string; password: string; userAgent: string | null },
): Promise<string> {
  const parsed = parseEmail(input.email)
  const user = await db.global(
    async (reader) =>
      (
        await sql<{ user_id: string; password_hash: string | null }>`
      select * from credential_by_email(${parsed.ok ? parsed.email : ''})`.execute(reader)
      ).rows[0],
  )
  const matches = await passwordMatches(user?.password_hash, input.password)
  if (user === undefined || !matches)
    throw new Problem('sign_in.refused', 401, { detail: 'The email or the password is not right' })
  const home = await db.global(async (reader) => (await membershipsOf(reader, user.user_id))[0])
  if (home === undefined)
    throw new Problem('sign_in.no_merchant', 401, { detail: 'This account belongs to no business any more' })
  return openSession(db, { userId: user.user_id, merchantId: home.id, userAgent: input.userAgent })
}

export async function openSession(
  db: Db,
  who: { userId: string; merchantId: string; userAgent: string | null },
): Promise<string> {
  const token = newToken()
  const expires = new Date(Date.now() + SESSION_DAYS * 86_400_000)
  await db.global((reader) =>
    sql`select session_open(${newId()}, ${hashToken(token)}, ${who.userId}, ${who.merchantId}, ${expires}, ${who.userAgent?.slice(0, 300) ?? null})`.execute(
      reader,
    ),
  )
  return token
}

export type Membership = { readonly id: string; readonly name: string; readonly isSample: boolean }

/** By name; a sample business after all others, so that it is nobody's home while they have another. */
export async function membershipsOf(reader: Reader, userId: string): Promise<Membership[]> {
  const { rows } = await sql<Membership>`
    select merchant_id as id, merchant_name as name, is_sample as "isSample" from memberships_of(${userId})`.execute(
    reader,
  )
  return rows
}

export async function signOut(db: Db, token: string): Promise<void> {
  await db.global((reader) => sql`select session_close(${hashToken(token)})`.execute(reader))
}

/** Ends every other session of the user. */
export async function changePassword(
  ctx: Ctx,
  input: { currentPassword: string; newPassword: string },
): Promise<void> {
  const session = ctx.session?.tokenHash ?? null
  const stored = await ctx.db.global(
    async (reader) =>
      (await sql<{ hash: string | null }>`select password_of_session(${session}) as hash`.execute(reader))
        .rows[0]?.hash,
  )
  if (!(await passwordMatches(stored, input.currentPassword))) {
    throw invalid([{ path: 'currentPassword', code: 'password.wrong', message: 'is not your password' }])
  }
  const hash = await hashPassword(input.newPassword)
  await ctx.db.global((reader) => sql`select password_change(${session}, ${hash})`.execute(reader))
}

/** By a one-time link; ends every session of the user. */
export async function resetPassword(db: Db, input: { token: string; password: string }): Promise<void> {
  const hash = await hashPassword(input.password)
  const { rows } = await db.global((reader) =>
    sql<{ done: boolean }>`select password_reset_by_hash(${hashToken(input.token)}, ${hash}) as done`.execute(
      reader,
    ),
  )
  if (rows[0]?.done !== true) throw expired()
}

/** Does not spend it: whoever opens the link is told at once when it is of no use any more. */
export async function checkReset(db: Db, token: string): Promise<void> {
  const { rows } = await db.global((reader) =>
    sql<{ good: boolean }>`select password_reset_is_good(${hashToken(token)}) as good`.execute(reader),
  )
  if (rows[0]?.good !== true) throw expired()
}

const expired = () =>
  new Problem('password_reset.expired', 404, { detail: 'This link has been used or has expired' })

export async function switchMerchant(ctx: Ctx, merchantId: string): Promise<void> {
  const moved = await ctx.db.global(
    async (reader) =>
      (
        await sql<{
          moved: boolean
        }>`select session_switch(${ctx.session?.tokenHash ?? null}, ${merchantId}) as moved`.execute(reader)
      ).rows[0]?.moved,
  )
  if (moved !== true) throw new Problem('merchant.not_found', 404)
}

export async function isSetupNeeded(db: Db): Promise<boolean> {
  const { rows } = await db.global((reader) =>
    sql<{ owned: boolean }>`select has_owner() as owned`.execute(reader),
  )
  return rows[0]?.owned !== true
}

/** The first merchant and its owner, made once per installation. Answers the owner's session token. */
export async function setUp(db: Db, input: Setup, userAgent: string | null): Promise<string> {
  const email = parseReachable(input.owner.email)
  const faults = faultsOfMerchant(input)
  if (!email.ok) faults.push({ path: 'owner.email', code: email.code, message: email.message })
  if (faults.length > 0 || !email.ok) throw invalid(faults)
  const merchantId = newId()
  const userId = newId()
  const hash = await hashPassword(input.owner.password)
  const { rows } = await db.global((reader) =>
    sql<{
      made: boolean
    }>`select first_owner(${merchantId}, ${input.business.trim()}, ${input.currency}, ${input.country}, ${input.timeZone},
      ${input.locale}, ${NORMALISER_VERSION}, ${userId}, ${input.owner.name.trim()}, ${email.email}, ${hash},
      ${JSON.stringify(firstRoles)}, ${JSON.stringify(firstTags(input.locale))}) as made`.execute(reader),
  )
  if (rows[0]?.made !== true)
    throw new Problem('setup.done', 409, { detail: 'This installation has an owner already: sign in' })
  return openSession(db, { userId, merchantId, userAgent })
}

/** A merchant with its roles and first tags, made by the owner's commands (also beside others). */
export async function makeMerchant(owner: Pool, input: NewMerchant): Promise<{ merchantId: string }> {
  const faults = faultsOfMerchant(input)
  if (faults.length > 0) throw invalid(faults)
  const merchantId = newId()
  await owner.query('select make_merchant($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    merchantId,
    input.business.trim(),
    input.currency,
    input.country,
    input.timeZone,
    input.locale,
    NORMALISER_VERSION,
    JSON.stringify(firstRoles),
    JSON.stringify(firstTags(input.locale)),
  ])
  return { merchantId }
}

type NewMerchant = { business: string; country: string; currency: string; timeZone: string; locale: string }

/** What is wrong with a new merchant's data, field by field. */
function faultsOfMerchant(input: NewMerchant): FieldFault[] {
  const faults: FieldFault[] = []
  const check = (right: boolean, path: string, code: string, message: string) => {
    if (!right) faults.push({ path, code, message })
  }
  check(input.business.trim() !== '', 'business', 'field.required', 'is required')
  check(isCountry(input.country), 'country', 'country.unknown', 'is not a country code such as US')
  check(isCurrency(input.currency), 'currency', 'currency.unknown', 'is not a currency code such as USD')
  check(
    isTimeZone(input.timeZone),
    'timeZone',
    'time_zone.unknown',
    'is not a time zone such as Europe/Madrid',
  )
  check(isLocale(input.locale), 'locale', 'locale.unknown', 'is not a language code such as en or es-MX')
  return faults
}

/** An API key can never do more than whoever made it. The key itself is shown once. */
export async function makeApiKey(ctx: Ctx, input: { name: string; scopes?: readonly string[] | undefined }) {
  if (ctx.scope.storeIds !== null) {
    throw new Problem('access.all_stores_only', 403, {
      detail: 'An API key sees every store: only who does may make one',
    })
  }
  const wanted = input.scopes ?? permissions.filter((p) => ctx.permissions.has(p))
  const refused = wanted.findIndex((scope) => !isPermission(scope) || !ctx.permissions.has(scope))
  if (refused >= 0)
    throw invalid([
      { path: `scopes.${refused}`, code: 'scope.unknown', message: 'is not a scope that you hold' },
    ])
  const made = newApiKey(input.name.trim(), wanted)
  await ctx.db.write(ctx.scope.merchantId, (tx) =>
    tx
      .insertInto('api_keys')
      .values({ merchant_id: ctx.scope.merchantId, ...made.row })
      .execute(),
  )
  return { id: made.row.id, name: made.row.name, scopes: made.row.scopes, key: made.key }
}

export function newApiKey(name: string, scopes: readonly string[]) {
  const key = newToken(API_KEY_PREFIX)
  return { key, row: { id: newId(), name, key_hash: hashToken(key), scopes: [...scopes] } }
}

export async function revokeApiKey(ctx: Ctx, id: string): Promise<void> {
  const { merchantId } = ctx.scope
  const revoked = await ctx.db.write(merchantId, (tx) =>
    tx
      .updateTable('api_keys')
      .set({ revoked_at: new Date() })
      .where('merchant_id', '=', merchantId)
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst(),
  )
  if (revoked === undefined) throw new Problem('api_key.not_found', 404)
}
