// From what a source sends to what is kept: checked, reckoned, with defaults. Whom it names is looked up elsewhere.
import { isDay, localDay } from '../../kernel/dates.ts'
import { minorDigits } from '../../kernel/money.ts'
import type { FieldFault } from '../../kernel/problem.ts'
import { amountsOf } from './amounts.rules.ts'
import type { OrderDraft } from './order.shapes.ts'
import type { OrderInput } from './order-input.schemas.ts'

/** What an order is read with. */
export type OrderFacts = {
  readonly merchant: { readonly currency: string; readonly timeZone: string }
  /** By id and by code. */
  readonly stores: ReadonlyMap<string, KnownStore>
}
export type KnownStore = { readonly id: string; readonly timeZone: string | null }
export type OrderKey = { readonly source: string; readonly externalId: string }

export function readOrder(
  { source, externalId }: OrderKey,
  input: OrderInput,
  { merchant, stores }: OrderFacts,
): OrderDraft | { readonly faults: FieldFault[] } {
  const faults: FieldFault[] = []
  const fault = (path: string, code: string, message: string) => void faults.push({ path, code, message })
  const store = storeOf(input, stores, fault)
  const zone = store?.timeZone ?? merchant.timeZone
  const placedAt = instantOf(input.placedAt, 'placedAt', fault)
  if (input.items === undefined && input.totals == null)
    fault('items', 'field.required', 'items are needed, or totals')
  const currency = input.currency ?? merchant.currency
  if (currency !== merchant.currency)
    fault(
      'currency',
      'order.currency_mismatch',
      `is ${currency}; this business sells in ${merchant.currency}`,
    )
  const rate = amountsOf(input, minorDigits(merchant.currency))
  if ('faults' in rate) faults.push(...rate.faults)
  const optionalInstant = (text: string | null | undefined, path: string) =>
    text == null ? null : instantOf(text, path, fault)
  const refundedAt = (input.refunds ?? []).map(
    ({ at }, i) => optionalInstant(at, `refunds.${i}.at`) ?? placedAt,
  )
  const draft = {
    source,
    externalId,
    number: filled(input.number),
    receiptNumber: filled(input.receiptNumber),
    kind: input.kind ?? 'sale',
    channel: input.channel ?? 'other',
    status: input.status ?? 'completed',
    sourceUpdatedAt: optionalInstant(input.sourceUpdatedAt, 'sourceUpdatedAt'),
    storeId: store?.id ?? null,
    fulfilAt: optionalInstant(input.fulfilAt, 'fulfilAt'),
    currency,
    purchaseOrder: filled(input.purchaseOrder),
    note: filled(input.note),
    staff: filled(input.staff),
    discounts: (input.discounts ?? []).map(({ name, amount }) => ({ name: name ?? null, amount })),
    payments: (input.payments ?? []).map((payment, i) => ({
      method: payment.method ?? 'other',
      amount: payment.amount,
      tendered: payment.tendered ?? null,
      brand: filled(payment.brand),
      last4: payment.last4 ?? null,
      tipAmount: payment.tipAmount ?? null,
      at: optionalInstant(payment.at, `payments.${i}.at`),
    })),
    shipments: (input.shipments ?? []).map((shipment, i) => ({
      status: filled(shipment.status),
      carrier: filled(shipment.carrier),
      trackingNumber: filled(shipment.trackingNumber),
      shippedAt: optionalInstant(shipment.shippedAt, `shipments.${i}.shippedAt`),
    })),
    recurrence:
      input.recurrence == null
        ? null
        : {
            rule: input.recurrence.rule,
            nextAt: optionalInstant(input.recurrence.nextAt, 'recurrence.nextAt'),
          },
  } as const
  refuseCardNumbers(input, fault)
  if (faults.length > 0 || placedAt === null || 'faults' in rate) return { faults }
  return {
    ...draft,
    placedAt,
    localDay: localDay(placedAt, zone),
    items: rate.items,
    taxes: rate.taxes,
    totals: rate.totals,
    refunds: rate.refunds.map((refund, i) => {
      const at = refundedAt[i] ?? placedAt
      return { ...refund, reason: filled(input.refunds?.[i]?.reason), at, localDay: localDay(at, zone) }
    }),
  }
}

export type Fault = (path: string, code: string, message: string) => void

export function storeOf(
  { store }: Pick<OrderInput, 'store'>,
  stores: OrderFacts['stores'],
  fault: Fault,
): KnownStore | null {
  if (store == null || (store.id == null && store.code == null)) return null
  const known = stores.get(store.id ?? '') ?? stores.get(store.code ?? '')
  if (known !== undefined) return known
  fault('store', 'store.unknown', 'is not a known store')
  return null
}

/** Years that every database has, and every zone. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2200]

export function instantOf(text: string, path: string, fault: Fault): string | null {
  const at = new Date(text)
  const year = at.getUTCFullYear()
  const isWritten = /^\d{4}-\d\d-\d\dT.+(Z|[+-]\d\d:?\d\d)$/i.test(text) && isDay(text.slice(0, 10))
  if (isWritten && year >= FIRST_YEAR && year <= LAST_YEAR) return at.toISOString()
  fault(path, 'instant.impossible', 'must be a moment in time with its zone, such as 2026-11-21T14:30:05Z')
  return null
}

export const filled = (text: string | null | undefined): string | null =>
  text == null || text.trim() === '' ? null : text.trim()

/** 13 to 19 digits that pass Luhn's check, however they are grouped. */
const CARD = /(?<!\d)(?:\d[ -]?){12,18}\d(?!\d)/g

/** A card number is refused wherever it is put: it must never reach the database. */
function refuseCardNumbers(input: OrderInput, fault: Fault): void {
  const texts: [string, string | null | undefined][] = [
    ['note', input.note],
    ['purchaseOrder', input.purchaseOrder],
    ...(input.payments ?? []).map(({ brand }, i): [string, typeof brand] => [`payments.${i}.brand`, brand]),
  ]
  for (const [path, text] of texts)
    if ((text?.match(CARD) ?? []).some(isCardNumber))
      fault(path, 'order.card_number', 'holds what looks like a card number; keep the last four digits only')
}

function isCardNumber(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].reverse().map(Number)
  const checked = digits.map((digit, i) => (i % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit))
  return checked.reduce((sum, digit) => sum + digit, 0) % 10 === 0
}
