import { sql } from 'kysely'
import type { Reader } from '../../../db/client.ts'
import type { Ctx, Merchant, Scope } from '../../../http/context.ts'
import { notFound } from '../../../kernel/problem.ts'
import { inSight, instant, joined, totalsJson } from '../orders.queries.ts'
import { type FoundReceipt, type ReceiptSource, receiptOf } from './receipt.rules.ts'
import type { Receipt } from './receipt.schemas.ts'

export const getReceipt = async (ctx: Ctx, id: string): Promise<Receipt> =>
  (await ctx.db.read(ctx.scope.merchantId, (reader) => readReceipt(reader, ctx, id))).receipt

const columns = ({ timeZone }: Merchant) => sql`
  coalesce(o.receipt_number, o.number, o.external_id) as number,
  case when s.id is not null then json_build_object('id', s.id, 'name', s.name, 'phone', s.phone,
    'address', json_build_object('line1', s.line1, 'line2', s.line2, 'city', s.city, 'state', s.state,
      'postalCode', s.postal_code, 'country', s.country), 'timeZone', coalesce(s.time_zone, ${timeZone}::text)) end as store,
  ${sql.raw(instant('placed_at'))} as "placedAt", o.staff,
  case when c.id is not null then json_build_object('id', c.id, 'name', c.display_name, 'number', c.number, 'email', c.email) end as customer,
  o.currency, o.items, o.taxes, o.payments, o.refunds, ${sql.raw(totalsJson)} as totals,
  o.status, s.email as "storeEmail", c.preferred_language as "preferredLanguage", o.customer_id as "customerId"`

type Whose = {
  readonly scope: Scope
  readonly merchant: Merchant
  /** Whom it may name, where that is not as wide as which order may be read. */
  readonly sight?: Scope
}
type Row = ReceiptSource & Omit<FoundReceipt, 'receipt'>

export async function readReceipt(
  reader: Reader,
  { scope, merchant, sight = scope }: Whose,
  id: string,
): Promise<FoundReceipt> {
  const { rows } = await sql<{ found: Row }>`
    select row_to_json(x) as found from (
      select ${columns(merchant)} from orders o ${joined(sight)}
       where o.merchant_id = ${scope.merchantId} and o.id = ${id} and ${inSight(scope)}) x`.execute(reader)
  const found = rows[0]?.found
  if (found === undefined) throw notFound('order')
  const { status, storeEmail, preferredLanguage, customerId, ...source } = found
  return { receipt: receiptOf(source), status, storeEmail, preferredLanguage, customerId }
}
