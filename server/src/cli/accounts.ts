// The people and programs that may come in: owner, user, password, api-key.
import { parseArgs } from 'node:util'
import type { Pool } from 'pg'
import { parseEmail } from '../kernel/email.ts'
import { newId } from '../kernel/ids.ts'
import { isPermission, permissions } from '../kernel/permissions.ts'
import { Problem } from '../kernel/problem.ts'
import { parseReachable } from '../kernel/reachable.ts'
import { hashToken, newToken } from '../kernel/secrets.ts'
import { hashPassword, makeMerchant, newApiKey } from '../modules/auth/index.ts'
import type { CommandIo } from './dispatch.ts'
import { findMerchant, required, withOwner } from './owner-database.ts'

const text = { type: 'string' } as const
const RESET_HOURS = 24
const SHORTEST_PASSWORD = 10

/** `owner --email --password --merchant NAME …`: a merchant, also beside others, and its owner. Prints {merchantId, userId}. */
export async function ownerCommand(args: readonly string[], { config, out }: CommandIo): Promise<undefined> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      email: text,
      password: text,
      merchant: text,
      name: text,
      currency: text,
      'time-zone': text,
      country: text,
      locale: text,
    },
  })
  const email = newEmail(required(values, 'email'))
  const password = required(values, 'password')
  if (password.length < SHORTEST_PASSWORD)
    throw new Error(`--password must have at least ${SHORTEST_PASSWORD} characters`)
  const merchant = {
    business: required(values, 'merchant'),
    country: values.country ?? 'US',
    currency: values.currency ?? 'USD',
    timeZone: values['time-zone'] ?? 'UTC',
    locale: values.locale ?? 'en',
  }
  const hash = await hashPassword(password)
  await withOwner(config, 'owner', async (owner) => {
    const { merchantId } = await makeMerchant(owner, merchant).catch(asOneLine)
    const userId = await userOf(owner, { email, name: values.name ?? email, locale: merchant.locale })
    await owner.query(
      'insert into credentials (user_id, password_hash) values ($1, $2) on conflict (user_id) do nothing',
      [userId, hash],
    )
    await owner.query("insert into memberships (merchant_id, user_id, role) values ($1, $2, 'owner')", [
      merchantId,
      userId,
    ])
    out(JSON.stringify({ merchantId, userId }))
  })
  return undefined
}

/** `user --email --name --role`: lets a person in; `link` is a one-time link to choose a password, null when they have one. */
export async function userCommand(args: readonly string[], { config, out }: CommandIo): Promise<undefined> {
  const { values } = parseArgs({
    args: [...args],
    options: { email: text, name: text, role: text, merchant: text },
  })
  const email = newEmail(required(values, 'email'))
  const name = required(values, 'name')
  const role = values.role ?? 'staff'
  await withOwner(config, 'user', async (owner) => {
    const merchantId = await findMerchant(owner, values.merchant)
    const { rows: roles } = await owner.query('select key from roles where merchant_id = $1 order by key', [
      merchantId,
    ])
    if (!roles.some((row) => row.key === role))
      throw new Error(`--role must be one of ${roles.map((row) => row.key).join(', ')}`)
    const userId = await userOf(owner, { email, name, locale: null })
    await requireOtherOwner(owner, merchantId, userId, role)
    await owner.query(
      'insert into memberships (merchant_id, user_id, role) values ($1, $2, $3) on conflict (merchant_id, user_id) do update set role = excluded.role',
      [merchantId, userId, role],
    )
    const { rows: known } = await owner.query('select 1 from credentials where user_id = $1', [userId])
    const link = known.length === 0 ? await resetLink(owner, userId, publicUrlOf(config)) : null
    out(JSON.stringify({ merchantId, userId, link }))
  })
  return undefined
}

/** `password --email`: ends the person's sessions and prints a one-time link to choose a new password. */
export async function passwordCommand(
  args: readonly string[],
  { config, out }: CommandIo,
): Promise<undefined> {
  const { values } = parseArgs({ args: [...args], options: { email: text } })
  const email = emailOf(required(values, 'email'))
  await withOwner(config, 'password', async (owner) => {
    const { rows } = await owner.query('select id from users where email = $1', [email])
    if (rows[0] === undefined) throw new Error(`nobody signs in as ${email}`)
    await owner.query('delete from sessions where user_id = $1', [rows[0].id])
    out(await resetLink(owner, rows[0].id, publicUrlOf(config)))
  })
  return undefined
}

/** `api-key --name [--scopes a,b]`: the last line of stdout is the key. */
export async function apiKeyCommand(args: readonly string[], { config, out }: CommandIo): Promise<undefined> {
  const { values } = parseArgs({ args: [...args], options: { name: text, scopes: text, merchant: text } })
  const scopes = values.scopes
    ?.split(',')
    .map((scope) => scope.trim())
    .filter(Boolean) ?? [...permissions]
  const unknown = scopes.find((scope) => !isPermission(scope))
  if (unknown !== undefined) throw new Error(`--scopes: "${unknown}" is not one of ${permissions.join(', ')}`)
  const made = newApiKey(required(values, 'name'), scopes)
  await withOwner(config, 'api-key', async (owner) => {
    const merchantId = await findMerchant(owner, values.merchant)
    await owner.query(
      'insert into api_keys (merchant_id, id, name, key_hash, scopes) values ($1, $2, $3, $4, $5)',
      [merchantId, made.row.id, made.row.name, made.row.key_hash, made.row.scopes],
    )
    out(made.key)
  })
  return undefined
}

/** A merchant always keeps somebody who may do everything. */
async function requireOtherOwner(
  owner: Pool,
  merchantId: string,
  userId: string,
  role: string,
): Promise<void> {
  if (role === 'owner') return
  const { rows } = await owner.query(
    "select user_id from memberships where merchant_id = $1 and role = 'owner'",
    [merchantId],
  )
  if (rows.length === 1 && rows[0].user_id === userId)
    throw new Error('this is the only owner: make another one first')
}

/** Somebody is reached by it from now on. */
function newEmail(input: string): string {
  const parsed = parseReachable(input)
  if (!parsed.ok) throw new Error(`--email: "${input}" ${parsed.message}`)
  return parsed.email
}

function emailOf(input: string): string {
  const parsed = parseEmail(input)
  if (!parsed.ok) throw new Error(`--email: "${input}" is not an email address`)
  return parsed.email
}

async function userOf(
  owner: Pool,
  user: { email: string; name: string; locale: string | null },
): Promise<string> {
  const { rows } = await owner.query(
    `insert into users (id, email, name, locale) values ($1, $2, $3, $4)
     on conflict (email) do update set email = excluded.email returning id`,
    [newId(), user.email, user.name, user.locale],
  )
  return rows[0].id
}

async function resetLink(owner: Pool, userId: string, publicUrl: string): Promise<string> {
  const token = newToken()
  await owner.query(
    'insert into password_resets (token_hash, user_id, expires_at) values ($1, $2, now() + make_interval(hours => $3))',
    [hashToken(token), userId, RESET_HOURS],
  )
  return `${publicUrl}/reset?token=${token}`
}

const publicUrlOf = (config: CommandIo['config']) => config.publicUrl ?? `http://localhost:${config.port}`

/** A Problem of several fields becomes the one line that a terminal shows. */
function asOneLine(error: unknown): never {
  if (error instanceof Problem)
    throw new Error(error.fields.map((f) => `--${flagOf(f.path)} ${f.message}`).join('; '))
  throw error
}

const flagOf = (path: string) => (path === 'timeZone' ? 'time-zone' : path === 'business' ? 'merchant' : path)
