// A page of customers, how many there are, and which: the three see the same customers.
import type { Reader } from '../../../db/client.ts'
import { badRequest } from '../../../kernel/problem.ts'
import { isCustomerField } from '../customer.fields.ts'
import { matchOf } from '../search/search.match.ts'
import { searchPage } from '../search/search.page.ts'
import { termsOf } from '../search/search.terms.rules.ts'
import { countEverybody } from './list.everybody.ts'
import { type Filter, filterOf } from './list.filter.rules.ts'
import { pageOf, readPage } from './list.items.ts'
import {
  estimateMatches,
  type ListRows,
  MOST_COUNTED,
  pageAt,
  pageBefore,
  type Shown,
} from './list.places.ts'
import { type Asker, type Resolved, resolveFilter } from './list.resolve.ts'
import { matching, pageOfIds, type Walk } from './list.rows.ts'
import type { CustomerFilterQuery, CustomerListQuery } from './list.schemas.ts'
import { cursorOf, positionOf, sortOf } from './list.sorts.ts'
import { type Params, params, run } from './params.ts'

const LIMIT = 50

/** The page as JSON text. */
export async function listCustomers(reader: Reader, asker: Asker, query: CustomerListQuery): Promise<string> {
  const filter = filterOf(query, asker.merchant.timeZone)
  const fields = fieldsOf(query.fields)
  const limit = query.limit ?? LIMIT
  const terms = filter.q === null ? null : termsOf(filter.q, asker.merchant.country)
  refuseTwoPlaces(query, terms !== null && query.sort === undefined)
  if (terms !== null && query.sort === undefined) {
    const resolved = await resolveFilter(reader, asker, filter)
    return searchPage(reader, asker, { terms, resolved, fields, limit, cursor: query.cursor ?? null })
  }
  const sort = sortOf(query.sort ?? 'name')
  const position = query.cursor === undefined ? null : positionOf(query.cursor, sort)
  const { resolved } = await matchesOf(reader, asker, filter)
  if (resolved.nothing) return pageOf('[]', { nextCursor: null })
  if (query.at !== undefined || query.before !== undefined)
    return placedPage(reader, asker, query, { resolved, sort, fields, limit })
  const p = params()
  p(asker.scope.merchantId, 'uuid')
  const ids = pageOfIds({ resolved, sort, position, limit: limit + 1 }, p)
  const page = await readPage(reader, asker, { ids, hasShown: sort.over === 's', limit, fields }, p)
  const next = page.id === null ? null : cursorOf({ key: page.key, id: page.id }, sort)
  return pageOf(page.items, { nextCursor: next })
}

async function placedPage(
  reader: Reader,
  asker: Asker,
  query: CustomerListQuery,
  { resolved, sort, ...shown }: ListRows & Shown,
): Promise<string> {
  const { at, before } = query
  const list = { resolved, sort }
  if (at === undefined) {
    const position = before === undefined ? null : positionOf(before, sort)
    return pageBefore(reader, asker, list, { ...shown, before: position })
  }
  const count = async () => {
    const matches = await countMatches(reader, asker, query)
    return matches.capped ? null : matches.count
  }
  const page = await pageAt(reader, asker, list, { ...shown, at, count })
  return page ?? refuse('at', 'cannot be told of this filter in so long a list')
}

function refuseTwoPlaces(query: CustomerListQuery, isByRelevance: boolean): void {
  const places = (['cursor', 'before', 'at'] as const).filter((name) => query[name] !== undefined)
  if (places.length > 1) refuse(places[1] ?? 'at', `does not go together with ${places[0]}`)
  if (isByRelevance && places[0] !== undefined && places[0] !== 'cursor')
    refuse(places[0], 'needs a sort: by relevance a list is read from the top')
}

function refuse(path: string, message: string): never {
  throw badRequest('query.invalid', `${path} ${message}`, [{ path, code: 'query.invalid', message }])
}

/** Beyond what is counted, about how many, where that can be said. */
export async function countCustomers(
  reader: Reader,
  asker: Asker,
  query: CustomerFilterQuery,
): Promise<{ count: number; capped: boolean; estimate?: number }> {
  const { matches, count, capped } = await countMatches(reader, asker, query)
  if (!capped) return { count, capped }
  const estimate =
    (await countEverybody(reader, asker, query)) ??
    (await estimateMatches(reader, asker.scope.merchantId, matches.resolved))
  return { count, capped, ...(estimate !== null && { estimate: Math.max(estimate, MOST_COUNTED + 1) }) }
}

async function countMatches(reader: Reader, asker: Asker, query: CustomerFilterQuery) {
  const matches = await matchesOf(reader, asker, filterOf(query, asker.merchant.timeZone))
  if (matches.resolved.nothing) return { matches, count: 0, capped: false }
  const p = params()
  p(asker.scope.merchantId, 'uuid')
  const ids = idsOfMatches(matches, p)
  const text = `select count(*)::int as count from (${ids} limit ${MOST_COUNTED + 1}) x`
  const [row] = await run<{ count: number }>(reader, text, p)
  const count = row?.count ?? 0
  return { matches, count: Math.min(count, MOST_COUNTED), capped: count > MOST_COUNTED }
}

/**
 * SQL of `customer_id` of everybody that the filter matches, in no order, with its parameters in `p` (which must be new);
 * null when nobody can. For a bulk action: `insert … select … from (${sql}) matched`.
 */
export async function matchingCustomers(
  reader: Reader,
  asker: Asker,
  filter: Filter,
  p: Params,
): Promise<string | null> {
  p(asker.scope.merchantId, 'uuid')
  const matches = await matchesOf(reader, asker, filter)
  return matches.resolved.nothing ? null : idsOfMatches(matches, p)
}

function idsOfMatches({ resolved, fence }: Matches, p: Params): string {
  // Whatever has no lead is read along the alphabet: to count, the planner would rather read the table whole. One row after
  // the other of a link, in whatever order: a count need not collect them all.
  const link = resolved.link === null ? null : { ...resolved.link, ordered: true }
  const lead = resolved.lead ?? (fence === undefined ? link : null)
  const along = fence ?? (lead === null ? {} : undefined)
  const { from, where } = matching({ ...resolved, lead }, { over: 's', ...(along && { fence: along }) }, p)
  return `select s.customer_id from ${from} where ${where.join(' and ')}`
}

type Matches = { readonly resolved: Resolved; readonly fence?: Walk['fence'] }

/** The filter, with what is searched for as one of its tests. */
async function matchesOf(reader: Reader, asker: Asker, filter: Filter): Promise<Matches> {
  const resolved = await resolveFilter(reader, asker, filter)
  const terms = filter.q === null ? null : termsOf(filter.q, asker.merchant.country)
  if (terms === null || resolved.nothing) return { resolved }
  const match = await matchOf(reader, asker.scope.merchantId, resolved, terms)
  const tests = match.lead === null ? [...resolved.tests, match.test] : resolved.tests
  return {
    resolved: { ...resolved, tests, lead: match.lead ?? resolved.lead },
    ...(match.fence && { fence: match.fence }),
  }
}

/** Null when it is left to us which. */
export function fieldsOf(text: string | undefined): readonly string[] | null {
  if (text === undefined) return null
  const fields = text
    .split(',')
    .map((field) => field.trim())
    .filter(Boolean)
  const unknown = fields.find((field) => !isCustomerField(field))
  if (unknown === undefined) return fields
  const message = `"${unknown}" is not a field of a customer`
  throw badRequest('query.invalid', `fields: ${message}`, [
    { path: 'fields', code: 'field.unknown', message },
  ])
}
