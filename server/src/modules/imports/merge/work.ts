// A row on its way through its batch, and what becomes of it.
import { isId } from '../../../kernel/ids.ts'
import type { ReadFields, ReadRow, RowRejection, RowWarning } from '../mapping/canonical.ts'
import type { KnownStore } from './apply.rules.ts'
import type { Book, Entity } from './book.ts'
import { isNobody, type Keys, keysOf } from './keys.rules.ts'
import type { MendedBy } from './mended-rows.ts'

export type Outcome = 'created' | 'updated' | 'unchanged' | 'rejected'

export type RowResult = {
  readonly row: ReadRow
  outcome: Outcome
  readonly rejected: RowRejection | null
  readonly warnings: RowWarning[]
  /** Whom it made or meant, of files of customers. */
  readonly entity?: { readonly id: string } | null
}

export type Work = RowResult & {
  readonly fields: ReadFields
  readonly keys: Keys
  readonly ownId: string | null
  rejected: RowRejection | null
  entity: Entity | null
  /** The contact person in it changed, whatever became of the row's own customer. */
  contactChanged: boolean
}

/** What lasts from batch to batch. */
export type Memory = {
  readonly words: Set<string>
  /** Of a dry run, which writes nothing: whom its rows would have made. */
  readonly book: Book | null
  /** Of a dry run: stores that would have been made. */
  readonly stores: KnownStore[]
  /** Keys of tags that were made, or would have been. */
  readonly tags: Set<string>
  readonly mended: MendedBy
}

export function workOf(row: ReadRow, order: 'last' | 'first'): Work {
  const { fields } = row
  const rejected = row.rejected ?? (isNobody(fields) && !isIdentified(fields) ? nobody : null)
  return {
    row,
    rejected,
    outcome: rejected === null ? 'unchanged' : 'rejected',
    warnings: [...row.warnings],
    fields,
    keys: keysOf(fields, order),
    ownId: fields.id !== undefined && isId(fields.id) ? fields.id.toLowerCase() : null,
    entity: null,
    contactChanged: false,
  }
}

export const nobody: RowRejection = {
  code: 'row.nobody',
  message: 'There is neither a name nor an email nor a phone in this row',
}

/** A row that only changes somebody needs no name. */
const isIdentified = (fields: ReadFields) =>
  fields.id !== undefined || fields.number !== undefined || fields.externalIds !== undefined
