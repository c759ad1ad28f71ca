// Names become numbers, attributes their kinds, and each filter tells how rare it is: a rare one leads the query, common
// ones are tested on the way through the alphabet.
import type { Reader } from '../../../db/client.ts'
import type { Ctx } from '../../../http/context.ts'
import { normalise } from '../../../kernel/text.ts'
import { figureTests } from './list.activity.rules.ts'
import { attributeTests } from './list.attributes.ts'
import type { Filter, Season } from './list.filter.rules.ts'
import { importTests } from './list.import.rules.ts'
import { between } from './list.ranges.rules.ts'
import { type Params, params, run } from './params.ts'

export type Asker = Pick<Ctx, 'scope' | 'merchant'>

/** A condition over `s`, a search row, over `c`, a row of customers, or over `f`, figures of whoever has ordered. */
export type Test = {
  readonly over: 's' | 'c' | 'f'
  sql(p: Params): string
  /** Over `f`: whether those who never ordered, and have no such row, meet it. */
  readonly ifAbsent?: boolean
  /** The same of `c`, where no search row is at hand. */
  onCustomer?(p: Params): string
  /** False when it looks beyond the row, which a sample of rows cannot. */
  readonly inSample?: false
}
/** Few enough to be collected first; `ordered` when the ids come along with the sort name, each once. */
export type Lead = {
  readonly ordered: boolean
  sql(p: Params): string
  /** Whoever it collects has passed this test. */
  readonly proves?: Test
}

export type Resolved = {
  readonly tests: readonly Test[]
  readonly lead: Lead | null
  /** One tag's or store's link table, a range of figures, or an import's activities, however common: what is to be counted is read from there. */
  readonly link: Lead | null
  /** A name that nobody has, or a user who may see no store: nothing can match. */
  readonly nothing: boolean
}

/** Up to so many ids are collected rather than met by walking. */
const RARE = 2000

type Source = { readonly count: number; readonly lead: Lead }

export async function resolveFilter(
  reader: Reader,
  { scope, merchant }: Asker,
  filter: Filter,
): Promise<Resolved> {
  const links = await resolveLinks(reader, scope.merchantId, filter, scope.storeIds)
  const own: OwnTest[] = [
    ...ownTests(filter),
    ...importTests(filter),
    ...figureTests(filter),
    ...(await attributeTests(reader, scope.merchantId, merchant.currency, filter)),
  ]
  const counted = own.filter((test) => test.source !== undefined)
  const counts = await countSources(
    reader,
    scope.merchantId,
    counted.map((test) => test.source as SourceSql),
  )
  const sources: Source[] = [
    ...links.sources,
    ...counts.map((count, at) => ({
      count,
      lead: { ordered: false, sql: (counted[at] as OwnTest).source as SourceSql },
    })),
  ]
  const rarest = sources.sort((a, b) => a.count - b.count)[0]
  const lead = rarest !== undefined && rarest.count <= RARE ? rarest.lead : null
  const walked = own.find(
    (test) => test.isWalked === true || (test.over === 'f' && test.source !== undefined),
  )
  const link =
    sources.find((source) => source.lead.ordered)?.lead ??
    (walked?.source === undefined ? null : { ordered: false, sql: walked.source, proves: walked })
  return { tests: [...links.tests, ...own], lead, link, nothing: links.nothing }
}

export type SourceSql = (p: Params) => string
export type OwnTest = Test & {
  readonly source?: SourceSql
  /** The source is read from its beginning, each customer once: what is to be counted is counted along it. */
  readonly isWalked?: true
}

/** What stands in the customer's own rows. `$1` is the merchant in every statement of a list. */
function ownTests(filter: Filter): OwnTest[] {
  const tests: OwnTest[] = []
  const own = (condition: SourceSql) =>
    tests.push({ over: 'c', sql: condition, source: customersWhere(condition) })
  if (filter.status !== 'all') {
    const inactive = filter.status === 'inactive'
    tests.push({
      over: 's',
      sql: () => (inactive ? 's.inactive' : 'not s.inactive'),
      onCustomer: () => `c.status = '${inactive ? 'inactive' : 'active'}'`,
    })
  }
  const { type, created, since, organization, affiliated, birthday, anniversary } = filter
  if (type !== null) {
    const isType: SourceSql = (p) => `c.type = ${p(type)}`
    tests.push({
      over: 's',
      sql: () => (type === 'business' ? 's.business' : 'not s.business'),
      source: customersWhere(isType),
    })
  }
  if (created.from !== null || created.before !== null) {
    own((p) => between('c.created_at', p, 'timestamptz', { from: created.from, before: created.before }))
  }
  if (since.from !== null || since.to !== null) {
    // Whom an import brought that did not say since when is nobody who came since a day.
    const known = since.from === null ? '' : ' and c.unknown_since is distinct from c.customer_since'
    own((p) => between('c.customer_since', p, 'date', { from: since.from, to: since.to }) + known)
  }
  if (birthday !== null)
    tests.push(inSeason(['c.birth_month', 'c.birth_day', 'int'], 'c.birth_month', birthday))
  if (anniversary !== null) {
    const parts = ['extract(month from c.anniversary)', 'extract(day from c.anniversary)', 'numeric'] as const
    tests.push(inSeason(parts, 'c.anniversary', anniversary))
  }
  if (organization !== null) {
    const people: SourceSql = (p) =>
      `select l.contact_id as customer_id from affiliations l where l.merchant_id = $1
         and l.organization_id = ${p(organization, 'uuid')} and (l.until is null or l.until >= current_date)`
    tests.push({ over: 's', inSample: false, sql: (p) => `s.customer_id in (${people(p)})`, source: people })
  }
  if (affiliated !== null) {
    // A look-up per row: else all affiliations would be read for the sake of fifty.
    const belongs = `exists (select from affiliations l where l.merchant_id = $1 and l.contact_id = s.customer_id offset 0)`
    tests.push({ over: 's', inSample: false, sql: () => (affiliated === 'yes' ? belongs : `not ${belongs}`) })
  }
  return tests
}

const customersWhere =
  (condition: SourceSql): SourceSql =>
  (p) =>
    `select c.id as customer_id from customers c where c.merchant_id = $1 and ${condition(p)}`

/** Row comparisons, each of which the index over month and day answers; over the new year they are two looks. */
function inSeason(
  [month, day, type]: readonly [string, string, string],
  present: string,
  { from, to }: Season,
): OwnTest {
  const end = (sign: string, at: number, p: Params) =>
    `(${month}, ${day}) ${sign} (${p(Math.floor(at / 100), type)}, ${p(at % 100, type)})`
  const start: SourceSql = (p) => `${present} is not null and ${end('>=', from, p)}`
  const stop: SourceSql = (p) => `${present} is not null and ${end('<=', to, p)}`
  if (from <= to) {
    const within: SourceSql = (p) => `${start(p)} and ${end('<=', to, p)}`
    return { over: 'c', sql: within, source: customersWhere(within) }
  }
  return {
    over: 'c',
    sql: (p) => `(${start(p)} or ${stop(p)})`,
    source: (p) => `${customersWhere(start)(p)} union all ${customersWhere(stop)(p)}`,
  }
}

/** How many each would bring, counted no further than matters. */
async function countSources(
  reader: Reader,
  merchantId: string,
  sources: readonly SourceSql[],
): Promise<number[]> {
  if (sources.length === 0) return []
  const p = params()
  p(merchantId, 'uuid')
  const counts = sources.map(
    (source, at) => `(select count(*)::int from (${source(p)} limit ${RARE + 1}) x) as "${at}"`,
  )
  const [row] = await run<Record<string, number>>(reader, `select ${counts.join(', ')}`, p)
  return sources.map((_, at) => row?.[at] ?? 0)
}

type LinkRow = {
  readonly kind: 'tag' | 'tagAll' | 'store' | 'scope'
  readonly id: string | null
  readonly no: number | null
  readonly uses: number
}

type Links = { readonly tests: Test[]; readonly sources: Source[]; readonly nothing: boolean }

async function resolveLinks(
  reader: Reader,
  merchantId: string,
  filter: Filter,
  scopeStores: readonly string[] | null,
): Promise<Links> {
  const asked: (readonly [LinkRow['kind'], string])[] = [
    ...filter.tags.map((tag) => ['tag', tag] as const),
    ...filter.tagsAll.map((tag) => ['tagAll', tag] as const),
    ...filter.stores.map((store) => ['store', store] as const),
    ...(scopeStores ?? []).map((id) => ['scope', id] as const),
  ]
  if (asked.length === 0) return { tests: [], sources: [], nothing: scopeStores !== null }
  const rows = await lookUp(reader, merchantId, asked)
  const of = (kind: LinkRow['kind']) => rows.filter((row) => row.kind === kind)
  const tags = anyOf('tag', of('tag'))
  const stores = anyOf('store', of('store'))
  const scope = anyOf('store', of('scope'))
  const all = of('tagAll').map((row) => anyOf('tag', [row]))
  const groups = [
    ...(filter.tags.length > 0 ? [tags] : []),
    ...(filter.stores.length > 0 ? [stores] : []),
    ...(scopeStores === null ? [] : [scope]),
    ...all,
  ]
  return {
    tests: groups.map((group) => group.test),
    sources: groups.map((group) => group.source),
    nothing: groups.some((group) => group.nothing),
  }
}

/** By id, name or (of stores) code, with a count of the customers, as far as it matters. */
async function lookUp(
  reader: Reader,
  merchantId: string,
  asked: readonly (readonly [string, string])[],
): Promise<readonly LinkRow[]> {
  const uses = (table: string, column: string) =>
    `(select count(*)::int from (select 1 from ${table} l where l.merchant_id = $1 and l.${column} = t.id limit ${RARE + 1}) x)`
  const p = params()
  const merchant = p(merchantId, 'uuid')
  const given = `unnest(${p(
    asked.map(([kind]) => kind),
    'text[]',
  )}, ${p(
    asked.map(([, text]) => text),
    'text[]',
  )},
    ${p(
      asked.map(([, text]) => normalise(text)),
      'text[]',
    )}) as i(kind, text, name_key)`
  return run<LinkRow>(
    reader,
    `select i.kind, t.id, t.tag_no as no, ${uses('customer_tags', 'tag_id')} as uses
       from ${given} left join tags t on t.merchant_id = ${merchant} and (t.id::text = lower(i.text) or t.name_key = i.name_key)
      where i.kind in ('tag', 'tagAll')
     union all
     select i.kind, t.id, t.store_no, ${uses('customer_stores', 'store_id')}
       from ${given} left join stores t on t.merchant_id = ${merchant}
            and (t.id::text = lower(i.text) or t.name_key = i.name_key or t.code = i.text)
      where i.kind in ('store', 'scope')`,
    p,
  )
}

type Group = { readonly test: Test; readonly source: Source; readonly nothing: boolean }

function anyOf(kind: 'tag' | 'store', rows: readonly LinkRow[]): Group {
  const known = rows.filter((row) => row.id !== null)
  const ids = [...new Set(known.map((row) => row.id as string))]
  const numbers = [...new Set(known.map((row) => row.no as number))]
  const count = known.reduce((sum, row) => sum + row.uses, 0)
  const from = `from customer_${kind}s l where l.merchant_id = $1 and l.${kind}_id`
  const lead: Lead =
    ids.length === 1
      ? { ordered: true, sql: (p) => `select l.customer_id, l.sort_name ${from} = ${p(ids[0], 'uuid')}` }
      : { ordered: false, sql: (p) => `select l.customer_id ${from} = any(${p(ids, 'uuid[]')})` }
  const test: Test = { over: 's', sql: (p) => `s.${kind}_nos && ${p(numbers, 'int[]')}` }
  return { test, source: { count, lead }, nothing: ids.length === 0 }
}
