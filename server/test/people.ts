// People with sessions, as the sign-in screen makes them, for tests that need a user rather than an API key.
import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { SESSION_COOKIE } from '../src/http/session.ts'
import { hashToken, newToken } from '../src/kernel/secrets.ts'

export type TestUser = { readonly id: string; readonly cookie: string }

/** A member of the merchant with a session; `storeIds` limits what they see. */
export async function userOf(
  owner: Pool,
  merchantId: string,
  input: { role?: 'owner' | 'manager' | 'staff'; storeIds?: readonly string[] | null; name?: string } = {},
): Promise<TestUser> {
  const id = randomUUID()
  const token = newToken()
  await owner.query('insert into users (id, email, name) values ($1, $2, $3)', [
    id,
    `${id}@example.com`,
    input.name ?? 'Kim',
  ])
  await owner.query(
    'insert into memberships (merchant_id, user_id, role, store_ids) values ($1, $2, $3, $4)',
    [merchantId, id, input.role ?? 'staff', input.storeIds ?? null],
  )
  await owner.query(
    `insert into sessions (id, token_hash, user_id, merchant_id, expires_at) values ($1, $2, $3, $4, now() + interval '1 day')`,
    [randomUUID(), hashToken(token), id, merchantId],
  )
  return { id, cookie: `${SESSION_COOKIE}=${token}` }
}

/** Customers as plain rows, for tests about something else than writing customers. */
export async function plainCustomers(
  owner: Pool,
  merchantId: string,
  input: { readonly count: number; readonly storeId?: string; readonly tagId?: string },
): Promise<string[]> {
  const { rows } = await owner.query(
    `insert into customers (merchant_id, id, type, display_name, last_name, customer_since)
     select $1, gen_random_uuid(), 'personal', 'Customer ' || n, 'Customer ' || n, current_date from generate_series(1, $2::int) n
     returning id`,
    [merchantId, input.count],
  )
  const ids: string[] = rows.map((row) => row.id)
  await owner.query(
    `insert into customer_search (merchant_id, customer_id, sort_name, haystack, business)
     select $1, id, 'customer', ' customer ', false from unnest($2::uuid[]) id`,
    [merchantId, ids],
  )
  if (input.storeId !== undefined) {
    await owner.query(
      `insert into customer_stores (merchant_id, customer_id, store_id, sort_name)
       select $1, id, $3, 'customer' from unnest($2::uuid[]) id`,
      [merchantId, ids, input.storeId],
    )
  }
  if (input.tagId !== undefined) {
    await owner.query(
      `insert into customer_tags (merchant_id, customer_id, tag_id, sort_name)
       select $1, id, $3, 'customer' from unnest($2::uuid[]) id`,
      [merchantId, ids, input.tagId],
    )
  }
  return ids.sort()
}
