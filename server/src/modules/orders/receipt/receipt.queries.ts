import { sql } from 'kysely'
import type { Reader } from '../../../db/client.ts'
import type { Ctx } from '../../../http/context.ts'
import { notFound } from '../../../kernel/problem.ts'
import { inSight, instant, joined, totalsJson } from '../orders.queries.ts'
import { type ReceiptSource, receiptOf } from './receipt.rules.ts'
import type { Receipt } from './receipt.schemas.ts'

export const getReceipt = (ctx: Ctx, id: string): Promise<Receipt> =>
  ctx.db.read(ctx.scope.merchantId, (reader) => readReceipt(reader, ctx, id))

const columns = `coalesce(o.receipt_number, o.number, o.external_id) as number,
  case when s.id is not null then json_build_object('id', s.id, 'name', s.name, 'phone', s.phone,
    'address', json_build_object('line1', s.line1, 'line2', s.line2, 'city', s.city, 'state', s.state,
      'postalCode', s.postal_code, 'country', s.country)) end as store, s.time_zone as zone,
  ${instant('placed_at')} as "placedAt", o.staff,
  case when c.id is not null then json_build_object('id', c.id, 'name', c.display_name, 'number', c.number, 'email', c.email) end as customer,
  o.currency, o.items, o.taxes, o.payments, o.refunds, ${totalsJson} as totals`

async function readReceipt(
  reader: Reader,
  { scope, merchant }: Pick<Ctx, 'scope' | 'merchant'>,
  id: string,
): Promise<Receipt> {
  const { rows } = await sql<{ receipt: Found }>`
    select row_to_json(x) as receipt from (
      select ${sql.raw(columns)} from orders o ${joined(scope)}
       where o.merchant_id = ${scope.merchantId} and o.id = ${id} and ${inSight(scope)}) x`.execute(reader)
  const found = rows[0]?.receipt
  if (found === undefined) throw notFound('order')
  const { zone, store, ...order } = found
  return receiptOf({ ...order, store: store && { ...store, timeZone: zone ?? merchant.timeZone } })
}

type Store = Omit<NonNullable<Receipt['store']>, 'timeZone'>
type Found = Omit<ReceiptSource, 'store'> & { readonly store: Store | null; readonly zone: string | null }
