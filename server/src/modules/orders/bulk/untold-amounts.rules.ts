// Files that say how an order was paid, and not how much: a till that exports its sales has been paid for them.
import { amountsOf } from '../amounts.rules.ts'
import type { OrderInput } from '../order-input.schemas.ts'
import type { OrderStatus } from '../order-parts.schemas.ts'

type Lists = Required<Pick<OrderInput, 'payments' | 'discounts' | 'refunds'>>
type Untold<T extends { amount: number }> = Omit<T, 'amount'> & { readonly amount?: number }

/** An order as a file says it: what it lists may lack its amount. */
export type ToldOrder = Omit<OrderInput, keyof Lists> & {
  readonly [List in keyof Lists]?: readonly Untold<Lists[List][number]>[]
}

/** Of others a method says only how they will be paid. */
const PAID: ReadonlySet<OrderStatus> = new Set(['fulfilled', 'completed', 'refunded'])

/**
 * The first payment without an amount is what the others leave of the total, but for one on account, which is none yet; a
 * discount by its name alone takes nothing off.
 */
export function withAmounts(
  { payments, discounts, refunds, ...rest }: ToldOrder,
  digits: number,
): OrderInput {
  const whole: OrderInput = {
    ...rest,
    ...(payments !== undefined && { payments: payments.map(known) }),
    ...(discounts !== undefined && { discounts: discounts.map(known) }),
    ...(refunds !== undefined && { refunds: refunds.map(known) }),
  }
  const at = payments?.findIndex(({ amount, method }) => amount === undefined && method !== 'account') ?? -1
  if (at < 0 || !PAID.has(whole.status ?? 'completed')) return whole
  const amounts = amountsOf(whole, digits)
  if ('faults' in amounts) return whole
  const { total, paid } = amounts.totals
  return {
    ...whole,
    payments: whole.payments?.map((one, i) => (i === at ? { ...one, amount: total - paid } : one)),
  }
}

const known = <T extends object>(one: T): T & { readonly amount: number } => ({ amount: 0, ...one })

/** The first lines of an order make another total: what was paid in full before they were known is paid in full then. */
export function paidAsBefore(standing: OrderInput, { items }: Partial<ToldOrder>, total: number): ToldOrder {
  const [only, ...more] = standing.payments ?? []
  const isAll = only !== undefined && more.length === 0 && only.amount === total
  const areFirst = items !== undefined && standing.items?.length === 0
  if (!isAll || !areFirst) return standing
  const { amount: _amount, ...payment } = only
  return { ...standing, payments: [payment] }
}
