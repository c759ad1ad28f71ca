// The customers that a search matches, whatever their rank: for counts, bulk actions and orders other than relevance.
import type { Reader } from '../../../db/client.ts'
import type { Lead, Resolved, Test } from '../list/list.resolve.ts'
import { matching, type Walk } from '../list/list.rows.ts'
import { params, run } from '../list/params.ts'
import { allOf, anyOf, nearTerms, wordsTest } from './search.conditions.ts'
import type { Terms } from './search.terms.rules.ts'
import { alphabetBudget, estimate, isSmall } from './search.ways.ts'

/** Near misses belong to the answer when no more than these are found otherwise: a page. */
export const FEW = 50

export type Match = {
  readonly test: Test
  /** Collects those that match by the trigram index: then `test` need not be made again. */
  readonly lead: Lead | null
  /** For reading search rows in no order: so common a word, or so small a merchant, that the index would not pay. */
  readonly fence?: Walk['fence']
}

export async function matchOf(
  reader: Reader,
  merchantId: string,
  resolved: Resolved,
  terms: Terms,
): Promise<Match> {
  const whole = { reader, merchantId, resolved, terms }
  if (resolved.lead !== null) return { test: await testOf(whole, resolved, {}), lead: null }
  const odds = await estimate(reader, merchantId, resolved, terms)
  if (isSmall(odds)) return { test: await testOf(whole, resolved, { fence: {} }), lead: null, fence: {} }
  if (alphabetBudget(odds.size, odds.contains, FEW) !== null) {
    return { test: wordsTest(terms, 'contains'), lead: null, fence: {} }
  }
  const contains = wordsTest(terms, 'contains')
  const test = await testOf(whole, { ...resolved, lead: byIndex(contains) }, {})
  return { test, lead: byIndex(test) }
}

type Whole = {
  readonly reader: Reader
  readonly merchantId: string
  readonly resolved: Resolved
  readonly terms: Terms
}

/** Words anywhere; near misses too when few are found. */
async function testOf(
  { reader, merchantId, terms }: Whole,
  resolved: Resolved,
  walk: Pick<Walk, 'fence'>,
): Promise<Test> {
  const contains = wordsTest(terms, 'contains')
  const p = params()
  p(merchantId, 'uuid')
  const { from, where } = matching(resolved, { over: 's', tests: [contains], ...walk }, p)
  const found = await run(reader, `select 1 from ${from} where ${where.join(' and ')} limit ${FEW + 1}`, p)
  const near = found.length > FEW ? null : await nearTerms(reader, merchantId, terms)
  return near === null ? contains : { over: 's', sql: (p) => anyOf([contains.sql(p), near.test.sql(p)]) }
}

/** Whom the trigram index finds. */
const byIndex = (test: Test): Lead => ({
  ordered: false,
  sql: (p) =>
    `select s.customer_id from search_customers s where ${allOf(['s.merchant_id = $1', test.sql(p)])}`,
})
