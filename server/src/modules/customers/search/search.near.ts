// Near misses: whoever bears a word at one letter's distance from one that was typed.
import { prefixEnd } from '../../../kernel/search-text.ts'
import { matching } from '../list/list.rows.ts'
import { type Params, params, run } from '../list/params.ts'
import { type NearTerms, nearTerms, wordsTest } from './search.conditions.ts'
import { afterHit, type Hit, notAmong, type Search, STAGES } from './search.hits.ts'
import { estimateSize, isSmall } from './search.ways.ts'

export type NearRequest = {
  readonly start: Hit | null
  readonly exact: readonly string[]
  readonly need: number
  /** Customers of the merchant, where that is known already. */
  readonly size: number | null
}

export async function nearHits(search: Search, request: NearRequest): Promise<Hit[]> {
  const { reader, merchantId, terms, resolved } = search
  const near = await nearTerms(reader, merchantId, terms)
  if (near === null) return []
  const { start, need } = request
  const isLed = resolved.lead !== null
  const small = !isLed && isSmall({ size: request.size ?? (await estimateSize(reader, merchantId)) })
  const canTier = !small && !isLed && near.candidates.length > 0
  const fence = small ? { fence: {} } : {}
  const everyone = () => theRest(search, { ...request, start, near, stage: STAGES.near, tiers: [], ...fence })
  if (!canTier || start?.stage === STAGES.near) return everyone()
  const hits = await tiers(search, near.candidates, request)
  if (start === null && hits.length < need) return everyone()
  if (hits.length >= need) return hits
  const after = start?.stage === STAGES.otherNear ? start : null
  const rest = {
    ...request,
    start: after,
    near,
    stage: STAGES.otherNear,
    tiers: near.candidates,
  }
  return [...hits, ...(await theRest(search, rest))]
}

/** Names that begin with one of the words, as whole words: a space is the least character that can follow. */
const rangeOf = (word: string, column: string, p: Params) =>
  `${column} >= ${p(word, 'text')} and ${column} < ${p(prefixEnd(`${word} `), 'text')}`

/** Read off the two indexes of names, as many as there are words. */
async function tiers(
  search: Search,
  words: readonly string[],
  { start, exact }: NearRequest,
): Promise<Hit[]> {
  if (start?.stage === STAGES.otherNear) return []
  const p = params()
  p(search.merchantId, 'uuid')
  const { from, where } = matching(search.resolved, { over: 's' }, p)
  const notContaining = `not ${wordsTest(search.terms, 'contains').sql(p)}`
  const branch = (stage: number, column: string, more: (p: Params) => string[]) => {
    const place = start?.stage === stage ? start : null
    const ranges = words.map((word) => {
      const conditions = [
        ...where,
        rangeOf(word, column, p),
        notContaining,
        ...more(p),
        ...notAmong(exact, p),
      ]
      return `(select ${stage} as stage, ${column} as key, s.customer_id as id from ${from}
        where ${[...conditions, ...afterHit(column, 's.customer_id', place, p)].join(' and ')}
        order by ${column}, s.customer_id limit ${search.limit})`
    })
    return `(select * from (${ranges.join(' union all ')}) x order by key, id limit ${search.limit})`
  }
  const byOtherName = branch(STAGES.nearByOtherName, 's.alt_name', (p) => [
    `not (${words.map((word) => rangeOf(word, 's.sort_name', p)).join(' or ')})`,
  ])
  const byName =
    start?.stage === STAGES.nearByOtherName ? [] : [branch(STAGES.nearByName, 's.sort_name', () => [])]
  const text = `select * from (${[...byName, byOtherName].join(' union all ')}) x order by stage, key, id limit ${search.limit}`
  return run<Hit>(search.reader, text, p)
}

type Rest = NearRequest & {
  readonly near: NearTerms
  readonly stage: number
  readonly tiers: readonly string[]
  readonly fence?: object
}

async function theRest(
  search: Search,
  { near, stage, tiers: words, start, exact, fence }: Rest,
): Promise<Hit[]> {
  const p = params()
  p(search.merchantId, 'uuid')
  const { from, where } = matching(
    search.resolved,
    { over: 's', tests: [near.test], ...(fence && { fence }) },
    p,
  )
  const outside = (column: string) => words.map((word) => `(${rangeOf(word, column, p)}) is not true`)
  const conditions = [
    ...where,
    `not ${wordsTest(search.terms, 'contains').sql(p)}`,
    ...outside('s.sort_name'),
    ...(words.length > 0 ? outside('s.alt_name') : []),
    ...notAmong(exact, p),
  ]
  const place = afterHit('key', 'id', start, p).map((after) => `where ${after}`)
  return run<Hit>(
    search.reader,
    `select ${stage} as stage, key, id from (
       select s.sort_name as key, s.customer_id as id from ${from} where ${conditions.join(' and ')} offset 0) x
      ${place.join('')} order by key, id limit ${search.limit}`,
    p,
  )
}
