/**
 * A page of hits in order of relevance: exact number, email, phone; a word begins with what was typed; contains it; near
 * misses; each by name. Of a large merchant whose names fill the page with their beginnings, those by family name come
 * first, then those by first name, then the rest: they are read off two indexes, where collecting and sorting all
 * would take a hundred times as long. The cursor's stage says which of the two orders it belongs to.
 */
import type { Reader } from '../../../db/client.ts'
import { decodeCursor, encodeCursor } from '../../../kernel/cursor.ts'
import { isId } from '../../../kernel/ids.ts'
import { type Items, itemsOf, pageOf, readPage } from '../list/list.items.ts'
import type { Asker, Resolved } from '../list/list.resolve.ts'
import { badCursor } from '../list/list.sorts.ts'
import { params } from '../list/params.ts'
import { type Hit, type Search, STAGES } from './search.hits.ts'
import { FEW } from './search.match.ts'
import { nearHits } from './search.near.ts'
import { openingHits } from './search.opening.ts'
import type { Terms } from './search.terms.rules.ts'
import { wordHits } from './search.words.ts'

export type SearchRequest = {
  readonly terms: Terms
  readonly resolved: Resolved
  readonly fields: readonly string[] | null
  readonly limit: number
  readonly cursor: string | null
}

/** The page as JSON text. */
export async function searchPage(reader: Reader, asker: Asker, request: SearchRequest): Promise<string> {
  const { limit, terms, resolved } = request
  const start = request.cursor === null ? null : placeOf(request.cursor)
  if (resolved.nothing) return pageOf('[]', { nextCursor: null })
  const search: Search = { reader, merchantId: asker.scope.merchantId, terms, resolved, limit: limit + 1 }
  const seen = start?.seen ?? 0
  const { hits, items } = await findHits(search, start, { seen, items: itemsOf(request.fields, asker) })
  const shown = hits.slice(0, limit)
  const last = hits.length > limit ? shown.at(-1) : undefined
  const next = last === undefined ? null : cursorOf(last, seen + shown.length)
  return pageOf(items ?? (await readItems(reader, asker, shown, request)), { nextCursor: next })
}

type Found = { readonly hits: Hit[]; readonly items: string | null }

async function findHits(
  search: Search,
  start: Hit | null,
  { seen, items }: { readonly seen: number; readonly items: Items },
): Promise<Found> {
  const need = search.limit
  const opening = await openingHits(search, start, items)
  const { hits, exact } = opening
  if (hits.length >= need || opening.items !== null) return { hits, items: opening.items }
  const from = (stage: number) => (start !== null && start.stage >= stage ? start : null)
  if (!opening.hasWords && (start === null || start.stage < STAGES.nearByName)) {
    const words = {
      start: from(STAGES.otherBeginnings),
      exact,
      isTiered: opening.isTiered,
      need: need - hits.length,
      odds: opening.odds,
    }
    hits.push(...(await wordHits(search, words)))
  }
  const isFew = seen + hits.length <= FEW
  if (hits.length < need && isFew) {
    const near = {
      start: from(STAGES.nearByName),
      exact,
      need: need - hits.length,
      size: opening.odds?.size ?? null,
    }
    hits.push(...(await nearHits(search, near)))
  }
  return { hits, items: null }
}

async function readItems(
  reader: Reader,
  asker: Asker,
  hits: readonly Hit[],
  { limit, fields }: Pick<SearchRequest, 'limit' | 'fields'>,
): Promise<string> {
  if (hits.length === 0) return '[]'
  const p = params()
  p(asker.scope.merchantId, 'uuid')
  const given = p(
    hits.map((hit) => hit.id),
    'uuid[]',
  )
  const ids = `select customer_id, null::text as key from unnest(${given}) with ordinality as given(customer_id, n) order by n`
  return (await readPage(reader, asker, { ids, hasShown: false, limit, fields }, p)).items
}

const TAG = 'customers by relevance'

const cursorOf = ({ stage, key, id }: Hit, seen: number) => encodeCursor([stage, key, id, seen], TAG)

function placeOf(cursor: string): Hit & { readonly seen: number } {
  const [stage, key, id, seen] = decodeCursor(cursor, TAG) ?? []
  const isStage = typeof stage === 'number' && Object.values(STAGES).includes(stage as never)
  if (
    !isStage ||
    typeof key !== 'string' ||
    typeof id !== 'string' ||
    !isId(id) ||
    typeof seen !== 'number'
  ) {
    throw badCursor()
  }
  return { stage, key, id, seen }
}
