// Words anywhere: first those that begin with what was typed, then those that hold it within.
import { matching } from '../list/list.rows.ts'
import { type Params, params, run } from '../list/params.ts'
import { wordsTest } from './search.conditions.ts'
import { afterHit, type Hit, notAmong, type Search, STAGES } from './search.hits.ts'
import { beginsWith } from './search.opening.ts'
import { alphabetBudget, type Estimate, estimate, isSmall } from './search.ways.ts'

export type WordRequest = {
  /** Null: from the first stage on. */
  readonly start: Hit | null
  readonly exact: readonly string[]
  readonly isTiered: boolean
  readonly need: number
  /** Null: not estimated yet. */
  readonly odds: Estimate | null
}

export async function wordHits(search: Search, request: WordRequest): Promise<Hit[]> {
  const { reader, merchantId, resolved, terms } = search
  if (resolved.lead !== null) return collect(search, request, {})
  const odds = request.odds ?? (await estimate(reader, merchantId, resolved, terms))
  if (isSmall(odds)) return collect(search, request, { fence: {} })
  if (alphabetBudget(odds.size, odds.contains, request.need) === null) return collect(search, request, {})
  return byAlphabet(search, request, odds)
}

type Stages = { readonly begins: number; readonly contains: number }

const stagesOf = ({ isTiered }: WordRequest): Stages =>
  isTiered
    ? { begins: STAGES.otherBeginnings, contains: STAGES.otherContaining }
    : { begins: STAGES.begins, contains: STAGES.contains }

/** So common that collecting all would take longer: one stage after the other, read along the alphabet while that pays. */
async function byAlphabet(search: Search, request: WordRequest, odds: Estimate): Promise<Hit[]> {
  const { begins, contains } = stagesOf(request)
  const hits: Hit[] = []
  if (request.start === null || request.start.stage <= begins) {
    hits.push(
      ...(await oneStage(search, request, { stage: begins, part: 'begins', chance: odds.begins, odds })),
    )
  }
  const need = request.need - hits.length
  if (need <= 0) return hits
  const start = request.start?.stage === contains ? request.start : null
  const rest = { ...request, start, need }
  const within = {
    stage: contains,
    part: 'contains',
    chance: Math.max(odds.contains - odds.begins, 0.1 / odds.size),
    odds,
  } as const
  return [...hits, ...(await oneStage(search, rest, within))]
}

type OneStage = {
  readonly stage: number
  readonly part: 'begins' | 'contains'
  readonly chance: number
  readonly odds: Estimate
}

async function oneStage(
  search: Search,
  request: WordRequest,
  { stage, part, chance, odds }: OneStage,
): Promise<Hit[]> {
  const budget = alphabetBudget(odds.size, chance, request.need)
  if (budget !== null) {
    const hits = await walk(search, request, { stage, part, budget })
    if (hits.length >= request.need) return hits
  }
  return collect(search, request, { only: { stage, part } })
}

async function walk(
  search: Search,
  request: WordRequest,
  { stage, part, budget }: { stage: number; part: OneStage['part']; budget: number },
): Promise<Hit[]> {
  const p = params()
  p(search.merchantId, 'uuid')
  const place =
    request.start?.stage === stage ? afterHit('s.sort_name', 's.customer_id', request.start, p)[0] : undefined
  const fence = { limit: budget, ...(place !== undefined && { after: place }) }
  const { from, where } = matching(
    search.resolved,
    { over: 's', fence, tests: [wordsTest(search.terms, part)] },
    p,
  )
  const conditions = [...where, ...others(search, request, part, p)]
  return run<Hit>(
    search.reader,
    `select ${stage} as stage, s.sort_name as key, s.customer_id as id from ${from}
      where ${conditions.join(' and ')} order by s.sort_name, s.customer_id limit ${search.limit}`,
    p,
  )
}

/** All that match, sorted: by the trigram index, by a leading filter, or of a small merchant. */
async function collect(
  search: Search,
  request: WordRequest,
  { only, fence }: { only?: Pick<OneStage, 'stage' | 'part'>; fence?: object },
): Promise<Hit[]> {
  const p = params()
  p(search.merchantId, 'uuid')
  const part = only?.part ?? 'contains'
  const { begins, contains } = stagesOf(request)
  const { from, where } = matching(
    search.resolved,
    { over: 's', tests: [wordsTest(search.terms, part)], ...(fence && { fence }) },
    p,
  )
  const stage = only
    ? `${only.stage}`
    : `case when ${wordsTest(search.terms, 'begins').sql(p)} then ${begins} else ${contains} end`
  const conditions = [...where, ...others(search, request, only === undefined ? 'begins' : part, p)]
  const { start } = request
  const place =
    start === null
      ? ''
      : `where (stage, key, id) > (${p(start.stage, 'int')}, ${p(start.key, 'text')}, ${p(start.id, 'uuid')})`
  return run<Hit>(
    search.reader,
    `select stage, key, id from (
       select ${stage} as stage, s.sort_name as key, s.customer_id as id from ${from} where ${conditions.join(' and ')} offset 0) x
      ${place} order by stage, key, id limit ${search.limit}`,
    p,
  )
}

/** Leaves out what stands in another stage. */
function others(
  { terms }: Search,
  { exact, isTiered }: WordRequest,
  part: OneStage['part'],
  p: Params,
): string[] {
  const named = (column: string) => `(${beginsWith(terms, column).sql(p)}) is not true`
  return [
    ...notAmong(exact, p),
    ...(isTiered && terms.prefix !== null ? [named('s.sort_name'), named('s.alt_name')] : []),
    ...(part === 'contains' ? [`not ${wordsTest(terms, 'begins').sql(p)}`] : []),
  ]
}
