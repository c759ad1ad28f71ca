// Exact decimals: quantities, prices of many places and rates. Money is never a float, not even on the way to a sum.

/** `digits` × 10^-`scale`. */
export type Decimal = { readonly digits: bigint; readonly scale: number }

const PLACES = 6
const WHOLE = 12

/** Up to 12 digits before the point and 6 behind it, with an optional minus; null for anything else. */
export function parseDecimal(given: string | number): Decimal | null {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(given).trim())
  if (found === null) return null
  const [, sign, whole = '', behind = ''] = found
  const fraction = behind.replace(/0+$/, '')
  if (whole.replace(/^0+/, '').length > WHOLE || fraction.length > PLACES) return null
  const digits = BigInt(whole + fraction)
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length }
}

export const integer = (value: number | bigint): Decimal => ({ digits: BigInt(value), scale: 0 })

export const times = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  scale: a.scale + b.scale,
})

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: a.digits * tenTo(scale - a.scale) + b.digits * tenTo(scale - b.scale), scale }
}

export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, { ...b, digits: -b.digits })

/** Moved so many places to the left: 12.34 of a currency with two minor digits is 1234. */
export const shifted = ({ digits, scale }: Decimal, places: number): Decimal =>
  scale >= places ? { digits, scale: scale - places } : { digits: digits * tenTo(places - scale), scale: 0 }

/** To the nearest integer, halves away from zero. */
export const rounded = ({ digits, scale }: Decimal): bigint => dividedRounded(digits, tenTo(scale))

/** `dividend` ÷ `divisor` to the nearest integer, halves away from zero. The divisor must not be 0. */
export function dividedRounded(dividend: bigint, divisor: bigint): bigint {
  const isNegative = dividend < 0n !== divisor < 0n
  const above = dividend < 0n ? -dividend : dividend
  const below = divisor < 0n ? -divisor : divisor
  const quotient = (2n * above + below) / (2n * below)
  return isNegative ? -quotient : quotient
}

/** As it is written on the wire: no needless zeros. */
export function decimalText({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : ''
  const all = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  const whole = all.slice(0, all.length - scale)
  const fraction = all.slice(all.length - scale).replace(/0+$/, '')
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

const powers: bigint[] = [1n]
function tenTo(power: number): bigint {
  for (let next = powers.length; next <= power; next++) powers.push((powers[next - 1] as bigint) * 10n)
  return powers[power] as bigint
}
