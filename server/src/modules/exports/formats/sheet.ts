import type { Column } from '../sheet-columns.ts'
import type { Selected } from '../source.ts'

/** The select list of these columns, each by the SQL of its cell. */
export function selectedColumns(columns: readonly Column[], cell: (column: Column) => string): Selected {
  return {
    select: columns.map(cell).join(', '),
    lists: [...new Set(columns.flatMap(({ list }) => list ?? []))],
    shape: 'sheet',
    wire: [...new Set(columns.flatMap(({ wire }) => wire ?? []))],
  }
}
