// A row of our own file of rows with warnings says which row of which import it was, in two columns of that file.
import { isId } from '../../../kernel/ids.ts'
import type { MendedRow } from './canonical.ts'

const ID = /^import(?:ación)?[.:] ?id$/i
const LINE = /^import(?:ación)?[.:] ?(?:row|line|línea)$/i

/** What the database counts them by. */
const LAST_LINE = 2 ** 31 - 1

export function mendedRows(headers: readonly string[]): (cells: readonly string[]) => MendedRow | null {
  const at = (pattern: RegExp) => headers.findIndex((header) => pattern.test(header.trim()))
  const [id, line] = [at(ID), at(LINE)]
  if (id < 0 || line < 0) return () => null
  return (cells) => {
    const importId = cells[id]?.trim() ?? ''
    const row = Number(cells[line]?.trim())
    return isId(importId) && Number.isInteger(row) && row > 0 && row <= LAST_LINE ? { importId, row } : null
  }
}
