// A whole date typed or pasted into one part of a birthday, and the separator that ends a part.
import type { BirthdayValue } from './values.ts'

export type Part = keyof BirthdayValue

const whole = /^(\d+)[\s./,\-‐-―]+(\d+)[\s./,\-‐-―]+(\d+)[\s.]*$/
const ended = /^(\d{1,2})[\s./,\-‐-―]+$/
const trailing = /[\s./,\-‐-―]+$/

/** Year first is understood everywhere, else the order is the language's; null for what could be two days, or none. */
export function wholeDate(text: string, order: readonly Part[]): BirthdayValue | null {
  const [, first = '', second = '', third = ''] = whole.exec(visible(text)) ?? []
  if (first.length === 4) return dateOf(first, second, third)
  if (third.length !== 4) return null
  const isDayFirst = order.indexOf('day') < order.indexOf('month')
  return isDayFirst ? dateOf(third, second, first) : dateOf(third, first, second)
}

export type Typed = Readonly<{
  values: Partial<BirthdayValue>
  /** The part whose turn it is now. */
  next: Part | null
}>

/** What the text of one part now means for all three; null while it is just that text. */
export function typedInto(
  part: Part,
  text: string,
  values: BirthdayValue,
  order: readonly Part[],
): Typed | null {
  // Of the month the name is shown, so its value does not tell how much of the text is new.
  const isPasted = part !== 'month' && text.length > values[part].length + 1
  const date = isPasted || isTypedOut(text) ? wholeDate(text, order) : null
  if (date !== null) return { values: date, next: null }
  const digits = ended.exec(visible(text))?.[1]
  const own = digits === undefined ? null : partOf(part, digits)
  const next = own === null ? null : turnAfter(part, values, order)
  return own === null || next === null ? null : { values: { [part]: own }, next }
}

/** What a part holds when it is left: a whole date, or itself without what followed it; null if it cannot be read. */
export function settled(part: Part, text: string, order: readonly Part[]): Partial<BirthdayValue> | null {
  const date = wholeDate(text, order)
  if (date !== null) return date
  const own = partOf(part, visible(text).replace(trailing, ''))
  return own === null ? null : { [part]: own }
}

/** A year of two digits could be of two centuries. */
export const isReadable = ({ year, day }: BirthdayValue): boolean =>
  partOf('year', year.trim()) !== null && partOf('day', day.trim()) !== null

function partOf(part: Part, text: string): string | null {
  if (text === '') return ''
  if (part === 'year') return /^\d{4}$/.test(text) ? text : null
  if (!/^\d{1,2}$/.test(text)) return null
  return part === 'day' ? text : monthOf(text)
}

function turnAfter(part: Part, values: BirthdayValue, order: readonly Part[]): Part | null {
  const at = order.indexOf(part)
  const next = order[at + 1]
  if (next === undefined || part === 'year') return null
  // A day that stands second can as well begin a whole date: 5/4/1976 must not be torn apart.
  const mayBeginDate =
    part === 'day' && at > 0 && (order.slice(0, at).some((one) => values[one] === '') || values[next] !== '')
  return mayBeginDate ? null : next
}

/** Of a date that grows key by key: 1976-05-1 may become the 12th. */
function isTypedOut(text: string): boolean {
  const [, first = '', , third = ''] = whole.exec(visible(text)) ?? []
  return third.length === (first.length === 4 ? 2 : 4)
}

function dateOf(year: string, month: string, day: string): BirthdayValue | null {
  const m = monthOf(month)
  const isDay = day.length <= 2 && Number(day) >= 1 && Number(day) <= 31
  return m !== null && isDay ? { year, month: m, day: String(Number(day)) } : null
}

const monthOf = (digits: string): string | null =>
  digits.length <= 2 && Number(digits) >= 1 && Number(digits) <= 12 ? String(Number(digits)) : null

/** Without the marks of writing direction that a copied date carries. */
const visible = (text: string): string => text.replace(/\p{Cf}/gu, '').trimStart()
