/**
 * Made-up customers in any number, for trying things out and for measuring. Rows go in by COPY as the owner, in
 * batches of one transaction each, with all that search keeps, so that memory stays flat.
 */
import type pg from 'pg'
import { newId } from '../../../kernel/ids.ts'
import { randomOf } from '../../../kernel/random.ts'
import { normalise } from '../../../kernel/text.ts'
import { copyRows, type Row } from './copy.ts'
import { type Batch, emptyBatch, makerOf, type Shop, tables } from './rows.ts'

export type GenerateOptions = {
  readonly merchantId: string
  readonly customers: number
  readonly seed: string
  readonly onProgress?: (done: number) => void
}

const BATCH = 2000
/** From here on it pays to build the indexes afterwards: a million customers take half the time. */
const MANY = 20_000

/** Answers how many were made. Running it again with another seed adds others. */
export async function generateCustomers(owner: pg.Pool, options: GenerateOptions): Promise<number> {
  const client = await owner.connect()
  try {
    const shop = await prepareShop(client, options.merchantId)
    if (options.customers >= MANY && (await isUnused(client))) {
      await withoutIndexes(client, () =>
        fill(client, shop, options, (batch, words) => writeBatch(client, batch, words)),
      )
    } else {
      await fill(client, shop, options, (batch, words) =>
        inOne(client, () => writeBatch(client, batch, words)),
      )
    }
    return options.customers
  } finally {
    client.release()
  }
}

type Write = (batch: Batch, words: readonly Row[]) => Promise<void>

async function fill(
  client: pg.PoolClient,
  shop: Shop,
  { customers, seed, onProgress }: GenerateOptions,
  write: Write,
): Promise<void> {
  const first = await firstSerial(client, shop.merchantId)
  const maker = makerOf(shop, randomOf(`${seed}:${first}`), customers)
  let writing: Promise<void> = Promise.resolve()
  for (let done = 0; done < customers; ) {
    const size = Math.min(BATCH, customers - done)
    const batch = emptyBatch()
    for (let at = done; at < done + size; at++) maker.add(batch, first + at, at)
    const words = maker.takeWords()
    // The next batch is made while the database writes this one.
    await writing
    writing = write(batch, words)
    writing.catch(() => undefined)
    done += size
    onProgress?.(done)
  }
  await writing
}

/** Without a single customer of any merchant, nobody is slowed down by missing indexes. */
async function isUnused(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query('select exists (select from customers) as used', [])
  return !rows[0].used
}

/** All in one transaction: whatever happens, the indexes are there again. */
async function withoutIndexes(client: pg.PoolClient, fillTables: () => Promise<void>): Promise<void> {
  await inOne(client, async () => {
    const { rows } = await client.query(
      `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
         from pg_index i where i.indrelid = any($1::regclass[])
          and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
      [tables.map(([table]) => table)],
    )
    for (const { name } of rows) await client.query(`drop index ${name}`)
    await fillTables()
    for (const { definition } of rows) await client.query(definition)
  })
}

async function inOne(client: pg.PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function writeBatch(client: pg.PoolClient, batch: Batch, words: readonly Row[]): Promise<void> {
  for (const [table, columns] of tables) await copyRows(client, table, columns, batch[table])
  await client.query(
    `insert into name_word_deletes (merchant_id, deletion, word)
     select * from unnest($1::uuid[], $2::text[], $3::text[]) on conflict do nothing`,
    [0, 1, 2].map((column) => words.map((row) => row[column])),
  )
}

const tagNames =
  `VIP, Regular, Wholesale, Catering, Newsletter, Family, Supplier, Press, Student, Senior, Staff, Neighbour, Early bird,
  Weekend, Gluten free, Vegan, Vegetarian, Kosher, Halal, Nut allergy, Corporate, Non-profit, School, Hotel, Event planner, Wedding,
  Birthday club, Big order, Delivery only, Pick-up, Late payer, On trial, Referred, Influencer, Local, Tourist, Returning, Lapsed,
  Complaint, Compliment, Tasting, Wine, Coffee, Tea, Bakery, Breakfast, Lunch, Dinner, Takeaway, Terrace, Private room, Tall table,
  Wheelchair, Dog owner, Cyclist, Gift cards, Points, House account, Invoice, Holiday`.split(/\s*,\s*/)
const storeNames =
  `Downtown, Airport, Harbor, Market Street, North, South, East Side, West End, Old Town, University, Riverside,
  Station`.split(/\s*,\s*/)
const colors = ['blue', 'yellow', 'green', 'red', 'grape', 'teal', 'orange', 'gray']

/** Tags, stores and attributes that the customers carry; those that exist already are used as they are. */
async function prepareShop(client: pg.PoolClient, merchantId: string): Promise<Shop> {
  const { rows } = await client.query('select country, name_order from merchants where merchant_id = $1', [
    merchantId,
  ])
  const merchant = rows[0]
  if (merchant === undefined) throw new Error('there is no such merchant')
  await addNamed(client, 'tags', 'tag_no', { merchantId, names: tagNames, colors })
  await addNamed(client, 'stores', 'store_no', { merchantId, names: storeNames, colors: null })
  await client.query(
    `insert into custom_attributes (merchant_id, id, key, label, kind, filterable)
     values ($1, $2, 'householdSize', 'Household size', 'number', true), ($1, $3, 'newsletter', 'Newsletter', 'yesNo', true)
     on conflict do nothing`,
    [merchantId, newId(), newId()],
  )
  return {
    merchantId,
    country: merchant.country,
    nameOrder: merchant.name_order,
    tags: await listNamed(client, 'tags', 'tag_no', { merchantId, names: tagNames }),
    stores: await listNamed(client, 'stores', 'store_no', { merchantId, names: storeNames }),
  }
}

type Named = { readonly merchantId: string; readonly names: readonly string[] }

async function addNamed(
  client: pg.PoolClient,
  table: 'tags' | 'stores',
  no: string,
  { merchantId, names, colors }: Named & { readonly colors: readonly string[] | null },
): Promise<void> {
  const color = colors === null ? '' : ', color'
  const colorOf = colors === null ? '' : `, ($5::text[])[1 + n % cardinality($5::text[])]`
  await client.query(
    `insert into ${table} (merchant_id, id, ${no}, name, name_key${color})
     select $1, r.id, coalesce((select max(${no}) from ${table} where merchant_id = $1), 0) + r.n, r.name, r.name_key${colorOf}
       from unnest($2::uuid[], $3::text[], $4::text[]) with ordinality as r(id, name, name_key, n)
      where not exists (select from ${table} t where t.merchant_id = $1 and t.name_key = r.name_key)`,
    [merchantId, names.map(() => newId()), names, names.map(normalise), ...(colors === null ? [] : [colors])],
  )
}

/** In the order of the names, so that the same seed gives the same tags. */
async function listNamed(
  client: pg.PoolClient,
  table: 'tags' | 'stores',
  no: string,
  { merchantId, names }: Named,
) {
  const { rows } = await client.query(
    `select id, ${no} as no from ${table} where merchant_id = $1 and name_key = any($2::text[]) order by array_position($2, name_key)`,
    [merchantId, names.map(normalise)],
  )
  return rows as { id: string; no: number }[]
}

/** Numbers go on after those that are there. */
async function firstSerial(client: pg.PoolClient, merchantId: string): Promise<number> {
  const { rows } = await client.query(
    `select coalesce(max(number::bigint) - 100000 + 1, 0) as first from customers
      where merchant_id = $1 and number ~ '^[1-9][0-9]{5,14}$'`,
    [merchantId],
  )
  return Math.max(0, Number(rows[0]?.first ?? 0))
}
