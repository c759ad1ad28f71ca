// What the setters of all paths share.

import { readBoolean } from './cells/words.rules.ts'
import type { ColumnReading, RowDraft } from './row-draft.ts'
import { warn } from './row-draft.ts'

/** Gets a cell that is filled, without its guard and the space around it. */
export type Setter = (draft: RowDraft, text: string, column: ColumnReading) => void

/** Null, with a warning, when it is longer than its field. */
export function fitting(draft: RowDraft, text: string, column: ColumnReading, limit: number): string | null {
  if (text.length <= limit || [...text].length <= limit) return text
  warn(draft, column.header, text, { code: 'text.too_long', message: `is longer than ${limit} characters` })
  return null
}

export function setFlag(
  draft: RowDraft,
  text: string,
  column: ColumnReading,
  set: (flag: boolean) => void,
): void {
  const flag = readBoolean(text)
  if (flag === null)
    warn(draft, column.header, text, { code: 'yesNo.unreadable', message: 'is neither yes nor no' })
  else set(flag)
}

export const noDay = { code: 'day.unreadable', message: 'is not a day that can be read' }
