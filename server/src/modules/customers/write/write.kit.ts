// What several tests of writing begin with.
import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'

export async function makeStore(
  owner: Pool,
  merchantId: string,
  name: string,
  more: { code?: string; country?: string } = {},
) {
  const id = randomUUID()
  await owner.query(
    `insert into stores (merchant_id, id, store_no, name, name_key, code, country)
     select $1, $2, coalesce(max(store_no), 0) + 1, $3, lower($3), $4, $5 from stores where merchant_id = $1`,
    [merchantId, id, name, more.code ?? null, more.country ?? null],
  )
  return id
}
