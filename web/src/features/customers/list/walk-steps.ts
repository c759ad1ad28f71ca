// From one customer to the next of the list they were opened from. Pure.
import { type Chain, cursorAbove, hasMore, loadedRows } from '../../../kernel/page-chain.ts'

type Row = Readonly<{ id: string }>

export type Steps = Readonly<{
  previousId: string | null
  nextId: string | null
  /** From 1. */
  position: number
}>

/** Null when this customer is none of the rows that were read. */
export function stepsAt(chain: Chain<Row>, id: string): Steps | null {
  const rows = loadedRows(chain)
  const index = rows.findIndex((row) => row.id === id)
  if (index === -1) return null
  return {
    previousId: rows[index - 1]?.id ?? null,
    nextId: rows[index + 1]?.id ?? null,
    position: chain.start + index + 1,
  }
}

/** The page to read so that the next step finds its row at once; null when there are enough, or no more. */
export function pageBelow(chain: Chain<Row>, steps: Steps | null): number | null {
  if (steps === null || !hasMore(chain)) return null
  const below = chain.start + loadedRows(chain).length - steps.position
  return below < roomAhead ? chain.links.length - 1 : null
}

/** The same upwards: what the page above is read before. */
export function cursorToRead(chain: Chain<Row>, steps: Steps | null): string | null {
  return steps !== null && steps.position - chain.start <= roomAhead ? cursorAbove(chain) : null
}

const roomAhead = 5
