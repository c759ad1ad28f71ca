/**
 * What an order comes to (contract §4). Everything is exact until a line, a refund or a
 * derived tax is rounded once, to the minor unit, halves away from zero.
 */
import {
  type Decimal,
  decimalText,
  dividedRounded,
  integer,
  minus,
  parseDecimal,
  plus,
  rounded,
  shifted,
  times,
} from '../../kernel/decimal.ts'
import type { FieldFault } from '../../kernel/problem.ts'
import type { OrderItem, OrderRefund, OrderTax, OrderTotals } from './order.shapes.ts'
import type { ItemInput, OrderInput, RefundInput, TaxInput } from './order-input.schemas.ts'

export type Amounts = {
  readonly items: readonly OrderItem[]
  readonly taxes: readonly OrderTax[]
  /** Without their instants: the rest of a refund is no amount. */
  readonly refunds: readonly Pick<OrderRefund, 'amount' | 'netAmount'>[]
  readonly totals: OrderTotals
}

/** `digits`: minor digits of the currency. Faults when the order cannot be reckoned or contradicts its own totals. */
export function amountsOf(input: OrderInput, digits: number): Amounts | { readonly faults: FieldFault[] } {
  const faults: FieldFault[] = []
  const fault = (path: string, code: string, message: string) => void faults.push({ path, code, message })
  const items = (input.items ?? []).map((item, i) => itemOf(item, digits, `items.${i}`, fault))
  const taxes = taxesOf(input, fault)
  if (faults.length > 0) return { faults }
  const totals =
    items.length > 0 || input.totals === undefined
      ? itemised(input, items, taxes, fault)
      : stated(input, input.totals, taxes, fault)
  const refunds = (input.refunds ?? []).map((refund) => refundOf(refund, totals))
  const refunded = sum(refunds.map(({ amount }) => amount))
  const paid = sum((input.payments ?? []).map(({ amount }) => amount))
  const whole = { ...totals, paid, refunded, due: totals.total - paid + refunded }
  for (const [name, amount] of Object.entries(whole)) {
    if (!Number.isSafeInteger(amount) || Math.abs(amount) > MOST)
      fault(`totals.${name}`, 'order.amount_too_large', `comes to more than ${MOST}`)
  }
  return faults.length > 0 ? { faults } : { items, taxes, refunds, totals: whole }
}

type Fault = (path: string, code: string, message: string) => void

/** A million million of the major unit, in a currency of two minor digits. */
export const MOST = 100_000_000_000_000

function itemOf(item: ItemInput, digits: number, path: string, fault: Fault): OrderItem {
  const decimal = (name: 'quantity' | 'unitPrice' | 'discountRate', fallback: Decimal | null): Decimal => {
    const given = item[name]
    const value = given == null ? fallback : parseDecimal(given)
    if (value === null)
      fault(`${path}.${name}`, 'order.number', 'must be a decimal number of at most 6 places')
    return value ?? integer(0)
  }
  const quantity = decimal('quantity', integer(1))
  if (item.unitAmount == null && item.unitPrice == null)
    fault(`${path}.unitAmount`, 'field.required', 'unitAmount or unitPrice is needed')
  const price = item.unitPrice == null ? null : shifted(decimal('unitPrice', null), digits)
  const unit = price ?? integer(item.unitAmount ?? 0)
  const rate = decimal('discountRate', integer(0))
  const modifiers = (item.modifiers ?? []).map(({ name, amount }) => ({ name, amount: amount ?? 0 }))
  const each = plus(unit, integer(sum(modifiers.map(({ amount }) => amount))))
  const exact = times(quantity, each)
  const off = item.discountAmount ?? 0
  const computed = Number(rounded(minus(times(exact, minus(integer(1), rate)), integer(off))))
  const gross = Number(rounded(exact))
  const total = item.totalAmount ?? computed
  if (Math.abs(total - computed) > 1)
    fault(`${path}.totalAmount`, 'order.total_differs', `is ${total}, but the line comes to ${computed}`)
  return {
    sku: item.sku ?? null,
    name: item.name ?? item.sku ?? null,
    category: item.category ?? null,
    quantity: decimalText(quantity),
    unitAmount: price === null ? (item.unitAmount ?? 0) : null,
    unitPrice: item.unitPrice == null ? null : decimalText(parseDecimal(item.unitPrice) ?? integer(0)),
    discountAmount: off,
    discountRate: decimalText(rate),
    modifiers,
    grossAmount: gross,
    totalAmount: total,
  }
}

function taxesOf({ taxes, totals }: OrderInput, fault: Fault): OrderTax[] {
  if (taxes == null || taxes.length === 0) {
    const unnamed = totals?.tax
    return unnamed == null || unnamed === 0
      ? []
      : [{ name: null, rate: null, taxableAmount: null, amount: unnamed, inclusive: false }]
  }
  return taxes.map((tax, i) => ({
    name: tax.name ?? null,
    rate: tax.rate == null ? null : String(tax.rate),
    taxableAmount: tax.taxableAmount ?? null,
    amount: tax.amount ?? derivedTax(tax, `taxes.${i}`, fault),
    inclusive: tax.inclusive ?? false,
  }))
}

/** Of a rate and what it is taken of; an inclusive tax is contained in that. */
function derivedTax({ rate, taxableAmount, inclusive }: TaxInput, path: string, fault: Fault): number {
  const share = rate == null ? null : parseDecimal(rate)
  if (share === null || taxableAmount == null) {
    fault(`${path}.amount`, 'field.required', 'amount is needed, or rate and taxableAmount')
    return 0
  }
  const part = times(share, integer(taxableAmount))
  if (inclusive !== true) return Number(rounded(part))
  const whole = plus(integer(1), share)
  const scale = 10n ** BigInt(whole.scale)
  return whole.digits === 0n
    ? 0
    : Number(dividedRounded(part.digits * scale, whole.digits * 10n ** BigInt(part.scale)))
}

type Sums = Omit<OrderTotals, 'paid' | 'refunded' | 'due'>

const KEPT = ['gross', 'discount', 'net', 'tax', 'serviceCharge', 'shipping', 'tip', 'total'] as const

/** Reckoned from the lines. Given totals within one minor unit a line are kept as given, others are refused. */
function itemised(
  input: OrderInput,
  items: readonly OrderItem[],
  taxes: readonly OrderTax[],
  fault: Fault,
): Sums {
  const gross = sum(items.map(({ grossAmount }) => grossAmount))
  const ofLines = sum(items.map((item) => item.grossAmount - item.totalAmount))
  const discount = ofLines + sum((input.discounts ?? []).map(({ amount }) => amount))
  const inclusive = sum(taxes.filter((tax) => tax.inclusive).map(({ amount }) => amount))
  const net = gross - discount - inclusive
  const tax = sum(taxes.map(({ amount }) => amount))
  const more = chargesOf(input)
  const total = net + tax + more.serviceCharge + more.shipping + more.tip
  const computed = { gross, discount, net, tax, ...more, total }
  const given = input.totals ?? {}
  const slack = Math.max(items.length, 1)
  const kept = { ...computed }
  for (const name of KEPT) {
    const stated = given[name]
    if (stated == null || stated === computed[name]) continue
    if (Math.abs(stated - computed[name]) > slack)
      fault(`totals.${name}`, 'order.total_differs', `is ${stated}, but the order comes to ${computed[name]}`)
    kept[name] = stated
  }
  return { ...kept, rounding: kept.total - computed.total }
}

/** Without lines the totals stand as they are given; what is missing of net and total follows from the other. */
function stated(
  input: OrderInput,
  totals: NonNullable<OrderInput['totals']>,
  taxes: readonly OrderTax[],
  fault: Fault,
): Sums {
  const tax = totals.tax ?? sum(taxes.map(({ amount }) => amount))
  const charges = chargesOf(input)
  const more = {
    serviceCharge: totals.serviceCharge ?? charges.serviceCharge,
    shipping: totals.shipping ?? charges.shipping,
    tip: totals.tip ?? charges.tip,
  }
  const added = tax + more.serviceCharge + more.shipping + more.tip
  const net = totals.net ?? (totals.total == null ? null : totals.total - added)
  if (net === null) {
    fault('totals.net', 'field.required', 'without items, totals need at least net or total')
    return { gross: 0, discount: 0, net: 0, tax, ...more, total: 0, rounding: 0 }
  }
  const total = totals.total ?? net + added
  const discount = totals.discount ?? 0
  return {
    gross: totals.gross ?? net + discount,
    discount,
    net,
    tax,
    ...more,
    total,
    rounding: total - net - added,
  }
}

function chargesOf(input: OrderInput) {
  const ofPayments = sum((input.payments ?? []).map(({ tipAmount }) => tipAmount ?? 0))
  return {
    serviceCharge: input.serviceChargeAmount ?? 0,
    shipping: input.shippingAmount ?? 0,
    tip: input.tipAmount ?? ofPayments,
  }
}

/** Of a refund of so much, the part of net in the order's total. */
function refundOf({ amount, netAmount }: RefundInput, { net, total }: Sums) {
  const part = total === 0 ? 0n : dividedRounded(BigInt(amount) * BigInt(net), BigInt(total))
  return { amount, netAmount: netAmount ?? Number(part) }
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)
