// The fields of an order or of a line, as somebody chooses among them.
import type { ImportField } from '../kinds.rules.ts'
import { type CellKind, cellOf, keyPath, type OrderKind, pathsOf } from './paths.ts'
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
export function orderFields(kind: OrderKind): readonly ImportField[] {
  const fields = pathsOf(kind).map((path): ImportField => {
    const cell = cellOf(kind, path)
    const group = groupOf[path.split('.')[0] ?? ''] ?? 'order'
    return { path, group, cell: nameOf(cell), required: path === keyPath(kind), values: valuesOf(cell) }
  })
  const groups = [...new Set(fields.map(({ group }) => group))]
  return groups.flatMap((group) => fields.filter((field) => field.group === group))
}

const isChoice = (cell: CellKind): cell is 'kind' | 'channel' | 'status' | 'method' =>
  cell === 'kind' || cell === 'channel' || cell === 'status' || cell === 'method'

const nameOf = (cell: CellKind): string =>
  typeof cell === 'number' ? 'text' : isChoice(cell) ? 'choice' : cell

const valuesOf = (cell: CellKind): readonly string[] => (isChoice(cell) ? wordsOf(cell) : [])
