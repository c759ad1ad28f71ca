import { sql } from 'kysely'
import type { Reader, Writer } from '../../../db/client.ts'
import type { Ctx } from '../../../http/context.ts'
import { customerColumns } from '../customer.fields.ts'
import type { Customer } from '../customer.schemas.ts'
import { visibleTo } from '../customer.scope.ts'
import { type Draft, draftKeys } from '../write/draft.ts'

/** A customer as it stands: what can be written of it, and what its changes must know. */
export type Standing = {
  readonly id: string
  readonly draft: Draft
  readonly createdAt: string
  readonly updatedAt: string
  readonly recordedOn: string | null
  readonly customerSince: string
  /** Whether the caller may see it; those out of sight must not be changed. */
  readonly isVisible: boolean
}

type Row = {
  readonly text: string
  readonly recorded_on: string | null
  readonly customer_since: string
  readonly visible: boolean
}

/** Locks these customers, in the order in which everybody locks them, then reads what stands. */
export async function lockStanding(
  tx: Writer,
  of: Pick<Ctx, 'scope' | 'merchant'>,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map()
  const wanted = [...new Set(ids)]
  await sql`select 1 from customers where merchant_id = ${of.scope.merchantId} and id = any(${wanted}::uuid[])
    order by id for no key update`.execute(tx)
  return readStanding(tx, of, wanted)
}

/** As they stand at the moment. */
export async function readStanding(
  tx: Reader,
  { scope, merchant }: Pick<Ctx, 'scope' | 'merchant'>,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map()
  const wanted = [...new Set(ids)]
  // Phones as they are stored: digits and country of one that stays need not be read again.
  const columns = customerColumns([...draftKeys, 'createdAt', 'updatedAt'], merchant, { phones: 'c.phones' })
  const { rows } = await sql<Row>`
    select row_to_json(o)::text as text, o.recorded_on, o.customer_since, o.visible
      from (select ${sql.raw(columns)}, c.recorded_on, c.customer_since, ${visibleTo(scope)} as visible
              from customers c where c.merchant_id = ${scope.merchantId} and c.id = any(${wanted}::uuid[])) o`.execute(
    tx,
  )
  return new Map(rows.map((row) => standingOf(row)).map((standing) => [standing.id, standing]))
}

function standingOf({ text, recorded_on, customer_since, visible }: Row): Standing {
  const record = JSON.parse(text) as Customer
  return {
    id: record.id,
    draft: Object.fromEntries(draftKeys.map((key) => [key, record[key]])) as Draft,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    recordedOn: recorded_on,
    customerSince: customer_since,
    isVisible: visible,
  }
}
