// Rows that were opened: under each organization stand its people, in rows as high as all others, so that a window of
// rows draws them like those of the list. A place on screen counts both; an index only what the list itself holds. Pure.
import {
  type Chain,
  emptyChain,
  loadedRows,
  type Page,
  pagesOf,
  placePage,
} from '../../../kernel/page-chain.ts'
import type { InView } from '../../../ui/row-pages.ts'
import type { CustomerRow } from './list.api.ts'
import type { InsertedRow, Tail } from './list-row.ts'

export type Opening = Readonly<{
  /** Where its row stood when it was opened: it is looked for there once the list was opened anew somewhere else. */
  at: number
  /** How many pages of its people are asked for. */
  shown: number
  chain: Chain<CustomerRow>
}>
export type Openings = ReadonlyMap<string, Opening>

/** The rows inserted under one row of the list; `above` are those of all others above it. */
export type Slot = Readonly<{
  id: string
  at: number
  above: number
  people: readonly CustomerRow[]
  tail: Tail | null
}>

type Rows = Readonly<{
  loaded: readonly Readonly<{ id: string }>[]
  read: Readonly<{ start: number; end: number }>
}>

export const toggledOpening = (openings: Openings, id: string, at: number): Openings => {
  const next = new Map(openings)
  if (!next.delete(id)) next.set(id, { at, shown: 1, chain: emptyChain })
  return next
}

/** One page more, where those that were asked for are there. */
export function withMore(openings: Openings, id: string): Openings {
  const opening = openings.get(id)
  if (opening === undefined || tailOf(opening, false) !== 'more') return openings
  return new Map(openings).set(id, { ...opening, shown: opening.shown + 1 })
}

export function withPage(openings: Openings, { id, page }: Wanted, read: Page<CustomerRow>): Openings {
  const opening = openings.get(id)
  if (opening === undefined) return openings
  const chain = placePage(opening.chain, page, read)
  return chain === opening.chain ? openings : new Map(openings).set(id, { ...opening, chain })
}

/** From the top down. A row that is gone from the list has none, and comes back with the row. */
export function slotsOf(
  openings: Openings,
  { loaded, read }: Rows,
  failed: ReadonlySet<string> = new Set(),
): readonly Slot[] {
  if (openings.size === 0) return []
  const found = new Map<string, number>()
  for (const [n, { id }] of loaded.entries())
    if (openings.has(id) && !found.has(id)) found.set(id, read.start + n)
  const placed = [...openings].flatMap(([id, opening]) => {
    const isElsewhere = opening.at < read.start || opening.at >= read.end
    const at = found.get(id) ?? (isElsewhere ? opening.at : null)
    return at === null ? [] : [{ id, at, opening }]
  })
  let above = 0
  return placed
    .sort((a, b) => a.at - b.at)
    .map(({ id, at, opening }) => {
      const slot = { id, at, above, people: loadedRows(opening.chain), tail: tailOf(opening, failed.has(id)) }
      above += heightOf(slot)
      return slot
    })
}

export const heightOf = ({ people, tail }: Pick<Slot, 'people' | 'tail'>): number =>
  people.length + (tail === null ? 0 : 1)

export const insertedRows = (slots: readonly Slot[]): number =>
  slots.reduce((sum, slot) => sum + heightOf(slot), 0)

/** Where a row of the list stands on screen. */
export const placeOf = (slots: readonly Slot[], index: number): number =>
  slots.reduce((place, slot) => (slot.at < index ? place + heightOf(slot) : place), index)

/** What stands at a place: a row of the list, or the `nth` of those inserted under one. */
export function rowAtPlace(
  slots: readonly Slot[],
  place: number,
): Readonly<{ index: number; slot?: undefined } | { slot: Slot; nth: number }> {
  let above = 0
  for (const slot of slots) {
    const nth = place - slot.at - above - 1
    if (nth < 0) break
    const height = heightOf(slot)
    if (nth < height) return { slot, nth }
    above += height
  }
  return { index: place - above }
}

/** The row of the list that stands there, or that what stands there belongs to. */
export function indexAtPlace(slots: readonly Slot[], place: number): number {
  const found = rowAtPlace(slots, place)
  return found.slot === undefined ? found.index : found.slot.at
}

export function insertedAt({ id, people, tail }: Slot, nth: number): InsertedRow {
  const contact = people[nth]
  if (contact !== undefined) return { id: `${id} ${contact.id}`, of: id, kind: 'contact', contact }
  return { id: `${id} tail`, of: id, kind: tail ?? 'loading' }
}

export type Wanted = Readonly<{ id: string; page: number; cursor: string | null }>

/** The pages of people that are in view or near it. */
export function wantedPages(
  openings: Openings,
  slots: readonly Slot[],
  { first, last }: InView,
): readonly Wanted[] {
  return slots.flatMap((slot) => {
    const opening = openings.get(slot.id)
    const top = slot.at + slot.above + 1
    if (opening === undefined || last < top - 1 || first > top + heightOf(slot)) return []
    const { chain, shown } = opening
    const pages = slot.people.length === 0 ? [0] : pagesOf(chain, Math.max(0, first - top), last - top)
    return pages
      .filter((page) => page < shown)
      .map((page) => ({ id: slot.id, page, cursor: chain.links[page]?.cursor ?? null }))
  })
}

function tailOf({ chain, shown }: Opening, hasFailed: boolean): Tail | null {
  const read = chain.links.filter(({ page }) => page !== null).length
  const isEnd = chain.links.at(-1)?.page?.nextCursor === null
  if (!isEnd && read < shown) return hasFailed ? 'failed' : 'loading'
  if (!isEnd) return 'more'
  return loadedRows(chain).length === 0 ? 'empty' : null
}
