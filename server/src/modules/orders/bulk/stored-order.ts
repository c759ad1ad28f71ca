// Orders as they stand, in the words in which a source would say them: what a change that says only a part is laid over.
import { sql } from 'kysely'
import type { Writer } from '../../../db/client.ts'
import { lockedByKeys } from '../../../db/locked-by-keys.ts'
import { amountsOf } from '../amounts.rules.ts'
import type { OrderKey } from '../order.rules.ts'
import type { OrderDraft } from '../order.shapes.ts'
import type { CustomerReference, OrderInput, OrganizationReference } from '../order-input.schemas.ts'
import { keyOf } from '../orders.commands.ts'

type StoredOrder = Omit<OrderDraft, 'localDay'> & {
  readonly customerId: string | null
  readonly customerReference: (CustomerReference & { readonly organization?: OrganizationReference }) | null
}

/** Locked, by their keys; those that are not there are missing. */
export async function lockStored(
  tx: Writer,
  merchantId: string,
  keys: readonly OrderKey[],
): Promise<Map<string, StoredOrder>> {
  const instant = (column: string) =>
    sql.raw(`to_char(o.${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
  const columns = sql`o.source, o.external_id as "externalId", o.number, o.receipt_number as "receiptNumber", o.kind, o.channel, o.status,
    ${instant('source_updated_at')} as "sourceUpdatedAt", o.store_id as "storeId", ${instant('placed_at')} as "placedAt",
    ${instant('fulfil_at')} as "fulfilAt", o.currency, o.purchase_order as "purchaseOrder", o.note, o.staff, o.items,
    o.discounts, o.taxes, o.payments, o.refunds, o.shipments, o.recurrence, o.customer_id as "customerId",
    o.customer_reference as "customerReference",
    json_build_object('gross', o.gross, 'discount', o.discount, 'net', o.net, 'tax', o.tax, 'serviceCharge', o.service_charge,
    'shipping', o.shipping, 'tip', o.tip, 'total', o.total) as totals`
  const standing = lockedByKeys<StoredOrder>(merchantId, keys, { table: 'orders', alias: 'o', columns })
  const { rows } = await standing.execute(tx)
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/** Read again it is the same order. */
export function inputOf(stored: StoredOrder, digits: number): OrderInput {
  const { storeId, customerId, customerReference, items, refunds, totals } = stored
  const { organization = null, ...reference } = customerReference ?? {}
  const said = {
    number: stored.number,
    receiptNumber: stored.receiptNumber,
    kind: stored.kind,
    channel: stored.channel,
    status: stored.status,
    sourceUpdatedAt: stored.sourceUpdatedAt,
    store: storeId === null ? null : { id: storeId },
    customer:
      customerId !== null ? { id: customerId } : Object.keys(reference).length === 0 ? null : reference,
    organization,
    placedAt: stored.placedAt,
    fulfilAt: stored.fulfilAt,
    currency: stored.currency,
    purchaseOrder: stored.purchaseOrder,
    note: stored.note,
    staff: stored.staff,
    items: items.map(({ grossAmount: _, ...item }) => item),
    discounts: stored.discounts,
    taxes: [...stored.taxes],
    payments: stored.payments,
    refunds: refunds.map(({ localDay: _, ...refund }) => refund),
    shipments: stored.shipments,
    recurrence: stored.recurrence,
    serviceChargeAmount: totals.serviceCharge,
    shippingAmount: totals.shipping,
    tipAmount: totals.tip,
  } satisfies OrderInput
  const given = givenTotals(said, totals, digits)
  return given === null ? said : { ...said, totals: given }
}

type Totals = NonNullable<OrderInput['totals']>
const TOTALS = ['gross', 'discount', 'net', 'tax', 'serviceCharge', 'shipping', 'tip', 'total'] as const

/** Totals that the parts do not come to were given by the source. Without lines all stand on what was given. */
function givenTotals(said: OrderInput, stored: StoredOrder['totals'], digits: number): Totals | null {
  const computed = amountsOf(said, digits)
  if ('faults' in computed) return stored
  const differing = TOTALS.filter((name) => stored[name] !== computed.totals[name])
  if (differing.length === 0) return null
  if (computed.items.length > 0) return Object.fromEntries(differing.map((name) => [name, stored[name]]))
  const { net, total, tax, discount, gross } = stored
  return {
    ...{ net, total, tax },
    ...(discount !== 0 && { discount }),
    ...(gross !== net + discount && { gross }),
  }
}
