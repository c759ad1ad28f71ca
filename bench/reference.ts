// The limit that ratios are against: the bare table, built from the product's own rows, and a bare server over it.
import { fork } from 'node:child_process'
import { createReadStream, createWriteStream, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

const DATABASE = 'clientele_bench_reference'

const table = `create table bare_customers (id uuid primary key, sort_name text not null, first_name text, last_name text, business_name text,
  email text, phone text, city text, country text, number text, tags text[], last_order_at timestamptz, revenue_6m bigint,
  search text not null, created_at timestamptz not null default now())`

const indexes = [
  'create index on bare_customers (sort_name collate "C", id)',
  'create index on bare_customers using gin (search gin_trgm_ops)',
  'create index on bare_customers (email text_pattern_ops)',
  'create index on bare_customers (created_at desc, id desc)',
]

const rows = `select c.id, s.sort_name, c.first_name, c.last_name, c.business_name, c.email, c.phone, a.city, a.country, c.number,
    array(select t.name from customer_tags l join tags t using (merchant_id) where l.merchant_id = c.merchant_id and l.customer_id = c.id and t.id = l.tag_id),
    null::timestamptz, 0::bigint, s.haystack, c.created_at
  from customers c join customer_search s on s.merchant_id = c.merchant_id and s.customer_id = c.id
  left join lateral (select city, country from customer_addresses a where a.merchant_id = c.merchant_id and a.customer_id = c.id limit 1) a on true`

export type Reference = { readonly port: number; readonly pool: pg.Pool; stop(): Promise<void> }

export async function startReference(productUrl: string): Promise<Reference> {
  const url = await build(productUrl)
  const child = fork(new URL('./reference-server.ts', import.meta.url), [url], { stdio: 'inherit' })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(message as number))
    child.once('exit', (code) => reject(new Error(`the reference server ended with ${code}`)))
  })
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  return {
    port,
    pool,
    stop: async () => {
      await pool.end()
      child.removeAllListeners('exit')
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      await ended
    },
  }
}

/** The product's rows out as text and into the empty bare table with its indexes in place. */
export async function copyThrough(productUrl: string): Promise<{ inSeconds: number; outSeconds: number }> {
  const { product, bare, end } = await open(productUrl)
  try {
    await bare.query('create extension if not exists pg_trgm; drop table if exists bare_customers')
    await bare.query(table)
    for (const index of indexes) await bare.query(index)
    const file = join(tmpdir(), `clientele-bench-${process.pid}.copy`)
    await pipeline(product.query(copyTo(`copy (${rows}) to stdout`)), createWriteStream(file))
    const inSeconds = await timed(() =>
      pipeline(createReadStream(file), bare.query(copyFrom('copy bare_customers from stdin'))),
    )
    const outSeconds = await timed(() =>
      pipeline(bare.query(copyTo('copy bare_customers to stdout')), createWriteStream(file)),
    )
    rmSync(file)
    return { inSeconds, outSeconds }
  } finally {
    await end()
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

async function open(productUrl: string) {
  const url = new URL(productUrl)
  url.pathname = `/${DATABASE}`
  const product = new pg.Client({ connectionString: productUrl })
  await product.connect()
  const { rows: databases } = await product.query('select 1 from pg_database where datname = $1', [DATABASE])
  if (databases.length === 0) await product.query(`create database ${DATABASE}`)
  const bare = new pg.Client({ connectionString: url.href })
  await bare.connect()
  const end = async () => {
    await product.end()
    await bare.end()
  }
  return { product, bare, url: url.href, end }
}

/** Made once for as many customers as there are; made anew when their number changed. */
async function build(productUrl: string): Promise<string> {
  const { product, bare, url, end } = await open(productUrl)
  if ((await countOf(bare, 'bare_customers')) !== (await countOf(product, 'customers'))) {
    await bare.query('create extension if not exists pg_trgm; drop table if exists bare_customers')
    await bare.query(table)
    await pipeline(
      product.query(copyTo(`copy (${rows}) to stdout`)),
      bare.query(copyFrom('copy bare_customers from stdin')),
    )
    for (const index of indexes) await bare.query(index)
    await bare.query('vacuum analyze bare_customers')
  }
  await end()
  return url
}

async function countOf(client: pg.Client, name: string): Promise<number> {
  const { rows: there } = await client.query('select to_regclass($1) is not null as yes', [name])
  if (!there[0].yes) return -1
  return Number((await client.query(`select count(*) as n from ${name}`)).rows[0].n)
}
