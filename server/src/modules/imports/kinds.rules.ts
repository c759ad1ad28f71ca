// What can be brought in, by whom, and the fields that a column of each kind can go to.
import type { Permission } from '../../kernel/permissions.ts'
import { Problem } from '../../kernel/problem.ts'
import { tieFields } from './affiliations/tie-paths.ts'
import { fieldsByPath } from './by-path/fields.rules.ts'
import type { RowKind } from './by-path/paths.ts'
import { type Kind, kinds } from './imports.schemas.ts'
import { customerFields } from './mapping/offered.ts'
import type { OrderKind } from './orders/columns.ts'

/** Shown together, under the name of their group. */
export type ImportField = {
  readonly path: string
  readonly group: string
  /** What its cells hold; null where that is the field's own matter. */
  readonly cell: string | null
  /** Nothing comes in without it. */
  readonly required: boolean
  /** The words that it takes; empty where every text is taken. */
  readonly values: readonly string[]
}

export const isOfOrders = (kind: Kind): kind is OrderKind => kind === 'orders' || kind === 'order-lines'
/** Read by the paths of what is written, and written by whoever may write orders. */
export const isByPaths = (kind: Kind): kind is RowKind => isOfOrders(kind) || kind === 'reviews'

const mayBring = (permissions: ReadonlySet<Permission>, kind: Kind) =>
  !isByPaths(kind) || permissions.has('orders.write')

/** What may not be written otherwise may not be brought in a file either, nor seen in its report. */
export const kindsFor = (permissions: ReadonlySet<Permission>): readonly Kind[] =>
  kinds.filter((kind) => mayBring(permissions, kind))

export function requireRightToBring(permissions: ReadonlySet<Permission>, kind: Kind): void {
  if (!mayBring(permissions, kind))
    throw new Problem('access.denied', 403, { params: { permission: 'orders.write' } })
}

export function fieldsOf(kind: Kind): readonly ImportField[] {
  if (isByPaths(kind)) return fieldsByPath(kind)
  return kind === 'affiliations' ? tieFields : customerFields
}
