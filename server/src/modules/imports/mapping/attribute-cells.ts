// Cells of the merchant's own attributes, as their kinds want them. What their validator would refuse is warned of here.
import type { AttributeColumn } from './canonical.ts'
import type { CellProblem } from './cells/cell.ts'
import { readPlainDay } from './cells/date.rules.ts'
import { readDecimal, readMoney } from './cells/number.rules.ts'
import { splitList } from './cells/text.rules.ts'
import { readBoolean } from './cells/words.rules.ts'
import { type ColumnReading, type RowDraft, warn } from './row-draft.ts'

export function setAttribute(draft: RowDraft, text: string, column: ColumnReading): void {
  const key = column.path.slice('attributes.'.length)
  const definition = column.options.context.attributes.find((attribute) => attribute.key === key)
  const read =
    definition === undefined
      ? { problem: { code: 'attribute.unknown', message: 'is not a known attribute' } }
      : readers[definition.kind](text, definition, column)
  if ('problem' in read) warn(draft, column.header, text, read.problem)
  else draft.fields.attributes = { ...draft.fields.attributes, [key]: read.value }
}

type Read = { readonly value: unknown } | { readonly problem: CellProblem }
type Reader = (text: string, definition: AttributeColumn, column: ColumnReading) => Read

const problem = (kind: string, message: string): Read => ({ problem: { code: `attribute.${kind}`, message } })

const readers: Readonly<Record<AttributeColumn['kind'], Reader>> = {
  text: (text) => (text.length > 1000 ? problem('text', 'is longer than 1000 characters') : { value: text }),
  longText: (text) =>
    text.length > 20_000 ? problem('longText', 'is longer than 20000 characters') : { value: text },
  number: (text, _, { mark }) => {
    const decimal = readDecimal(text, mark)
    return decimal === null ? problem('number', 'is not a number') : { value: Number(decimal) }
  },
  money: (text, _, { mark, options }) => {
    const { currency } = options.context
    const amount = readMoney(text, mark, currency)
    return amount === null ? problem('money', 'is not an amount of money') : { value: { amount, currency } }
  },
  date: (text, _, { order, options }) => {
    const day = readPlainDay(text, order, options.timeZone)
    return day === null ? problem('date', 'is not a day that can be read') : { value: day }
  },
  yesNo: (text) => {
    const flag = readBoolean(text)
    return flag === null ? problem('yesNo', 'is neither yes nor no') : { value: flag }
  },
  choice: (text, { options }) => {
    const option = optionOf(text, options)
    return option === undefined ? problem('choice', 'is not one of its options') : { value: option }
  },
  choices: (text, { options }) => {
    const whole = optionOf(text, options)
    const found = whole === undefined ? partsOf(text).map((part) => optionOf(part, options)) : [whole]
    return found.includes(undefined)
      ? problem('choices', 'holds what is none of its options')
      : { value: options.filter((option) => found.includes(option)) }
  },
  url: (text) => {
    const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`
    const url = text.includes('.') && !/\s/.test(text) ? URL.parse(whole) : null
    return url === null ? problem('url', 'is not an address on the web') : { value: whole }
  },
}

const optionOf = (text: string, options: readonly string[]) =>
  options.find((option) => option === text) ??
  options.find((option) => option.toLowerCase() === text.toLowerCase())

/** Our own export writes a JSON list. */
function partsOf(text: string): string[] {
  if (!text.startsWith('[')) return splitList(text)
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? list.map(String) : splitList(text)
  } catch {
    return splitList(text)
  }
}
