// How the text of an attribute filter compares with the stored value, by the attribute's kind.
import { isDay } from '../../../kernel/dates.ts'
import type { AttributeFilter } from './list.filter.rules.ts'
import type { Params } from './params.ts'

/** The JSON that an equal value contains; null when the text cannot be a value of the kind. */
export function jsonOf({ key, value }: AttributeFilter, kind: string, currency: string): string | null {
  const is = (json: unknown) => JSON.stringify({ [key]: json })
  if (kind === 'number') return numberOf(value) === null ? null : is(numberOf(value))
  if (kind === 'money') return numberOf(value) === null ? null : is({ amount: numberOf(value), currency })
  if (kind === 'yesNo') return value === 'true' || value === 'false' ? is(value === 'true') : null
  if (kind === 'choices') return is([value])
  if (kind === 'date') return isDay(value) ? is(value) : null
  return is(value)
}

/** JSON compares numbers as numbers and days as text; a value of another type is in no range. */
export function rangeTestOf(
  { key, test, value }: AttributeFilter,
  kind: string,
): ((p: Params) => string) | null {
  const sign = test === 'from' ? '>=' : '<='
  const isNumber = kind === 'number' || kind === 'money'
  const bound = isNumber ? numberOf(value) : isDay(value) ? value : null
  if (bound === null || !(isNumber || kind === 'date')) return null
  const path = kind === 'money' ? `c.attributes -> '${key}' -> 'amount'` : `c.attributes -> '${key}'`
  const type = isNumber ? 'number' : 'string'
  return (p) => `(jsonb_typeof(${path}) = '${type}' and ${path} ${sign} ${p(JSON.stringify(bound), 'jsonb')})`
}

function numberOf(text: string): number | null {
  const number = Number(text)
  return text.trim() !== '' && Number.isFinite(number) ? number : null
}
