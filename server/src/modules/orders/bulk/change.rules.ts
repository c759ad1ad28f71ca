// A part of an order laid over what stands of it: what is said replaces, what is not said stays.
import type { OrderInput } from '../order-input.schemas.ts'
import type { ToldOrder } from './untold-amounts.rules.ts'

export type OrderPart = Partial<ToldOrder>

const CHARGES = ['shippingAmount', 'serviceChargeAmount', 'tipAmount', 'taxes'] as const

export function laidOver(standing: ToldOrder | null, part: OrderPart): ToldOrder {
  const said = Object.fromEntries(Object.entries(part).filter(([, value]) => value != null)) as OrderPart
  if (standing === null) return complete({ ...said, placedAt: said.placedAt ?? '' })
  const { totals: stood, tipAmount, ...rest } = standing
  const totals = said.totals ?? (stood === undefined ? undefined : stillTrue(stood, standing, said))
  // Tips that come with payments change with these.
  const keepsTip = said.payments === undefined || tipAmount !== tipsOf(standing)
  return complete({
    ...rest,
    ...(keepsTip && tipAmount != null && { tipAmount }),
    ...said,
    ...(totals !== undefined && { totals }),
  })
}

type Totals = NonNullable<OrderInput['totals']>

/** Charges that change make another total. */
function stillTrue(stood: Totals, standing: ToldOrder, said: OrderPart): Totals {
  const isAsBefore = CHARGES.every(
    (name) => said[name] === undefined || JSON.stringify(said[name]) === JSON.stringify(standing[name]),
  )
  const { total: _total, tax: _tax, ...others } = stood
  return isAsBefore ? stood : others
}

const tipsOf = ({ payments }: ToldOrder) =>
  (payments ?? []).reduce((sum, { tipAmount }) => sum + (tipAmount ?? 0), 0)

/** An order whose lines are still to come is one without any. */
const complete = (input: ToldOrder): ToldOrder =>
  input.items === undefined && input.totals === undefined ? { ...input, items: [] } : input
