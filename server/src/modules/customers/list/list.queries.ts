// A page of customers, how many there are, and which: the three see the same customers.
import type { Reader } from '../../../db/client.ts'
import { badRequest } from '../../../kernel/problem.ts'
import { isCustomerField } from '../customer.fields.ts'
import { matchOf } from '../search/search.match.ts'
import { searchPage } from '../search/search.page.ts'
import { termsOf } from '../search/search.terms.rules.ts'
import { type Filter, filterOf } from './list.filter.rules.ts'
import { pageText, readPage } from './list.items.ts'
import { type Asker, type Resolved, resolveFilter } from './list.resolve.ts'
import { matching, pageOfIds, type Walk } from './list.rows.ts'
import type { CustomerFilterQuery, CustomerListQuery } from './list.schemas.ts'
import { cursorOf, positionOf, sortOf } from './list.sorts.ts'
import { type Params, params, run } from './params.ts'

const LIMIT = 50
const MOST_COUNTED = 10_000

/** The page as JSON text. */
export async function listCustomers(reader: Reader, asker: Asker, query: CustomerListQuery): Promise<string> {
  const filter = filterOf(query, asker.merchant.timeZone)
  const fields = fieldsOf(query.fields)
  const limit = query.limit ?? LIMIT
  const terms = filter.q === null ? null : termsOf(filter.q, asker.merchant.country)
  if (terms !== null && query.sort === undefined) {
    const resolved = await resolveFilter(reader, asker, filter)
    return searchPage(reader, asker, { terms, resolved, fields, limit, cursor: query.cursor ?? null })
  }
  const sort = sortOf(query.sort ?? 'name')
  const position = query.cursor === undefined ? null : positionOf(query.cursor, sort)
  const { resolved } = await matchesOf(reader, asker, filter)
  if (resolved.nothing) return pageText('[]', null)
  const p = params()
  p(asker.scope.merchantId, 'uuid')
  const ids = pageOfIds({ resolved, sort, position, limit: limit + 1 }, p)
  const page = await readPage(reader, asker, { ids, hasShown: sort.over === 's', limit, fields }, p)
  return pageText(page.items, page.id === null ? null : cursorOf({ key: page.key, id: page.id }, sort))
}

export async function countCustomers(
  reader: Reader,
  asker: Asker,
  query: CustomerFilterQuery,
): Promise<{ count: number; capped: boolean }> {
  const p = params()
  const ids = await matchingCustomers(reader, asker, filterOf(query, asker.merchant.timeZone), p)
  if (ids === null) return { count: 0, capped: false }
  const text = `select count(*)::int as count from (${ids} limit ${MOST_COUNTED + 1}) x`
  const [row] = await run<{ count: number }>(reader, text, p)
  const count = row?.count ?? 0
  return { count: Math.min(count, MOST_COUNTED), capped: count > MOST_COUNTED }
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
  const { resolved, fence } = await matchesOf(reader, asker, filter)
  if (resolved.nothing) return null
  // Whatever has no lead is read along the alphabet: to count, the planner would rather read the table whole.
  const lead = resolved.lead ?? (fence === undefined ? resolved.link : null)
  const along = fence ?? (lead === null ? {} : undefined)
  const { from, where } = matching({ ...resolved, lead }, { over: 's', ...(along && { fence: along }) }, p)
  return `select s.customer_id from ${from} where ${where.join(' and ')}`
}

/** The filter, with what is searched for as one of its tests. */
async function matchesOf(
  reader: Reader,
  asker: Asker,
  filter: Filter,
): Promise<{ resolved: Resolved; fence?: Walk['fence'] }> {
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

function fieldsOf(text: string | undefined): readonly string[] | null {
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
