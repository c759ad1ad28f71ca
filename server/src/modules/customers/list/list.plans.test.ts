// With a hundred thousand customers: no statement of a list, a count or a search reads a table whole, and what the quick
// ways find is what reading every row finds.
import { CompiledQuery } from 'kysely'
import pg, { type Pool } from 'pg'
import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import type { Reader } from '../../../db/client.ts'
import { Problem } from '../../../kernel/problem.ts'
import { generateCustomers } from '../generate/generate.ts'
import { settleCustomers } from '../many/statistics.ts'
import { readPage } from './list.items.ts'
import { countCustomers, listCustomers } from './list.queries.ts'
import type { Asker } from './list.resolve.ts'
import { params } from './params.ts'

const CUSTOMERS = 100_000
const LARGE = 5000
/** Two parts of a list, of as many rows as are counted, put together. */
const SORTED = 20_002

const shown = { limit: 20, fields: 'displayName,tags,organizations,lastOrderAt,revenue6m,activity,reviews' }

type Query = Readonly<Record<string, string | readonly string[]>>
type Statement = { readonly sql: string; readonly parameters: readonly unknown[] }

const searches = [
  ...[
    's',
    'sm',
    'smi',
    'smith',
    'maria',
    'gmail',
    'son',
    'ria gar',
    'garcia maria',
    'zqxw',
    'smiht',
    'micheal',
    'wlker ann',
  ],
  ...['2125', '+1 212', '@gmail', 'maria.', 'info@', '100023', 'POS-77', '田', 'борис', '%', 'a b'],
]
const figureSorts = ['lastOrderAt', 'revenue6m', 'revenueTotal', 'reviews']
const sorts = ['name', 'createdAt', 'customerSince', 'number', 'type', 'email', ...figureSorts].flatMap(
  (key) => [key, `-${key}`],
)

function filters(organization: string): Query[] {
  return [
    ...[{}, { type: 'business' }, { status: 'inactive' }, { status: 'all' }, { organization }],
    ...[{ tag: ['VIP'] }, { tag: ['Rare'] }, { tag: ['VIP', 'Rare'] }, { tagAll: ['VIP', 'Regular'] }],
    ...[
      { store: ['Downtown'] },
      { store: ['Downtown', 'Harbor'], tag: ['Wine'] },
      { type: 'personal', tag: ['Holiday'] },
    ],
    ...[
      { createdFrom: '2026-06-29' },
      { createdTo: '2022-01-01' },
      { customerSinceFrom: '2026-06-01', tag: ['VIP'] },
    ],
    ...[{ birthday: '12-30..01-02' }, { anniversary: '01-01..01-05' }],
    ...[
      { 'attr.householdSize': '3' },
      { 'attr.householdSize.from': '7' },
      { 'attr.newsletter': 'true', type: 'business' },
    ],
    ...['new', 'active', 'atRisk', 'lost', 'none'].map((activity) => ({ activity: [activity] })),
    ...[
      { activity: ['new', 'lost'], tag: ['VIP'] },
      { activity: ['atRisk', 'none'], type: 'business' },
      { lastOrderFrom: '2026-06-01' },
      { lastOrderTo: '2020-01-01', store: ['Downtown'] },
    ],
  ]
}

test('no statement reads a large table whole, and every search finds whom reading all rows finds', async () => {
  const { db, first } = await setup()
  await generateCustomers(db.owner, { merchantId: first.id, customers: CUSTOMERS, seed: 'plans' })
  await markRare(db.owner, first.id)
  await giveFigures(db.owner)
  await settleCustomers(db.owner)
  const { rows } = await db.owner.query('select organization_id as id from affiliations limit 1')
  const asker = await askerOf(db.owner, first.id)
  const queries = [
    ...sorts.map((sort) => ({ sort })),
    ...filters(rows[0].id).flatMap((filter): Query[] => [
      filter,
      { ...filter, sort: '-createdAt' },
      { ...filter, sort: '-revenue6m' },
      { ...filter, sort: 'lastOrderAt' },
      { ...filter, sort: '-reviews' },
      { ...filter, q: 'an' },
    ]),
    ...searches.flatMap((q): Query[] => [
      { q },
      { q, sort: 'email' },
      { q, sort: '-name' },
      { q, sort: '-revenueTotal' },
      { q, tag: ['VIP'] },
    ]),
  ]

  const large = await largeTables(db.owner)
  const whole = await db.read(first.id, async (reader) => {
    const statements = new Map<string, Statement>()
    for (const query of queries) await run(capturing(reader, statements), asker, query)
    const found: string[] = []
    for (const statement of statements.values()) found.push(...(await wholeReads(reader, statement, large)))
    return found
  })
  expect(whole).toEqual([])

  for (const sort of sorts) {
    const places = await db.read(first.id, (reader) => placesIn(reader, asker, sort))
    expect([sort, places]).toEqual([sort, { isTop: true, isBelow: true, isGapless: true }])
  }

  for (const q of searches) {
    const ids = await db.read(first.id, (reader) => everyId(reader, asker, { q }))
    expect(new Set(ids).size).toBe(ids.length)
    const missed = await missedBy(db.owner, first.id, q, ids)
    expect([q, missed]).toEqual([q, 0])
    const page = await db.read(first.id, (reader) => twice(reader, asker, q))
    expect(page.found).toEqual(page.lookedUp)
  }
}, 240_000)

async function askerOf(owner: Pool, merchantId: string): Promise<Asker> {
  const { rows } = await owner.query(
    `select merchant_id as id, name, currency, country, time_zone as "timeZone", locale, name_order as "nameOrder", setup
       from merchants where merchant_id = $1`,
    [merchantId],
  )
  const merchant = { ...rows[0], requiredFields: { personal: [], business: [] } }
  return { scope: { merchantId, storeIds: null }, merchant }
}

/** A tag on five of them. */
async function markRare(owner: Pool, merchantId: string): Promise<void> {
  await owner.query(
    `with rare as (
       insert into tags (merchant_id, id, tag_no, name, name_key, color)
       select $1, gen_random_uuid(), max(tag_no) + 1, 'Rare', 'rare', 'red' from tags where merchant_id = $1 returning id)
     insert into customer_tags (merchant_id, customer_id, tag_id, sort_name)
     select $1, s.customer_id, rare.id, s.sort_name from rare, (select * from customer_search order by customer_id limit 5) s`,
    [merchantId],
  )
}

/** Nine of ten have ordered, most of them long ago. */
async function giveFigures(owner: Pool): Promise<void> {
  await owner.query(
    `insert into customer_stats (merchant_id, customer_id, first_order_at, last_order_at, orders, visits, revenue_total, revenue_6m,
                                 first_day, last_day, at_risk_on, lost_on, reviews, reviews_positive)
     select merchant_id, id, now() - (n + 40) * interval '1 day', now() - n * interval '1 day', 2, 2, n * 100,
            case when n < 180 then n * 100 else 0 end, current_date - n - case when n % 7 = 0 then 0 else 40 end, current_date - n,
            current_date - n + 91, current_date - n + 366, greatest(n % 9 - 4, 0), greatest(n % 9 - 5, 0)
       from (select merchant_id, id, (get_byte(uuid_send(id), 15) * get_byte(uuid_send(id), 14)) / 60 as n,
                    get_byte(uuid_send(id), 13) as chance from customers) c
      where chance < 230`,
  )
  await owner.query('vacuum (analyze) customer_stats')
}

/** The first page, the next one, one that is jumped to, the one above that, the last, and the count. */
async function run(reader: Reader, asker: Asker, query: Query): Promise<void> {
  const page = JSON.parse(await listCustomers(reader, asker, { ...query, ...shown }))
  if (page.nextCursor !== null)
    await listCustomers(reader, asker, { ...query, ...shown, cursor: page.nextCursor })
  const { sort: _, ...filter } = query
  await countCustomers(reader, asker, filter)
  if (query.q !== undefined && query.sort === undefined) return
  await runPlaces(reader, asker, query)
}

async function runPlaces(reader: Reader, asker: Asker, query: Query): Promise<void> {
  const last = JSON.parse(await listCustomers(reader, asker, { ...query, ...shown, at: 1 }))
  if (last.previousCursor === null) return
  await listCustomers(reader, asker, { ...query, ...shown, before: last.previousCursor })
  try {
    await listCustomers(reader, asker, { ...query, ...shown, at: 0.6 })
  } catch (error) {
    // Nobody knows a place among the people of an organization that has more than ten thousand.
    if (!(error instanceof Problem)) throw error
  }
}

/** A reader that remembers each statement it has run, the latest of each text. */
function capturing(reader: Reader, statements: Map<string, Statement>): Reader {
  return new Proxy(reader, {
    get: (target, name) => {
      if (name !== 'executeQuery') return Reflect.get(target, name)
      return (query: CompiledQuery) => {
        statements.set(query.sql, { sql: query.sql, parameters: query.parameters })
        return target.executeQuery(query)
      }
    },
  })
}

type Node = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Plan Rows': number
  readonly Plans?: readonly Node[]
}

/** Planned as it will be: prepared, and by the session's way of planning. */
async function wholeReads(
  reader: Reader,
  { sql, parameters }: Statement,
  large: ReadonlySet<string>,
): Promise<string[]> {
  const raw = (text: string) => reader.executeQuery(CompiledQuery.raw(text))
  await raw(`prepare planned as ${sql}`)
  const { rows } = await raw(
    `explain (format json) execute planned${parameters.length > 0 ? `(${parameters.map(literal)})` : ''}`,
  )
  await raw('deallocate planned')
  const [{ Plan }] = (rows[0] as Record<string, unknown>)['QUERY PLAN'] as [{ Plan: Node }]
  return nodes(Plan).flatMap((node) => {
    const table = node['Relation Name'] ?? ''
    if (node['Node Type'] === 'Seq Scan' && large.has(table)) return [`${table}: ${sql}`]
    return node['Node Type'] === 'Sort' && node['Plan Rows'] > SORTED ? [`sorted: ${sql}`] : []
  })
}

function literal(value: unknown): string {
  if (value === null) return 'null'
  if (!Array.isArray(value)) return pg.escapeLiteral(String(value))
  return pg.escapeLiteral(`{${value.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`)}}`)
}

const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)]

async function largeTables(owner: Pool): Promise<ReadonlySet<string>> {
  const { rows } = await owner.query(`select relname from pg_class where relkind = 'r' and reltuples > $1`, [
    LARGE,
  ])
  return new Set(rows.map((row) => row.relname))
}

/** Of a list too long to be counted: its beginning is the first page, and a part of it lies where its neighbours say. */
async function placesIn(reader: Reader, asker: Asker, sort: string) {
  const page = async (query: Query | { at: number }) =>
    JSON.parse(await listCustomers(reader, asker, { sort, limit: 50, fields: 'id', ...query }))
  const top = await page({})
  const opened = await page({ at: 0 })
  const middle = await page({ at: 0.5 })
  const lower = await page({ at: 0.7 })
  const above = await page({ before: middle.previousCursor })
  const after = await page({ cursor: above.nextCursor })
  return {
    isTop: opened.previousCursor === null && String(ids(opened)) === String(ids(top)),
    isBelow: String(ids(middle)) !== String(ids(lower)) && !ids(middle).includes(ids(top)[0] ?? ''),
    isGapless: above.items.length === 50 && String(ids(after)) === String(ids(middle)),
  }
}

const ids = (page: { readonly items: readonly { readonly id: string }[] }) => page.items.map(({ id }) => id)

async function everyId(reader: Reader, asker: Asker, query: Query): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | undefined; ids.length < 3000; ) {
    const page = JSON.parse(
      await listCustomers(reader, asker, {
        ...query,
        limit: 200,
        fields: 'id',
        ...(cursor !== undefined && { cursor }),
      }),
    )
    ids.push(...page.items.map((item: { id: string }) => item.id))
    if (page.nextCursor === null) return ids
    cursor = page.nextCursor
  }
  return ids
}

/** The whole items of a search's page, and those of the same customers by their ids. */
async function twice(reader: Reader, asker: Asker, q: string) {
  const limit = 20
  const found = JSON.parse(await listCustomers(reader, asker, { q, limit })).items as { id: string }[]
  const p = params()
  p(asker.scope.merchantId, 'uuid')
  const given = p(
    found.map(({ id }) => id),
    'uuid[]',
  )
  const ids = `select id as customer_id, null as key from unnest(${given}) with ordinality given(id, n) order by n`
  const page = await readPage(reader, asker, { ids, hasShown: false, limit, fields: null }, p)
  return { found, lookedUp: JSON.parse(page.items) }
}

/** Of what every row says: how many hold all the words and were not found (of more than three thousand: anybody's guess). */
async function missedBy(owner: Pool, merchantId: string, q: string, ids: readonly string[]): Promise<number> {
  if (ids.length >= 3000) return 0
  const words =
    q.includes('@') || /^[\d +]+$/.test(q)
      ? [q.toLowerCase().replace(/[ +]/g, '')]
      : q.toLowerCase().match(/[\p{L}\p{N}%]+/gu)
  const likes = (words ?? []).map((word) =>
    word.length < 3 ? `% ${word.replace('%', '\\%')}%` : `%${word}%`,
  )
  const { rows } = await owner.query(
    `select count(*)::int as missed from customer_search
      where merchant_id = $1 and not inactive and haystack like all($2) and customer_id <> all($3)`,
    [merchantId, likes, ids],
  )
  return rows[0].missed
}
