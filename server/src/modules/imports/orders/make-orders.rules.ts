// What the rows of one order say together.
import type { OrderPart } from '../../orders/index.ts'
import { membersOf } from '../by-path/members.rules.ts'
import type { ReadRow, RowWarning } from '../mapping/canonical.ts'
import { type ListName, lists } from './columns.ts'

type Values = Readonly<Record<string, string | number | boolean>>
type Part = Record<string, string | number | boolean>
export type MadeOrder = { readonly part: OrderPart; readonly warnings: readonly (readonly RowWarning[])[] }

/**
 * Of what an order has once, the first row that says it is right. Each row adds a line, and what else it lists; where rows
 * are lines, a payment or tax that a row before has said in the same words is that one.
 */
export function madeOf(rows: readonly ReadRow[]): MadeOrder {
  const once: Record<string, string | number | boolean> = {}
  const several = new Map<ListName, Part[]>()
  const warnings = rows.map(({ fields, warnings: told }) => {
    const differing: RowWarning[] = []
    const added = new Map<ListName, Part>()
    for (const [path, value] of Object.entries((fields.order?.values ?? {}) as Values)) {
      const list = lists.find((name) => path.startsWith(`${name}.`))
      if (list !== undefined) {
        const part = added.get(list) ?? {}
        part[path.slice(list.length + 1)] = value
        added.set(list, part)
      } else if (once[path] === undefined) once[path] = value
      else if (once[path] !== value) differing.push(differs(path, value, once[path]))
    }
    for (const [list, part] of added) {
      const before = several.get(list) ?? []
      const isSaid = list !== 'items' && added.has('items') && before.some((one) => isSame(one, part))
      if (!isSaid) several.set(list, [...before, part])
    }
    return [...told, ...differing]
  })
  // Where the file has a column for it, an empty amount says that nothing was paid.
  const payments = several.get('payments')
  if (payments !== undefined && rows[0]?.fields.order?.headers.has('payments.amount'))
    several.set(
      'payments',
      payments.map((one) => ({ amount: 0, ...one })),
    )
  return { part: partOf(once, several), warnings }
}

const differs = (path: string, value: unknown, first: unknown): RowWarning => ({
  column: path,
  original: String(value),
  code: 'order.differs',
  message: `is ${String(first)} in an earlier row of this order, which is kept`,
})

const isSame = (a: Part, b: Part) => JSON.stringify(a) === JSON.stringify(b)

const inner = ['customer', 'organization', 'recurrence', 'totals'] as const

function partOf(once: Part, several: ReadonlyMap<ListName, readonly Part[]>): OrderPart {
  return { ...Object.fromEntries(several), ...membersOf(once, inner) } as OrderPart
}
