// An organization of thousands of people opens as quickly as one of fifty: no page reads more of them than it shows.
import { CompiledQuery } from 'kysely'
import pg, { type Pool } from 'pg'
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import type { Reader } from '../../db/client.ts'
import type { Ctx } from '../../http/context.ts'
import { generateCustomers, settleCustomers } from '../customers/index.ts'
import { contactRows, listContactsOf } from './organizations.queries.ts'
import type { ContactListQuery } from './organizations.schemas.ts'

const PEOPLE = 6000
const shown = 'displayName,tags,phone,phones,email,stores,organizations,lastOrderAt,revenue6m,activity'

test('a page of an organization of thousands reads its fifty rows and one more, wherever it begins', async () => {
  const { db, as, first } = await setup()
  await generateCustomers(db.owner, { merchantId: first.id, customers: PEOPLE + 1000, seed: 'caret' })
  const mill = (
    await as.post('/customers', { type: 'business', businessName: 'Mill', phone: '+12075550100' })
  ).body
  await db.owner.query(
    `insert into affiliations (merchant_id, contact_id, organization_id, sort_name)
     select merchant_id, customer_id, $1, sort_name from customer_search where not business order by customer_id limit $2`,
    [mill.id, PEOPLE],
  )
  await settleCustomers(db.owner)
  await db.owner.query('analyze affiliations')
  const asker = {
    scope: { merchantId: first.id, storeIds: null },
    merchant: await merchantOf(db.owner, first.id),
  }
  const list = (query: ContactListQuery) =>
    db.read(first.id, async (reader) => ({
      page: JSON.parse(await listContactsOf(reader, asker, mill.id, query)),
      read: await linksRead(reader, contactRows(asker, mill.id, query).compile(reader)),
    }))

  let cursor: string | undefined
  for (let page = 0; page < 3; page++) {
    const query = { status: 'active', current: true, fields: shown } as const
    const { page: answer, read } = await list({ ...query, ...(cursor !== undefined && { cursor }) })
    expect(answer.items).toHaveLength(50)
    expect(read).toBeGreaterThan(50)
    expect(read).toBeLessThanOrEqual(60)
    cursor = answer.nextCursor
  }
}, 120_000)

async function merchantOf(owner: Pool, merchantId: string): Promise<Ctx['merchant']> {
  const { rows } = await owner.query(
    `select merchant_id as id, name, currency, country, time_zone as "timeZone", locale, name_order as "nameOrder", setup
       from merchants where merchant_id = $1`,
    [merchantId],
  )
  return { ...rows[0], requiredFields: { personal: [], business: [] } }
}

type Node = {
  readonly 'Relation Name'?: string
  readonly Alias?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Node[]
}

/** How many links of the organization were really looked at, by a plan that knows no values, as all of them are. */
async function linksRead(reader: Reader, { sql, parameters }: CompiledQuery): Promise<number> {
  const raw = (text: string) => reader.executeQuery(CompiledQuery.raw(text))
  const values = parameters.map((value) => (value === null ? 'null' : pg.escapeLiteral(String(value))))
  await raw(`prepare planned as ${sql}`)
  const { rows } = await raw(`explain (analyze, format json) execute planned(${values})`)
  await raw('deallocate planned')
  const [{ Plan }] = (rows[0] as Record<string, unknown>)['QUERY PLAN'] as [{ Plan: Node }]
  return nodes(Plan)
    .filter((node) => node['Relation Name'] === 'affiliations' && node.Alias === 'a')
    .reduce(
      (sum, node) =>
        sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    )
}

const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)]
