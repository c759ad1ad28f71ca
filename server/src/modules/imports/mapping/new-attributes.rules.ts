/**
 * Attributes in our own export that this merchant has not defined: their kind follows from how an export writes values
 * of each kind. What two kinds write alike (a text that looks like a number) is taken for the stricter one.
 */
import { minorDigits } from '../../../kernel/money.ts'
import type { AttributeColumn, ReadContext } from './canonical.ts'
import { withoutGuard } from './cells/text.rules.ts'
import type { ColumnSurvey } from './survey.ts'

/** Only for a file of our own, by somebody who may define attributes. */
export function newAttributes(
  columns: readonly ColumnSurvey[],
  { attributes, mayDefine, currency }: Pick<ReadContext, 'attributes' | 'mayDefine' | 'currency'>,
): AttributeColumn[] {
  if (mayDefine !== true) return []
  const known = new Set(attributes.map(({ key }) => key))
  return columns.flatMap(({ header, sample }) => {
    const key = KEY.exec(header.trim())?.[1]
    if (key === undefined || known.has(key) || sample.length === 0) return []
    known.add(key)
    const values = sample.map(withoutGuard)
    const kind = kindOf(values, minorDigits(currency))
    return [{ key, label: labelOf(key), kind, options: kind === 'choices' ? optionsOf(values) : [] }]
  })
}

const KEY = /^attributes\.([a-z][a-zA-Z0-9_]{0,59})$/
/** Longer samples are cut there. */
const CUT = 200

function kindOf(values: readonly string[], digits: number): AttributeColumn['kind'] {
  const all = (test: (value: string) => boolean) => values.every(test)
  if (all((value) => value === 'true' || value === 'false')) return 'yesNo'
  if (all((value) => NUMBER.test(value))) return isMoney(values, digits) ? 'money' : 'number'
  if (all((value) => /^\d{4}-\d{2}-\d{2}$/.test(value))) return 'date'
  if (all((value) => listOf(value) !== null)) return 'choices'
  return values.some((value) => value.length >= CUT) ? 'longText' : 'text'
}

/** As JSON writes it: 007 is a text. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/
/** So many amounts do not all happen to have the decimals of money. */
const ENOUGH = 5

/** Amounts have all their decimals; a number ends with none that is zero. */
function isMoney(values: readonly string[], digits: number): boolean {
  if (digits === 0 || values.some((value) => (value.split('.')[1] ?? '').length !== digits)) return false
  return values.length >= ENOUGH || values.some((value) => value.endsWith('0'))
}

function listOf(value: string): string[] | null {
  if (!value.startsWith('[')) return null
  try {
    const list: unknown = JSON.parse(value)
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : null
  } catch {
    return null
  }
}

/** In an order that agrees with that of every list, since each is written in the order of the definition. */
function optionsOf(values: readonly string[]): string[] {
  const lists = values.map((value) => listOf(value) ?? [])
  const before = new Map<string, Set<string>>()
  for (const list of lists)
    for (const [at, option] of list.entries()) {
      const others = before.get(option) ?? new Set()
      before.set(option, others)
      const previous = list[at - 1]
      if (previous !== undefined) others.add(previous)
    }
  const done = new Set<string>()
  while (done.size < before.size) {
    const left = [...before].filter(([option]) => !done.has(option))
    const free = left.find(([, others]) => [...others].every((other) => done.has(other)))
    // Lists that contradict each other are not of our making: any order will do.
    done.add((free ?? left[0])?.[0] as string)
  }
  return [...done]
}

function labelOf(key: string): string {
  const words = key
    .replaceAll('_', ' ')
    .replace(/([a-z0-9])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
