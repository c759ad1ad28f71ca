// Orders as rows: locked, inserted and changed set by set.
import { type RawBuilder, sql } from 'kysely'
import type { Writer } from '../../db/client.ts'
import { lockedByKeys } from '../../db/locked-by-keys.ts'
import { normalise } from '../../kernel/text.ts'
import type { Counted } from './figures/figures.commands.ts'
import type { OrderDraft } from './order.shapes.ts'

export type OrderRow = {
  readonly id: string
  readonly draft: OrderDraft
  readonly digest: string
  readonly customerId: string | null
  readonly organizationId: string | null
  readonly customerReference: Readonly<Record<string, unknown>> | null
  readonly isPinned: boolean
  /** The one that writes it now. */
  readonly importId: string | null
}

/** Of an order that is there: what decides whether it changes, and what it counted for. */
export type Standing = Counted & {
  readonly id: string
  readonly key: string
  readonly digest: string
  readonly sourceUpdatedAt: string | null
  readonly customerReference: Readonly<Record<string, unknown>> | null
  readonly isPinned: boolean
}

export const standingColumns =
  sql.raw(`o.id, json_instant(o.placed_at) as "placedAt", o.source || E'\\n' || o.external_id as key, encode(o.digest, 'hex') as digest,
  to_char(o.source_updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sourceUpdatedAt",
  o.customer_id as "customerId", o.organization_id as "organizationId", o.customer_reference as "customerReference",
  o.customer_pinned as "isPinned", o.store_id as "storeId", o.local_day::text as "localDay", o.status, o.net::float8 as net,
  o.refunds, o.fulfil_at is not null as "isComing"`)

/** Those of these keys that are there, locked in one order. */
export async function lockOrders(
  tx: Writer,
  merchantId: string,
  keys: readonly Pick<OrderDraft, 'source' | 'externalId'>[],
): Promise<Map<string, Standing>> {
  const standing = lockedByKeys<Standing>(merchantId, keys, {
    table: 'orders',
    alias: 'o',
    columns: standingColumns,
  })
  const { rows } = await standing.execute(tx)
  return new Map(rows.map((row) => [row.key, row]))
}

/**
 * 40001 when somebody else has just brought one of them: the whole transaction is run again and finds it. That is rare, so the key
 * is not asked for beforehand once more, as `on conflict` does. They come in the order in which those that stand are locked.
 */
export async function insertOrders(tx: Writer, merchantId: string, rows: readonly OrderRow[]): Promise<void> {
  if (rows.length === 0) return
  const inserted = sql`
    insert into orders (merchant_id, ${columnList})
    select ${merchantId}::uuid, ${columnValues} from jsonb_to_recordset(${jsonOf(rows)}::jsonb) as r(${columnTypes})
     order by r.external_id collate "C", r.source collate "C"`
  await inserted.execute(tx).catch((error: unknown) => {
    const { constraint } = error as { readonly constraint?: string }
    if (constraint !== 'orders__external_key') throw error
    throw Object.assign(new Error('an order came twice at once', { cause: error }), { code: '40001' })
  })
}

export async function updateOrders(tx: Writer, merchantId: string, rows: readonly OrderRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update orders o set ${columnSets}, version = o.version + 1, updated_at = now()
      from jsonb_to_recordset(${jsonOf(rows)}::jsonb) as r(${columnTypes})
     where o.merchant_id = ${merchantId} and o.id = r.id`.execute(tx)
}

const jsonOf = (rows: readonly OrderRow[]) => JSON.stringify(rows.map(columnsOf))

/** Numbers are looked up by these: case, accents and spaces aside. */
export const numberKey = (number: string): string => normalise(number).replaceAll(' ', '')

function columnsOf({ draft, digest, isPinned, ...row }: OrderRow) {
  const { id, customerId, organizationId, customerReference, importId } = row
  const { totals } = draft
  return {
    id,
    source: draft.source,
    external_id: draft.externalId,
    number: draft.number,
    number_key: draft.number === null ? null : numberKey(draft.number),
    receipt_number: draft.receiptNumber,
    receipt_key: draft.receiptNumber === null ? null : numberKey(draft.receiptNumber),
    kind: draft.kind,
    channel: draft.channel,
    status: draft.status,
    source_updated_at: draft.sourceUpdatedAt,
    store_id: draft.storeId,
    customer_id: customerId,
    organization_id: organizationId,
    customer_pinned: isPinned,
    customer_reference: customerReference,
    import_id: importId,
    placed_at: draft.placedAt,
    local_day: draft.localDay,
    fulfil_at: draft.fulfilAt,
    currency: draft.currency,
    purchase_order: draft.purchaseOrder,
    note: draft.note,
    staff: draft.staff,
    items: draft.items,
    discounts: draft.discounts,
    taxes: draft.taxes,
    payments: draft.payments,
    refunds: draft.refunds,
    shipments: draft.shipments,
    recurrence: draft.recurrence,
    gross: totals.gross,
    discount: totals.discount,
    net: totals.net,
    tax: totals.tax,
    service_charge: totals.serviceCharge,
    shipping: totals.shipping,
    tip: totals.tip,
    total: totals.total,
    paid: totals.paid,
    refunded: totals.refunded,
    due: totals.due,
    rounding: totals.rounding,
    digest: `\\x${digest}`,
  }
}

const types: Readonly<Record<keyof ReturnType<typeof columnsOf>, string>> = {
  ...{
    id: 'uuid',
    source: 'text',
    external_id: 'text',
    number: 'text',
    number_key: 'text',
    receipt_number: 'text',
  },
  ...{ receipt_key: 'text', kind: 'text', channel: 'text', status: 'text', source_updated_at: 'timestamptz' },
  ...{
    store_id: 'uuid',
    customer_id: 'uuid',
    organization_id: 'uuid',
    customer_pinned: 'boolean',
    import_id: 'uuid',
  },
  ...{ customer_reference: 'jsonb', placed_at: 'timestamptz', local_day: 'date', fulfil_at: 'timestamptz' },
  ...{
    currency: 'text',
    purchase_order: 'text',
    note: 'text',
    staff: 'text',
    items: 'jsonb',
    discounts: 'jsonb',
  },
  ...{ taxes: 'jsonb', payments: 'jsonb', refunds: 'jsonb', shipments: 'jsonb', recurrence: 'jsonb' },
  ...{ gross: 'bigint', discount: 'bigint', net: 'bigint', tax: 'bigint', service_charge: 'bigint' },
  ...{
    shipping: 'bigint',
    tip: 'bigint',
    total: 'bigint',
    paid: 'bigint',
    refunded: 'bigint',
    due: 'bigint',
  },
  ...{ rounding: 'bigint', digest: 'bytea' },
}
const names = Object.keys(types)
const columnList: RawBuilder<unknown> = sql.raw(names.join(', '))
// A JSON null must become SQL's.
const cellOf = (name: string) =>
  name === 'customer_reference' || name === 'recurrence' ? `nullif(r.${name}, 'null')` : `r.${name}`
const columnValues: RawBuilder<unknown> = sql.raw(names.map(cellOf).join(', '))
const columnTypes: RawBuilder<unknown> = sql.raw(
  Object.entries(types)
    .map(([name, type]) => `${name} ${type}`)
    .join(', '),
)
const columnSets: RawBuilder<unknown> = sql.raw(
  names
    .filter((name) => name !== 'id')
    .map((name) => `${name} = ${cellOf(name)}`)
    .join(', '),
)
