// What every kind of file becomes: a header and rows of text, read as a stream and any number of times.
import { Problem } from '../../../kernel/problem.ts'

export type FileKind = 'csv' | 'xlsx' | 'vcard'

/** Faults of the row as a whole; what it means for the customer is decided where the row is mapped. */
export type RowFault = 'row.field_too_long' | 'row.unclosed_quote' | 'vcard.unfinished' | 'vcard.unreadable'

export type RawRow = {
  /** As a sheet numbers it: the header is row 1 when nothing stands before it. Of vCards, the first line of the card. */
  readonly row: number
  readonly cells: readonly string[]
  readonly faults?: readonly RowFault[]
}

export type Table = {
  readonly kind: FileKind
  /** As in the file. */
  readonly headers: readonly string[]
  readonly headerRow: number
  readonly encoding: string | null
  /** False when the encoding is the best guess rather than proved. */
  readonly encodingSure: boolean
  readonly delimiter: string | null
  /** The sheet that was read. */
  readonly sheet: string | null
  /** Data rows: without preamble, header, blank lines and footer. In lots, since a promise per row costs more than the row. */
  rows(): AsyncGenerator<readonly RawRow[]>
}

export type ReadOptions = { readonly encoding?: string | undefined; readonly delimiter?: string | undefined }

export type Unreadable =
  | 'empty'
  | 'picture'
  | 'archive'
  | 'binary'
  | 'old_excel'
  | 'web_page'
  | 'json'
  | 'sql'
  | 'prose'
  | 'no_ties'
  | 'no_orders'
  | 'no_reviews'
  | 'orders_apart'
  | 'no_header'
  | 'no_rows'
  | 'wrong_delimiter'
  | 'no_delimiter'
  | 'not_a_sheet'
  | 'damaged'
  | 'bomb'
  | 'too_large'

const details: Readonly<Record<Unreadable, string>> = {
  empty: 'The file is empty.',
  picture: 'The file is a picture, not a list of customers.',
  archive: 'The file is an archive: unpack it first.',
  binary: 'The file is neither CSV, XLSX nor vCard.',
  old_excel:
    'The file is an old or protected Excel workbook: save it as .xlsx without a password, or as CSV.',
  web_page: 'The file is a web page, not a table: save it as .xlsx or CSV.',
  json: 'The file is JSON, not a table: save it as CSV.',
  sql: 'The file is a script for a database, not a table: export the customers as CSV.',
  prose: 'The file is a text, not a table: its lines have no columns.',
  no_ties: 'The file needs columns that name a person and an organization.',
  no_orders: 'The file needs a column with the id of the order.',
  no_reviews: 'The file needs a column with a score, or one that says positive or negative.',
  orders_apart: 'The rows of too many orders stand apart: sort the file by its orders.',
  no_header: 'No line of the file names its columns: put their names in the first line.',
  wrong_delimiter:
    'With this delimiter the whole file is one column: leave it to be found, or choose another.',
  no_delimiter:
    'Nothing that is known stands between the columns: save the file with commas, semicolons or tabs.',
  no_rows: 'The file has a header and nothing under it.',
  not_a_sheet: 'The file is not a workbook that can be read: save it as .xlsx or CSV.',
  damaged: 'The file is damaged or was cut off.',
  bomb: 'The workbook unpacks to far more than it seems and is refused: save it as CSV.',
  too_large: 'The workbook is too large to unpack: save it as CSV.',
}

export const unreadable = (reason: Unreadable) =>
  new Problem('import.unreadable', 422, { detail: details[reason], params: { reason } })
