// The ids that our own export has for its customers, and whom they turned out to mean in this import.
import { sql } from 'kysely'
import type { Reader, Writer } from '../../../db/client.ts'
import type { ReadOrganization } from '../mapping/canonical.ts'
import type { ImportScope } from './facts.ts'

type Of = Pick<ImportScope, 'scope' | 'importId'>

/** Customers that some other id of the file means already: two ids are two customers. */
export async function claimedOf(
  tx: Reader,
  { scope, importId }: Of,
  customerIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (customerIds.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select customer_id as id from import_ids
     where merchant_id = ${scope.merchantId} and import_id = ${importId} and customer_id = any(${[...customerIds]}::uuid[])`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.id))
}

export async function rememberIds(
  tx: Writer,
  { scope, importId }: Of,
  meant: readonly { readonly fileId: string; readonly customerId: string }[],
): Promise<void> {
  if (meant.length === 0) return
  await sql`
    insert into import_ids (merchant_id, import_id, file_id, customer_id)
    select ${scope.merchantId}::uuid, ${importId}::uuid, r.file_id, r.customer_id
      from unnest(${meant.map((one) => one.fileId)}::uuid[], ${meant.map((one) => one.customerId)}::uuid[]) r(file_id, customer_id)
    on conflict do nothing`.execute(tx)
}

/** What a row says of customers that come later in the file. */
export type PendingTie = {
  readonly rowNo: number
  readonly cells: readonly string[]
  readonly customerId: string
  readonly isUnchanged: boolean
  readonly fields: TieFields
}

export type TieFields = {
  readonly organizations?: readonly ReadOrganization[]
  readonly manager?: { readonly id: string; readonly name?: string }
}

export async function keepTies(
  tx: Writer,
  { scope, importId }: Of,
  ties: readonly PendingTie[],
): Promise<void> {
  if (ties.length === 0) return
  await sql`
    insert into import_ties (merchant_id, import_id, row_no, customer_id, is_unchanged, fields, cells)
    select ${scope.merchantId}::uuid, ${importId}::uuid, t."rowNo", t."customerId", t."isUnchanged", t.fields,
           array(select jsonb_array_elements_text(t.cells))
      from jsonb_to_recordset(${JSON.stringify(ties)}::jsonb)
        as t("rowNo" int, "customerId" uuid, "isUnchanged" boolean, fields jsonb, cells jsonb)
    on conflict do nothing`.execute(tx)
}

/** Takes some of them away to be tied. */
export async function takeTies(
  tx: Writer,
  { scope, importId }: Of,
  limit: number,
): Promise<readonly PendingTie[]> {
  const { rows } = await sql<PendingTie>`
    delete from import_ties
     where merchant_id = ${scope.merchantId} and import_id = ${importId} and row_no in (
       select row_no from import_ties where merchant_id = ${scope.merchantId} and import_id = ${importId} order by row_no limit ${limit})
    returning row_no as "rowNo", customer_id as "customerId", is_unchanged as "isUnchanged", fields, cells`.execute(
    tx,
  )
  return rows
}

export type FoundPerson = {
  readonly asked: string
  readonly id: string
  readonly name: string
  readonly phone: string | null
}

/** Customers by the ids of the file. */
export async function findPeople(
  tx: Reader,
  { scope, importId }: Of,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FoundPerson>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<FoundPerson>`
    select i::text as asked, c.id, c.display_name as name, c.phone
      from unnest(${[...ids]}::uuid[]) i
      left join import_ids m on m.merchant_id = ${scope.merchantId} and m.import_id = ${importId} and m.file_id = i
      join customers c on c.merchant_id = ${scope.merchantId} and c.id = coalesce(m.customer_id, i)`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.asked, row]))
}
