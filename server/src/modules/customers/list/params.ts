// SQL is written as text with numbered parameters: a list's statement is put together in a microsecond, and each shape
// of it is prepared once per connection.
import type { Reader } from '../../../db/client.ts'
import { runText } from '../../../db/statements.ts'

export type Params = {
  /** The placeholder of a value, cast to its type. */
  (value: unknown, type?: string): string
  readonly values: readonly unknown[]
}

export function params(): Params {
  const values: unknown[] = []
  const add = (value: unknown, type?: string) => {
    values.push(value)
    return type === undefined ? `$${values.length}` : `$${values.length}::${type}`
  }
  return Object.assign(add, { values })
}

export const run = <Row>(reader: Reader, text: string, { values }: Params): Promise<Row[]> =>
  runText<Row>(reader, text, values)
