// When the whole file is read: ties to customers that were named by ids which had not come yet.
import type { Writer } from '../../../db/client.ts'
import { lockStanding } from '../../customers/index.ts'
import type { RowRejection, RowWarning } from '../mapping/canonical.ts'
import { type Entity, newBook } from './book.ts'
import { type ImportScope, readFacts } from './facts.ts'
import { type Made, nothingMade } from './made.ts'
import { type TieFields, takeTies } from './own-ids.ts'
import { saveBook } from './save.ts'
import { tieAll } from './tie-rows.ts'
import type { Outcome } from './work.ts'

const BATCH = 2000

export type TiedBatch = {
  readonly rows: readonly {
    readonly row: { readonly row: number; readonly cells: readonly string[] }
    readonly rejected: RowRejection | null
    readonly warnings: RowWarning[]
    readonly entity: { readonly id: string }
    readonly wasUnchanged: boolean
    readonly outcome: Outcome
  }[]
  readonly changedIds: readonly string[]
  readonly made: Made
}

export async function tieBatch(tx: Writer, scope: ImportScope): Promise<TiedBatch> {
  const ties = await takeTies(tx, scope, BATCH)
  if (ties.length === 0) return { rows: [], changedIds: [], made: nothingMade() }
  const facts = await readFacts(tx, scope, { claimed: new Set() })
  const book = newBook(scope.merchant.nameOrder, facts.now)
  const standing = await lockStanding(
    tx,
    scope,
    ties.map((one) => one.customerId),
  )
  for (const one of standing.values()) book.add(one)
  const rows = ties.flatMap((one) => {
    const entity = book.get(one.customerId)
    if (entity === undefined) return []
    const outcome: Outcome = one.isUnchanged ? 'unchanged' : 'updated'
    return [
      {
        row: { row: one.rowNo, cells: one.cells },
        rejected: null,
        entity: entity as Entity,
        fields: { ...one.fields, wholeLists: true } as TieFields & { wholeLists: boolean },
        warnings: [] as RowWarning[],
        wasUnchanged: one.isUnchanged,
        outcome,
      },
    ]
  })
  const made = nothingMade()
  await tieAll(tx, scope, rows, { book, facts, made, isLast: true })
  const { changedIds } = await saveBook(tx, scope, { book, facts, words: new Set() })
  return { rows, changedIds, made }
}
