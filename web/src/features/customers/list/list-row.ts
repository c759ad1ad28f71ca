// A row of the list, or one that stands under a row that is open. Pure.
import type { CustomerRow } from './list.api.ts'

/** What stands behind the people that were read. */
export type Tail = 'more' | 'loading' | 'failed' | 'empty'
export type InsertedRow = Readonly<
  { id: string; of: string } & ({ kind: 'contact'; contact: CustomerRow } | { kind: Tail })
>
export type ListRow = CustomerRow | InsertedRow
export const isInserted = (row: ListRow): row is InsertedRow => 'of' in row
