/**
 * Which way leads to the customers that a word matches: reading all of a small merchant, the trigram index for rare words,
 * the alphabet for common ones, or the few that another filter leaves. The planner's own guess comes from a hundred
 * histogram entries and was wrong by up to 60 times, so a sample of one row in 512 is asked first (0.5 ms).
 */
import type { Reader } from '../../../db/client.ts'
import type { Resolved } from '../list/list.resolve.ts'
import { type Params, params, run } from '../list/params.ts'
import { wordsTest } from './search.conditions.ts'
import { ONE_IN, sampled } from './search.sample.ts'
import type { Terms } from './search.terms.rules.ts'

export type Estimate = {
  /** Customers of the merchant. */
  readonly size: number
  /** Of one customer: the chance to match. */
  readonly begins: number
  readonly contains: number
}

/** A merchant below this is read whole in a few milliseconds. */
const SMALL = 20_000

export const isSmall = ({ size }: Pick<Estimate, 'size'>) => size < SMALL

/** Whether the merchant has so many customers that the sample says something. */
export const isLargeSql = `(select count(*) from (select 1 from search_customers s where s.merchant_id = $1 and ${sampled}
  limit ${SMALL / ONE_IN + 1}) x) > ${SMALL / ONE_IN}`

export async function estimate(
  reader: Reader,
  merchantId: string,
  resolved: Resolved,
  terms: Terms,
): Promise<Estimate> {
  const p = params()
  p(merchantId, 'uuid')
  const [row] = await run<{ sample: Sample }>(
    reader,
    `select (${sampleSql(resolved, terms, p)}) as sample`,
    p,
  )
  return estimateOf(row?.sample ?? [0, 0, 0])
}

/** Of the sample: how many there are, have a word that begins so, hold it anywhere. */
export type Sample = readonly [size: number, begins: number, contains: number]

/** SQL of a Sample. `$1` is the merchant. */
export function sampleSql({ tests }: Resolved, terms: Terms, p: Params): string {
  const filters = tests
    .filter((test) => test.over === 's' && test.inSample !== false)
    .map((test) => ` and ${test.sql(p)}`)
  const contains = `${wordsTest(terms, 'contains').sql(p)}${filters.join('')}`
  // What begins a word also stands in one: only those few are looked at again.
  const hit = `case when not (${contains}) then 0 when ${wordsTest(terms, 'begins').sql(p)} then 2 else 1 end`
  return `select array[count(*)::int, count(*) filter (where hit = 2)::int, count(*) filter (where hit > 0)::int]
    from (select ${hit} as hit from search_customers s where s.merchant_id = $1 and ${sampled} offset 0) x`
}

export function estimateOf([size, begins, contains]: Sample): Estimate {
  // None in the sample may still be some: half a row.
  const chance = (hits: number) => Math.max(hits, 0.5) / Math.max(size, 1)
  return { size: size * ONE_IN, begins: chance(begins), contains: chance(contains) }
}

/**
 * How many rows of the alphabet to read in the hope of `need` hits; null when the index is quicker. Reading costs 0.2 µs
 * a row and the index 0.8 µs a hit, and hits stand together in the alphabet, so that it may end without them.
 */
export function alphabetBudget(size: number, chance: number, need: number): number | null {
  const budget = 4 * chance * size
  return (1.5 * need) / chance < budget ? Math.ceil(budget) : null
}

/** Read along an index of one row in 512. */
export async function estimateSize(reader: Reader, merchantId: string): Promise<number> {
  const p = params()
  p(merchantId, 'uuid')
  const [row] = await run<{ size: number }>(
    reader,
    `select count(*)::int as size from search_customers s where s.merchant_id = $1 and ${sampled}`,
    p,
  )
  return (row?.size ?? 0) * ONE_IN
}
