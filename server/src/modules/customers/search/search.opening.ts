/**
 * The first look, one statement: identifiers typed whole, and names that begin with what was typed. Mostly these fill the
 * page, which then comes with them; or words do that are common enough, or rare enough, to be found at once.
 */
import { type Items, shownOf } from '../list/list.items.ts'
import type { Test } from '../list/list.resolve.ts'
import { matching } from '../list/list.rows.ts'
import { type Params, params, run } from '../list/params.ts'
import { isWhole, type Way, wayOf, wordsOf } from './search.at-once.ts'
import { afterHit, type Hit, type Search, STAGES } from './search.hits.ts'
import { type Estimate, estimateOf, isLargeSql, type Sample, sampleSql } from './search.ways.ts'

export type Opening = {
  readonly hits: Hit[]
  /** Whoever has the number, email or phone; they stand first and nowhere else. */
  readonly exact: readonly string[]
  /** By name, by other name, the rest; else all that begin so together. */
  readonly isTiered: boolean
  /** When they do not fill the page: what the sample says of the rest. */
  readonly odds: Estimate | null
  /** Whether words were looked for as well: then `hits` are all that have one. */
  readonly hasWords: boolean
  /** The page's items, when `hits` are all of it. */
  readonly items: string | null
}

/** A phone of a big office may have many. */
const MOST_EXACT = 200

type Found = readonly (readonly [stage: number, key: string, id: string])[]

type Row = {
  readonly found: Found | null
  readonly large: boolean
  readonly sample: Sample | null
  readonly way?: Way
  readonly words?: Found | null
  readonly whole?: boolean
  /** Of the page, when the hits are all of it. */
  readonly texts?: string | null
  readonly fingerprint?: string | null
}

export async function openingHits(search: Search, start: Hit | null, items: Items): Promise<Opening> {
  const { terms, resolved, reader, limit } = search
  const inNames = start === null || start.stage <= STAGES.byOtherName
  const isLed = resolved.lead !== null
  const p = params()
  p(search.merchantId, 'uuid')
  const branches = inNames && terms.prefix !== null && !isLed ? nameBranches(search, start, p) : []
  const parts = {
    exact: exactIds(search, p),
    branches,
    sample: isLed ? null : sampleSql(resolved, terms, p),
    items: start === null && branches.length > 0 ? items : null,
  }
  const [row] = await run<Row>(reader, statement(parts, search, p), p)
  const { found, large, sample, way = null, words = null, whole = false } = row as Row
  const write = () => items.write(reader, row?.texts?.split(ROW_END) ?? [], row?.fingerprint ?? null)
  if (whole || way === 'rare')
    return {
      hits: hitsOf(words).sort(inOrder),
      exact: [],
      isTiered: false,
      odds: sample === null ? null : estimateOf(sample),
      hasWords: true,
      items: whole ? await write() : null,
    }
  const all = hitsOf(found)
  const exact = all.filter((hit) => hit.stage === STAGES.exact)
  const hits = all.filter((hit) => start === null || isAfter(hit, start)).sort(inOrder)
  const tiers = start === null || start.stage === STAGES.exact
  const isTiered = tiers ? large && hits.length >= limit : start.stage < STAGES.begins
  return {
    hits: isTiered ? hits : hits.filter((hit) => hit.stage === STAGES.exact),
    exact: exact.map((hit) => hit.id),
    isTiered,
    odds: sample === null ? null : estimateOf(sample),
    hasWords: false,
    items: parts.items !== null && isTiered ? await write() : null,
  }
}

const hitsOf = (found: Found | null): Hit[] => (found ?? []).map(([stage, key, id]) => ({ stage, key, id }))

const inOrder = (a: Hit, b: Hit) =>
  a.stage - b.stage ||
  Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)) ||
  Buffer.compare(Buffer.from(a.id), Buffer.from(b.id))
const isAfter = (hit: Hit, start: Hit) => inOrder(hit, start) > 0

type Parts = {
  readonly exact: string
  readonly branches: readonly string[]
  readonly sample: string | null
  /** Null where they will not be all of the page. */
  readonly items: Items | null
}

/** The sample, which takes longer than all the rest, is looked at only where it will be needed; items only of a full page. */
function statement({ exact, branches, sample, items }: Parts, search: Search, p: Params): string {
  const { limit } = search
  const parts = ['select stage, key, id from exact', ...branches]
  const isFull = `(select count(*) from found) >= ${limit}`
  const odds = sample === null ? 'null' : `case when not ${isFull} then (${sample}) end`
  const large = branches.length > 0 ? isLargeSql : 'false'
  const page = items === null ? null : wholePage(items, search, p)
  return `with exact as materialized (${exact}),
      found as materialized (${parts.map((part) => `(${part})`).join(' union all ')}),
      one as materialized (select ${large} as large, ${odds} as sample, ${isFull} as is_full)
      ${page === null ? '' : `, ${page.with}`}
    select (select ${hitsSql} from found) as found, one.large, one.sample
           ${page === null ? '' : ', page.*'}
      from one ${page === null ? '' : page.from}`
}

const hitsSql = 'json_agg(json_build_array(stage, key, id))'

/** In JSON and in numbers it never stands. */
const ROW_END = '\u001e'

/** The page from its first row on, where one look tells all of it. */
function wholePage({ row, joins, fingerprint }: Items, search: Search, p: Params) {
  const { limit } = search
  return {
    with: `way as materialized (select ${wayOf(limit)} as way from one),
      words as materialized (${wordsOf(search, p)}),
      hit as (select * from found where (select is_full and large from one)
        union all select * from words where ${isWhole(search)})`,
    from: `cross join lateral (
     select (select way from way) as way, (select ${hitsSql} from words) as words,
            (select way from way) is not null and ${isWhole(search)} as whole,
            string_agg(${row(p)}, chr(${ROW_END.charCodeAt(0)}) order by p.n) as texts,
            case when count(*) > 0 then ${fingerprint} end as fingerprint
       from (select hit.n, f.customer_id, ${shownOf('f')}
               from (select id, row_number() over (order by stage, key, id) as n from hit) hit
               join lateral (select * from search_customers f where f.merchant_id = $1 and f.customer_id = hit.id offset 0) f on true
              where hit.n < ${limit}) p
     ${joins}) page`,
  }
}

/** Number before email before phone; of the same kind by name. */
function exactIds({ terms, resolved }: Search, p: Params): string {
  const { code, email, phones } = terms.exact
  const kinds = [
    `k.kind in ('number', 'external') and k.value = ${p(code, 'text')}`,
    ...(email === null ? [] : [`k.kind = 'email' and k.value = ${p(email, 'text')}`]),
    ...(phones.length === 0 ? [] : [`k.kind = 'phone' and k.value = any(${p(phones, 'text[]')})`]),
  ]
  const keys = kinds.map(
    (kind) => `select k.customer_id, k.kind from customer_keys k where k.merchant_id = $1 and ${kind}`,
  )
  const { where } = matching({ ...resolved, lead: null }, { over: 's' }, p)
  return `select ${STAGES.exact} as stage,
       min(case k.kind when 'number' then 'a' when 'external' then 'b' when 'email' then 'c' else 'd' end || s.sort_name) as key,
       s.customer_id as id
     from (${keys.join(' union all ')}) k join search_customers s on s.merchant_id = $1 and s.customer_id = k.customer_id
    where ${where.join(' and ')} group by s.customer_id limit ${MOST_EXACT}`
}

function nameBranches({ terms, resolved, limit }: Search, start: Hit | null, p: Params): string[] {
  const { from, where } = matching(resolved, { over: 's' }, p)
  const branch = (stage: number, column: string, more: readonly string[]) => {
    const place = start?.stage === stage ? start : null
    const conditions = [
      ...where,
      beginsWith(terms, column).sql(p),
      ...more,
      's.customer_id not in (select id from exact)',
      ...afterHit(column, 's.customer_id', place, p),
    ]
    return `select ${stage} as stage, ${column} as key, s.customer_id as id from ${from}
      where ${conditions.join(' and ')} order by ${column}, s.customer_id limit ${limit}`
  }
  const otherName = branch(STAGES.byOtherName, 's.alt_name', [
    `not (${beginsWith(terms, 's.sort_name').sql(p)})`,
  ])
  if (start?.stage === STAGES.byOtherName) return [otherName]
  return [branch(STAGES.byName, 's.sort_name', []), otherName]
}

/** A range of the index, open above when nothing comes after the prefix. */
export function beginsWith({ prefix }: Pick<Search['terms'], 'prefix'>, column: string): Test {
  return {
    over: 's',
    sql: (p) => {
      if (prefix === null) return 'false'
      const below = prefix.before === null ? '' : ` and ${column} < ${p(prefix.before, 'text')}`
      return `${column} >= ${p(prefix.from, 'text')}${below}`
    },
  }
}
