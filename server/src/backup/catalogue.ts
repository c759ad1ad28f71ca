// Which tables there are, with the columns that are stored, in an order in which their references can be filled.
import type { ClientBase } from 'pg'
import { LEFT_OUT } from './archive.ts'

export type Table = { readonly name: string; readonly columns: readonly string[] }

export async function tablesInOrder(client: ClientBase): Promise<Table[]> {
  const { rows: columns } = await client.query(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by 1 order by 1`,
    [],
  )
  const { rows: references } = await client.query(
    `select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
      where contype = 'f' and conrelid <> confrelid and connamespace = 'public'::regnamespace`,
    [],
  )
  const waiting = new Map<string, Table>(
    columns.filter((row) => !LEFT_OUT.has(row.name)).map((row) => [row.name, row]),
  )
  const ordered: Table[] = []
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(
      (table) => !references.some((r) => r.from === table.name && waiting.has(r.to)),
    )
    if (free.length === 0)
      throw new Error(`tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`)
    for (const table of free) waiting.delete(table.name)
    ordered.push(...free)
  }
  return ordered
}
