// Statements as text over the very connection that a reader or a transaction borrowed, past Kysely.
import { CompiledQuery, type RawBuilder } from 'kysely'
import type pg from 'pg'
import type { Reader, Writer } from './client.ts'
import { type CopyIn, copyIn } from './copy.ts'

const clients = new WeakMap<object, pg.ClientBase>()

export const speaksOver = (reader: Reader, client: pg.ClientBase | undefined): void => {
  if (client !== undefined) clients.set(reader, client)
}
export const clientOf = (reader: Reader): pg.ClientBase | undefined => clients.get(reader)

/**
 * The rows of SQL that is text already, over the reader's own connection. Through Kysely, which parses nothing of it, one
 * statement costs a fifth of a page's time.
 */
export async function runText<Row>(reader: Reader, text: string, values: readonly unknown[]): Promise<Row[]> {
  const client = clientOf(reader)
  const given = values as unknown[]
  if (client !== undefined) return (await client.query(text, given)).rows as Row[]
  return (await reader.executeQuery<Row>(CompiledQuery.raw(text, given))).rows as Row[]
}

/**
 * Statements none of which waits for another's answer, sent at once and done in their order: a busy process that is asked
 * between two of them keeps PostgreSQL waiting. What fails first is what is thrown.
 */
export async function runAll(
  tx: Writer,
  statements: readonly (RawBuilder<unknown> | CopyIn)[],
): Promise<void> {
  const client = clientOf(tx) as pg.ClientBase
  const sent = statements.map((statement) => {
    if ('table' in statement) return copyIn(client, statement)
    const { sql, parameters } = statement.compile(tx)
    return client.query(sql, parameters as unknown[])
  })
  const ends = await Promise.allSettled(sent)
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}
