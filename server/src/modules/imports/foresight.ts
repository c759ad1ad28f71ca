// The plan of the next batch, made while PostgreSQL writes the one before it.
import type { Db } from '../../db/client.ts'
import type { ReadRow } from './mapping/canonical.ts'
import { foresee } from './merge/batch.ts'
import type { ImportScope } from './merge/facts.ts'
import type { Planned } from './merge/plan-batch.ts'
import type { Memory } from './merge/work.ts'

export type Foresight = {
  /** A batch begins, behind which these rows come. */
  turn(next: Promise<readonly ReadRow[] | null>): void
  /** Of the batch at hand, once: whoever tries it again plans it anew. */
  take(): Promise<Planned | null>
  onPlanned(planned: Planned): void
  /** What was foreseen behind this batch does not count: it was not written as it was planned. */
  close(): void
}

const nothing = Promise.resolve(null)

export function foresight(
  { db, merchantId }: { readonly db: Db; readonly merchantId: string },
  scope: ImportScope,
  memory: Memory,
): Foresight {
  let here: Promise<Planned | null> = nothing
  let behind: Promise<Planned | null> = nothing
  let next: Promise<readonly ReadRow[] | null> = nothing
  let isFirstTry = true
  const look = async (planned: Planned) => {
    const rows = await next
    if (rows === null) return null
    return db.read(merchantId, (reader) => foresee(reader, scope, rows, { memory, before: planned.book }))
  }
  const close = () => {
    behind = nothing
    isFirstTry = false
  }
  return {
    turn: (rows) => {
      here = behind
      behind = nothing
      next = rows
      isFirstTry = true
    },
    take: () => {
      const taken = here
      here = nothing
      return taken
    },
    onPlanned: (planned) => {
      if (!isFirstTry) return close()
      isFirstTry = false
      // Planned again in its turn, what is wrong with it shows then.
      behind = look(planned).catch(() => null)
    },
    close,
  }
}
