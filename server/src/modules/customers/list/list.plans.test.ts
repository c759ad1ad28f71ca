// With fifty thousand customers: no statement of a list, a count or a search reads a table whole, and what the quick
// ways find is what reading every row finds.
import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import type { Reader } from '../../../db/client.ts'
import { Problem } from '../../../kernel/problem.ts'
import { everyId, listed, missedBy, twice } from './list.finds.kit.ts'
import { fillLarge, imported } from './list.large.kit.ts'
import { capturing, largeTables, type Statement, wholeReads } from './list.plans.kit.ts'
import { countCustomers, listCustomers } from './list.queries.ts'
import type { Asker } from './list.resolve.ts'

const shown = {
  limit: 20,
  fields: 'displayName,tags,organizations,lastOrderAt,revenue3m,revenue6m,activity,reviews',
}

type Query = Readonly<Record<string, string | readonly string[]>>

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
const figureSorts = ['lastOrderAt', 'revenue4w', 'revenue3m', 'revenue6m', 'revenueTotal', 'reviews']
const sorts = ['name', 'createdAt', 'customerSince', 'number', 'type', 'email', ...figureSorts].flatMap(
  (key) => [key, `-${key}`],
)

function filters(organization: string): Query[] {
  return [
    ...[
      {},
      { type: 'business' },
      { status: 'inactive' },
      { status: 'all' },
      { organization },
      { affiliated: 'no' },
    ],
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
    ...[{ import: imported.most, importOutcome: 'created' }, { import: imported.many }],
    ...[
      { import: imported.some, importOutcome: 'updated' },
      { import: imported.most, tag: ['VIP'] },
      { import: imported.most, importOutcome: 'updated' },
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
  const { asker, organization } = await fillLarge(db.owner, first.id)

  const large = await largeTables(db.owner)
  const whole = await db.read(first.id, async (reader) => {
    const statements = new Map<string, Statement>()
    for (const asked of questions(organization)) await run(capturing(reader, statements), asker, asked)
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

type Asked = Readonly<{ query: Query; isPlaced?: boolean; isCounted?: boolean }>

/**
 * Each sort, each filter and each search alone, wholly. Each filter also by a column of customers and, in turn, by one of the
 * figures; each search by one sort of each table in turn: what else is the same statement with another column in it.
 */
function questions(organization: string): Asked[] {
  const whole = { isPlaced: true, isCounted: true }
  return [
    ...sorts.map((sort) => ({ query: { sort }, isPlaced: true })),
    ...filters(organization).flatMap((filter, n): Asked[] => [
      { query: filter, ...whole },
      { query: { ...filter, sort: '-createdAt' }, isPlaced: n % 2 === 0 },
      {
        query: { ...filter, sort: ['-revenue6m', 'lastOrderAt', '-reviews'][n % 3] ?? '' },
        isPlaced: n % 2 === 1,
      },
      { query: { ...filter, q: 'an' }, isCounted: true },
    ]),
    ...searches.flatMap((q, n): Asked[] => [
      { query: { q }, isCounted: true },
      { query: { q, sort: ['email', '-name', '-revenueTotal'][n % 3] ?? '' }, isPlaced: true },
      { query: { q, tag: ['VIP'] }, isCounted: n % 4 === 0 },
    ]),
  ]
}

/** The first page and the next one; the count; the last page, the one above it, and one that is jumped to. */
async function run(reader: Reader, asker: Asker, { query, isPlaced, isCounted }: Asked): Promise<void> {
  const page = await listed(reader, asker, { ...query, ...shown })
  if (page.nextCursor !== null)
    await listCustomers(reader, asker, { ...query, ...shown, cursor: page.nextCursor })
  if (isCounted) await countCustomers(reader, asker, query)
  if (isPlaced) await runPlaces(reader, asker, query)
}

async function runPlaces(reader: Reader, asker: Asker, query: Query): Promise<void> {
  const last = await listed(reader, asker, { ...query, ...shown, at: 1 })
  if (last.previousCursor === null) return
  await listCustomers(reader, asker, { ...query, ...shown, before: last.previousCursor })
  try {
    await listCustomers(reader, asker, { ...query, ...shown, at: 0.6 })
  } catch (error) {
    // Nobody knows a place among the people of an organization that has more than ten thousand.
    if (!(error instanceof Problem)) throw error
  }
}

/** Of a list too long to be counted: its beginning is the first page, and a part of it lies where its neighbours say. */
async function placesIn(reader: Reader, asker: Asker, sort: string) {
  const page = (query: Query | { at: number }) =>
    listed(reader, asker, { sort, limit: 50, fields: 'id', ...query })
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
