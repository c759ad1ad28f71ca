// Statements that a reader was given, and what PostgreSQL means to do with them.
import { CompiledQuery } from 'kysely'
import pg, { type Pool } from 'pg'
import type { Reader } from '../../../db/client.ts'

const LARGE = 5000
/** Two parts of a list, of as many rows as are counted, put together. */
const SORTED = 20_002

export type Statement = { readonly sql: string; readonly parameters: readonly unknown[] }

/** A reader that remembers each statement it has run, the latest of each text. */
export function capturing(reader: Reader, statements: Map<string, Statement>): Reader {
  return new Proxy(reader, {
    get: (target, name) => {
      if (name !== 'executeQuery') return Reflect.get(target, name)
      return (query: CompiledQuery) => {
        statements.set(query.sql, { sql: query.sql, parameters: query.parameters })
        return target.executeQuery(query)
      }
    },
  })
}

type Node = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Plan Rows': number
  readonly Plans?: readonly Node[]
}

/** Planned as it will be: prepared, and by the session's way of planning. */
export async function wholeReads(
  reader: Reader,
  { sql, parameters }: Statement,
  large: ReadonlySet<string>,
): Promise<string[]> {
  const raw = (text: string) => reader.executeQuery(CompiledQuery.raw(text))
  await raw(`prepare planned as ${sql}`)
  const { rows } = await raw(
    `explain (format json) execute planned${parameters.length > 0 ? `(${parameters.map(literal)})` : ''}`,
  )
  await raw('deallocate planned')
  const [{ Plan }] = (rows[0] as Record<string, unknown>)['QUERY PLAN'] as [{ Plan: Node }]
  return nodes(Plan).flatMap((node) => {
    const table = node['Relation Name'] ?? ''
    if (node['Node Type'] === 'Seq Scan' && large.has(table)) return [`${table}: ${sql}`]
    return node['Node Type'] === 'Sort' && node['Plan Rows'] > SORTED ? [`sorted: ${sql}`] : []
  })
}

function literal(value: unknown): string {
  if (value === null) return 'null'
  if (!Array.isArray(value)) return pg.escapeLiteral(String(value))
  return pg.escapeLiteral(`{${value.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`)}}`)
}

const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)]

export async function largeTables(owner: Pool): Promise<ReadonlySet<string>> {
  const { rows } = await owner.query(`select relname from pg_class where relkind = 'r' and reltuples > $1`, [
    LARGE,
  ])
  return new Set(rows.map((row) => row.relname))
}
