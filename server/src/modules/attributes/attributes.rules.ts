// The one validator of custom attribute values, on every path in.
import { isDay } from '../../kernel/dates.ts'
import type { FieldFault } from '../../kernel/problem.ts'
import type { AttributeKind } from './attributes.schemas.ts'

export type AttributeDefinition = {
  readonly key: string
  readonly kind: AttributeKind
  readonly options: readonly string[]
  readonly required: boolean
}

/** Faults name the key as their path. */
export type AttributeValidator = {
  /** Values as they are stored; null where one is emptied. */
  read(written: Readonly<Record<string, unknown>>): {
    readonly values: Record<string, unknown>
    readonly faults: FieldFault[]
  }
  /** Required ones that have no value. */
  missing(values: Readonly<Record<string, unknown>>): FieldFault[]
}

export function compileAttributes(
  definitions: readonly AttributeDefinition[],
  currency: string,
): AttributeValidator {
  const known = new Map(definitions.map((definition) => [definition.key, definition]))
  const required = definitions.filter((definition) => definition.required)
  return {
    read: (written) => {
      const values: Record<string, unknown> = {}
      const faults: FieldFault[] = []
      for (const [key, value] of Object.entries(written)) {
        const definition = known.get(key)
        if (isEmpty(value)) values[key] = null
        else if (definition === undefined)
          faults.push(fault(key, 'attribute.unknown', 'is not a known attribute'))
        else {
          const read = readers[definition.kind](value, definition, currency)
          if ('fault' in read) faults.push(fault(key, `attribute.${definition.kind}`, read.fault))
          else values[key] = read.value
        }
      }
      return { values, faults }
    },
    missing: (values) =>
      required
        .filter(({ key }) => isEmpty(values[key]))
        .map(({ key }) => fault(key, 'field.required', 'is required')),
  }
}

const fault = (path: string, code: string, message: string): FieldFault => ({ path, code, message })

type Read = { readonly value: unknown } | { readonly fault: string }
type Reader = (value: unknown, definition: AttributeDefinition, currency: string) => Read

const MAX_TEXT = 1000
const MAX_LONG_TEXT = 20_000

const readers: Readonly<Record<AttributeKind, Reader>> = {
  text: (value) => readText(value, MAX_TEXT),
  longText: (value) => readText(value, MAX_LONG_TEXT),
  number: (value) =>
    typeof value === 'number' && Number.isFinite(value) ? { value } : { fault: 'must be a number' },
  money: readMoney,
  date: (value) =>
    typeof value === 'string' && isDay(value) ? { value } : { fault: 'must be a day: YYYY-MM-DD' },
  yesNo: (value) => (typeof value === 'boolean' ? { value } : { fault: 'must be true or false' }),
  choice: (value, { options }) =>
    options.some((option) => option === value) ? { value } : { fault: 'must be one of its options' },
  choices: readChoices,
  url: readUrl,
}

const isEmpty = (value: unknown) =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

function readText(value: unknown, limit: number): Read {
  if (typeof value !== 'string') return { fault: 'must be text' }
  return [...value].length > limit
    ? { fault: `must have at most ${limit} characters` }
    : { value: value.trim() }
}

function readMoney(value: unknown, _: AttributeDefinition, currency: string): Read {
  const money = value as { amount?: unknown; currency?: unknown }
  const isMoney =
    typeof value === 'object' &&
    Object.keys(value as object).every((key) => key === 'amount' || key === 'currency')
  if (!isMoney || !Number.isSafeInteger(money.amount))
    return { fault: 'must be { amount: minor units, currency }' }
  return (money.currency ?? currency) === currency
    ? { value: { amount: money.amount, currency } }
    : { fault: `must be in ${currency}` }
}

/** In the order of the definition, each once. */
function readChoices(value: unknown, { options }: AttributeDefinition): Read {
  if (!Array.isArray(value) || value.some((item) => !options.includes(item as string)))
    return { fault: 'must be a list of its options' }
  return { value: options.filter((option) => value.includes(option)) }
}

function readUrl(value: unknown): Read {
  const url = typeof value === 'string' && value.length <= 2000 ? URL.parse(value.trim()) : null
  const isWeb = url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.username === ''
  return isWeb
    ? { value: (value as string).trim() }
    : { fault: 'must be an address that begins with http:// or https://' }
}
