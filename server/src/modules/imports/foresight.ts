// The plan of the next batch, made while PostgreSQL writes the one before it.
import type { Db } from '../../db/client.ts'
import { keepEarly } from './early-words.ts'
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
    const foreseen = await db.read(merchantId, (reader) =>
      foresee(reader, scope, rows, { memory, before: planned.book }),
    )
    // What fails is kept with its names.
    await keepAhead(foreseen?.staged?.words ?? [], planned.staged?.words).catch(() => undefined)
    return foreseen
  }
  // Beside what is being written now, whose own words come with it: so much less is left to the connection that writes.
  const keepAhead = async (all: Iterable<string>, ofThis: ReadonlySet<string> = new Set()) => {
    const words = [...all].filter((word) => !memory.words.has(word) && !ofThis.has(word))
    if (words.length === 0) return
    const isKept = await keepEarly({ db, merchantId, importId: scope.importId }, words)
    if (isKept) for (const word of words) memory.words.add(word)
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
