import { sql } from 'kysely'
import type { Reader } from '../../db/client.ts'
import type { Scope } from '../../http/context.ts'

export type FileRow = { readonly storage_key: string; readonly content_type: string; readonly sha256: Buffer }

/** Null for one that is not, or belongs to a customer whom this caller may not see. */
export async function findFile(reader: Reader, scope: Scope, id: string): Promise<FileRow | null> {
  const visible =
    scope.storeIds === null
      ? sql`true`
      : sql`exists (select from customer_stores v where v.merchant_id = f.merchant_id and v.customer_id = f.customer_id
          and v.store_id = any(${[...scope.storeIds]}::uuid[]))`
  const { rows } = await sql<FileRow>`
    select f.storage_key, f.content_type, f.sha256 from files f
     where f.merchant_id = ${scope.merchantId} and f.id = ${id} and ${visible}`.execute(reader)
  return rows[0] ?? null
}

export async function sha256Of(reader: Reader, merchantId: string, id: string): Promise<Buffer | null> {
  const row = await reader
    .selectFrom('files')
    .select('sha256')
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.sha256 ?? null
}
