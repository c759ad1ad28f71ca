// A receipt in words: every text as it will be read, so that mail and paper only have to set it. Pure.
import { formatPhone } from '../../../../kernel/phone.ts'
import type { FoundReceipt } from '../receipt.rules.ts'
import type { Receipt } from '../receipt.schemas.ts'
import { addressLines } from './address.rules.ts'
import {
  formatOf,
  placeOf,
  type ReceiptFormat,
  type ReceiptMerchant,
  type ReceiptPlace,
} from './place.rules.ts'
import { filled, type ReceiptWords, receiptWords } from './words.ts'

export type ReceiptView = {
  readonly place: ReceiptPlace
  readonly words: ReceiptWords
  readonly title: string
  readonly subject: string
  readonly preview: string
  readonly business: string
  /** Where it was bought: name, address, telephone. */
  readonly storeLines: readonly string[]
  readonly facts: readonly Line[]
  readonly notice: string | null
  readonly items: readonly Item[]
  readonly summary: readonly (Line & { readonly isStrong: boolean })[]
  readonly taxes: readonly Tax[]
  readonly payments: readonly (Line & { readonly details: readonly string[] })[]
  readonly refunds: readonly Line[]
  /** When it was bought: what of it is a date in the file is this. */
  readonly placedAt: string
}
export type Line = { readonly label: string; readonly value: string }
export type Item = {
  readonly name: string
  readonly details: readonly string[]
  readonly quantity: string
  readonly unit: string
  readonly amount: string
}
type Payment = Receipt['payments'][number]
export type Tax = {
  readonly name: string
  readonly rate: string
  readonly taxable: string
  readonly amount: string
}

export function viewOf(found: FoundReceipt, merchant: ReceiptMerchant): ReceiptView {
  const { receipt, status } = found
  const place = placeOf(found, merchant)
  const words = receiptWords[place.language]
  const format = formatOf(place, receipt.currency)
  const title = filled(words.receipt, { number: line(receipt.number) })
  const business = line(merchant.name)
  const date = format.moment(receipt.placedAt)
  return {
    place,
    words,
    title,
    subject: filled(words.from, { title, business }),
    preview: filled(words.preview, { date, total: format.money(receipt.summary.total) }),
    business,
    storeLines: storeLines(found, merchant),
    facts: [
      { label: words.date, value: date },
      ...(receipt.staff === null ? [] : [{ label: words.servedBy, value: line(receipt.staff) }]),
      ...(receipt.customer === null ? [] : [{ label: words.customer, value: line(receipt.customer.name) }]),
    ],
    notice: status === 'cancelled' ? words.cancelled : status === 'draft' ? words.draft : null,
    items: receipt.items.map((item) => itemOf(item, words, format)),
    summary: summaryOf(receipt, words, format),
    taxes: receipt.taxes.map((tax) => taxOf(tax, words, format)),
    payments: receipt.payments.map((payment) => paymentOf(payment, words, format)),
    refunds: receipt.refunds.map(({ localDay, reason, amount }) => ({
      label: [format.day(localDay), reason === null ? '' : line(reason)].filter(Boolean).join(' · '),
      value: format.money(-amount),
    })),
    placedAt: receipt.placedAt,
  }
}

/** On one line, without what a terminal, a mail header or a typeface makes something else of. */
const line = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .normalize('NFC')

function storeLines({ receipt: { store }, storeEmail }: FoundReceipt, merchant: ReceiptMerchant): string[] {
  if (store === null) return []
  const { name, address, phone } = store
  const dialled = phone === null ? null : formatPhone(phone, merchant.country)
  const lines = [name === merchant.name ? null : name, ...addressLines(address), dialled, storeEmail]
  return lines.flatMap((text) => (text === null || line(text) === '' ? [] : [line(text)]))
}

function itemOf(item: Receipt['items'][number], words: ReceiptWords, format: ReceiptFormat): Item {
  const { unitAmount, unitPrice, grossAmount, totalAmount } = item
  return {
    name: line(item.name ?? item.sku ?? words.unnamed),
    details: [
      ...item.modifiers.map(({ name, amount }) =>
        amount === 0 ? line(name) : `${line(name)} (${format.money(amount)})`,
      ),
      ...(grossAmount === totalAmount
        ? []
        : [filled(words.lineDiscount, { amount: format.money(totalAmount - grossAmount) })]),
    ],
    quantity: format.quantity(item.quantity),
    unit: unitPrice !== null ? format.price(unitPrice) : unitAmount === null ? '' : format.money(unitAmount),
    amount: format.money(totalAmount),
  }
}

/** In the order in which it adds up; what is nothing is not said, but for the few that everybody looks for. */
function summaryOf({ summary, payments, refunds }: Receipt, words: ReceiptWords, { money }: ReceiptFormat) {
  const refunded = refunds.reduce((sum, { amount }) => sum + amount, 0)
  const change = payments.reduce((sum, payment) => sum + handedBack(payment), 0)
  const all = [
    ['gross', summary.gross, true],
    ['discount', -summary.discount, false],
    ['net', summary.net, true],
    ['tax', summary.tax, true],
    ['serviceCharge', summary.serviceCharge, false],
    ['shipping', summary.shipping, false],
    ['tip', summary.tip, false],
    ['rounding', summary.rounding, false],
    ['total', summary.total, true],
    ['paid', summary.paid, true],
    ['change', change, false],
    ['refunded', -refunded, false],
    ['due', summary.due, false],
  ] as const
  return all
    .filter(([, amount, isAlways]) => isAlways || amount !== 0)
    .map(([key, amount]) => ({
      label: words[key],
      value: money(amount === 0 ? 0 : amount),
      isStrong: key === 'total' || key === 'due',
    }))
}

function taxOf(tax: Receipt['taxes'][number], words: ReceiptWords, format: ReceiptFormat): Tax {
  const name = tax.name === null ? words.unnamedTax : line(tax.name)
  return {
    name: tax.inclusive ? `${name} (${words.included})` : name,
    rate: tax.rate === null ? '' : format.percent(tax.rate),
    taxable: tax.taxableAmount === null ? '' : format.money(tax.taxableAmount),
    amount: format.money(tax.amount),
  }
}

/** A source may say that less was given than paid: then nothing is. */
const handedBack = ({ change }: Payment): number => Math.max(0, change ?? 0)

function paymentOf(payment: Payment, words: ReceiptWords, format: ReceiptFormat) {
  const method = payment.brand === null ? words[payment.method] : brandOf(line(payment.brand))
  const { last4, tendered, tipAmount } = payment
  const change = handedBack(payment)
  return {
    label: last4 === null ? method : filled(words.endingIn, { method, last4 }),
    value: format.money(payment.amount),
    details: [
      ...(tendered === null || change === 0
        ? []
        : [filled(words.tendered, { amount: format.money(tendered), change: format.money(change) })]),
      ...(tipAmount ? [filled(words.tipOf, { amount: format.money(tipAmount) })] : []),
    ],
  }
}

const brands: Readonly<Record<string, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
}
const brandOf = (text: string) => brands[text.toLowerCase()] ?? text
