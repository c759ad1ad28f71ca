// The fields of an order, of a line or of a review, as somebody chooses among them.
import type { ImportField } from '../kinds.rules.ts'
import { type CellKind, cellOf, keyPath, pathsOf, type RowKind } from './paths.ts'
import { wordsOf } from './words.rules.ts'

const groupOf: Readonly<Record<string, string>> = {
  customer: 'buyer',
  organization: 'buyer',
  items: 'items',
  discounts: 'discounts',
  taxes: 'taxes',
  payments: 'payments',
  refunds: 'refunds',
  shipments: 'shipments',
  recurrence: 'recurrence',
  totals: 'totals',
  serviceChargeAmount: 'totals',
  shippingAmount: 'totals',
  tipAmount: 'totals',
}

/** In the order of their groups, as they are first met. */
export function fieldsByPath(kind: RowKind): readonly ImportField[] {
  const fields = pathsOf(kind).map((path): ImportField => {
    const cell = cellOf(kind, path)
    const group = groupOf[path.split('.')[0] ?? ''] ?? (kind === 'reviews' ? 'review' : 'order')
    // A review without an id is known by what it says.
    const required = kind !== 'reviews' && path === keyPath(kind)
    return { path, group, cell: nameOf(cell), required, values: valuesOf(cell) }
  })
  const groups = [...new Set(fields.map(({ group }) => group))]
  return groups.flatMap((group) => fields.filter((field) => field.group === group))
}

const choices = ['kind', 'channel', 'status', 'method', 'sentiment'] as const
const isChoice = (cell: CellKind): cell is (typeof choices)[number] =>
  choices.some((choice) => choice === cell)

const nameOf = (cell: CellKind): string =>
  typeof cell === 'number' ? 'text' : isChoice(cell) ? 'choice' : cell

const valuesOf = (cell: CellKind): readonly string[] => (isChoice(cell) ? wordsOf(cell) : [])
