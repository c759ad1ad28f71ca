/**
 * What the first look finds where names do not fill the page: words of emails, or in the middle of names. So that most of
 * these, too, are answered by one statement, it looks on by itself where the sample says that this takes a millisecond.
 */
import { matching } from '../list/list.rows.ts'
import type { Params } from '../list/params.ts'
import { isNearPossible, wordsTest } from './search.conditions.ts'
import { type Search, STAGES } from './search.hits.ts'

/** Which way it went: along the alphabet, by the trigram index, or neither. */
export type Way = 'common' | 'rare' | null

/** So many names of the alphabet are read in half a millisecond. */
const A_FEW_NAMES = 3000
/** How much more often than needed a word must occur in the sample to be looked for among these. */
const ABUNDANT = 1.3
/** Of so many in the sample the trigram index finds all in a millisecond: some five hundred. */
const RARE = 1

/** SQL of the way, over `one` (large, sample, is_full) and `exact`. */
export const wayOf = (limit: number): string => `case
    when is_full or not large or exists (select from exact) then null
    when sample[2] * ${A_FEW_NAMES} >= sample[1] * ${Math.ceil(ABUNDANT * limit)} then 'common'
    when sample[3] <= ${RARE} then 'rare' end`

/** SQL of the hits by either way; that of the other is not begun. */
export function wordsOf({ resolved, terms, limit }: Search, p: Params): string {
  const common = matching(
    resolved,
    { over: 's', fence: { limit: A_FEW_NAMES }, tests: [wordsTest(terms, 'begins')] },
    p,
  )
  const rare = matching(resolved, { over: 's', tests: [wordsTest(terms, 'contains')] }, p)
  const goes = (way: Way) => `(select way from way) = '${way}'`
  return `(select ${STAGES.begins} as stage, s.sort_name as key, s.customer_id as id from ${common.from}
      where ${[goes('common'), ...common.where].join(' and ')} order by s.sort_name, s.customer_id limit ${limit})
    union all
    (select stage, key, id from (
       select case when ${wordsTest(terms, 'begins').sql(p)} then ${STAGES.begins} else ${STAGES.contains} end as stage,
              s.sort_name as key, s.customer_id as id
         from ${rare.from} where ${[goes('rare'), ...rare.where].join(' and ')} offset 0) x
      order by stage, key, id limit ${limit})`
}

/** SQL: `words` is all of the page, since nobody else can follow. */
export const isWhole = ({ terms, limit }: Search): string =>
  `((select count(*) from words) >= ${limit}${isNearPossible(terms) ? '' : ` or (select way from way) = 'rare'`})`
