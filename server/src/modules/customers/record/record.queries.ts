import { sql } from 'kysely'
import type { Reader } from '../../../db/client.ts'
import type { Ctx } from '../../../http/context.ts'
import { notFound } from '../../../kernel/problem.ts'
import { customerColumns, customerFields } from '../customer.fields.ts'
import { visibleTo } from '../customer.scope.ts'

/** The whole customer as JSON text: it goes out as PostgreSQL wrote it. */
export type CustomerText = { readonly text: string; readonly version: number }

export type Asker = Pick<Ctx, 'scope' | 'merchant'>

/** Inactive ones too; null when there is none that the caller may see. */
async function findRecord(
  reader: Reader,
  { scope, merchant }: Asker,
  id: string,
): Promise<CustomerText | null> {
  const columns = sql.raw(customerColumns(customerFields, merchant))
  const { rows } = await sql<CustomerText>`
    select row_to_json(o)::text as text, o.version from (
      select ${columns} from customers c
       where c.merchant_id = ${scope.merchantId} and c.id = ${id} and ${visibleTo(scope)}) o`.execute(reader)
  return rows[0] ?? null
}

export async function getRecord(reader: Reader, asker: Asker, id: string): Promise<CustomerText> {
  const record = await findRecord(reader, asker, id)
  if (record === null) throw notFound('customer')
  return record
}

export async function requireVisible(reader: Reader, { scope }: Asker, id: string): Promise<void> {
  const { rows } = await sql`
    select 1 from customers c where c.merchant_id = ${scope.merchantId} and c.id = ${id} and ${visibleTo(scope)}`.execute(
    reader,
  )
  if (rows.length === 0) throw notFound('customer')
}
