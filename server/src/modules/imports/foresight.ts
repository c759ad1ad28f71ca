/**
 * The plans of the next batches, made while PostgreSQL writes the one at hand. Two of them, so that neither a batch that is
 * slow to write nor one that is slow to plan leaves the other side without work.
 */
import type { Db } from '../../db/client.ts'
import type { ReadRow } from './mapping/canonical.ts'
import { foresee } from './merge/batch.ts'
import type { ImportScope } from './merge/facts.ts'
import type { Planned } from './merge/plan-batch.ts'
import type { Memory } from './merge/work.ts'

/** How many batches are planned before their turn. */
export const AHEAD = 2

export type Foresight = {
  /** A batch begins, behind which these come; all before it are written. */
  turn(behind: readonly Promise<Rows | null>[]): void
  /** Of the batch at hand, once: whoever tries it again plans it anew. */
  take(): Promise<Planned | null>
  onPlanned(planned: Planned): void
  /** What was foreseen behind this batch does not count: it was not written as it was planned. */
  close(): void
}

type Rows = readonly ReadRow[]

type Batch = {
  readonly rows: Promise<Rows | null>
  /** Null where it must be planned in its turn. */
  plan: Promise<Planned | null>
  readonly inTurn: PromiseWithResolvers<Planned>
}

const nothing = Promise.resolve(null)

const batchOf = (rows: Promise<Rows | null>): Batch => ({
  rows,
  plan: nothing,
  inTurn: Promise.withResolvers(),
})

/** What will be written of it, as soon as that is known. */
const expected = async ({ plan, inTurn }: Batch): Promise<Planned> => (await plan) ?? inTurn.promise

export function foresight(
  { db, merchantId }: { readonly db: Db; readonly merchantId: string },
  scope: ImportScope,
  memory: Memory,
): Foresight {
  /** The batch at hand and those behind it. */
  let line: Batch[] = []
  let given: Planned | null = null
  let isFirstTry = true

  const look = async (batch: Batch): Promise<Planned | null> => {
    await expected(line[line.indexOf(batch) - 1] as Batch)
    const rows = await batch.rows
    if (rows === null || !line.includes(batch)) return null
    const unwritten = await Promise.all(line.slice(0, line.indexOf(batch)).reverse().map(expected))
    const before = unwritten.map(({ book }) => book)
    return db.read(merchantId, (reader) => foresee(reader, scope, rows, { memory, before }))
  }
  const plan = (batch: Batch) => {
    // Planned again in its turn, what is wrong with it shows then.
    batch.plan = look(batch).catch(() => null)
  }
  const forgetBehind = () => {
    line = line.map((batch, place) => (place === 0 ? batch : batchOf(batch.rows)))
  }
  return {
    turn: (behind) => {
      const [here = batchOf(nothing), ...known] = line.slice(1)
      line = [here, ...known]
      for (const rows of behind.slice(known.length)) {
        const batch = batchOf(rows)
        line.push(batch)
        plan(batch)
      }
      isFirstTry = true
    },
    take: async () => {
      given = isFirstTry ? await (line[0] as Batch).plan : null
      return given
    },
    onPlanned: (planned) => {
      if (!isFirstTry) return
      isFirstTry = false
      if (planned === given) return
      const here = line[0] as Batch
      here.plan = nothing
      here.inTurn.resolve(planned)
      if (given === null) return
      forgetBehind()
      line.slice(1).forEach(plan)
    },
    close: () => {
      forgetBehind()
      isFirstTry = false
    },
  }
}
