/**
 * Orders through the API: one PUT after the other by ten clients, then many lines in one request, then what the CPU was
 * spent on. The references are the same JSON put into a bare table, a commit each, and the rows of all orders copied by
 * one statement into a table with the same indexes.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import pg from 'pg'
import { randomOf } from '../server/src/kernel/random.ts'
import { madeUpOrder } from '../server/src/modules/orders/index.ts'
import { percentile, type Target } from './http-load.ts'
import { type Product, startProduct } from './product.ts'
import { verify } from './verify.ts'

export type OrderBench = {
  readonly customers: number
  readonly orders: number
  readonly data: string
  readonly json: boolean
}

const PUTS = 3000
const CLIENTS = 10

export async function measureOrders({ customers, orders, data, json }: OrderBench): Promise<void> {
  const product = await startProduct({ data, customers, merchants: 1, session: false, hasOrders: true })
  const database = new pg.Pool({ connectionString: product.url, max: CLIENTS })
  try {
    const make = await makerOf(database)
    const { target } = product.merchants[0] as { readonly target: Target }
    await bulk(target, make, { from: 0, count: 2000 })
    const put = await timed(product, () => puts(target, make))
    const bare = await barePuts(database, make)
    const many = await timed(product, () => bulk(target, make, { from: PUTS, count: orders }))
    const copied = await copyOfAll(database)
    const figures = {
      customers,
      orders,
      put: {
        perSecond: put.result.perSecond,
        p50: put.result.p50,
        p95: put.result.p95,
        ...bare,
        cpu: put.cpu,
      },
      bulk: { perSecond: orders / many.seconds, seconds: many.seconds, barePerSecond: copied, cpu: many.cpu },
      ratios: { put: put.result.perSecond / bare.barePerSecond, bulk: orders / many.seconds / copied },
      verify: verify(data),
    }
    process.stdout.write(json ? `${JSON.stringify(figures, null, 2)}\n` : textOf(figures))
  } finally {
    await database.end()
    await product.stop()
  }
}

const textOf = (figures: Record<string, unknown>) =>
  Object.entries(figures)
    .map(([name, of]) => `${name} ${typeof of === 'object' ? JSON.stringify(of) : String(of)}\n`)
    .join('')

type Make = (no: number) => { readonly externalId: string; readonly line: string; readonly body: string }

/** Of a source of this run: what was measured before is not there already. */
async function makerOf(database: pg.Pool): Promise<Make> {
  const ids = async (table: string) =>
    (await database.query(`select id from ${table} order by id`)).rows.map(({ id }) => id as string)
  const frame = { customers: await ids('customers'), storeIds: await ids('stores'), now: new Date() }
  const run = `bench-${Date.now()}`
  return (no) => {
    const order = madeUpOrder(randomOf(String(no)), { source: run, no, ...frame })
    const { source: _, externalId, ...body } = order
    return {
      externalId: `${run}/${externalId}`,
      line: `${JSON.stringify(order)}\n`,
      body: JSON.stringify(body),
    }
  }
}

async function puts({ port, headers }: Target, make: Make) {
  const orders = Array.from({ length: PUTS }, (_, i) => make(1_000_000_000 + i))
  const authorization = headers.trim().slice('authorization: '.length)
  const ms: number[] = []
  let next = 0
  const begun = performance.now()
  const client = async () => {
    while (next < PUTS) {
      const { externalId, body } = orders[next++] as ReturnType<Make>
      const sent = performance.now()
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/orders/external/${externalId}`, {
        method: 'PUT',
        headers: { authorization, 'content-type': 'application/json' },
        body,
      })
      await answer.text()
      if (answer.status !== 201) throw new Error(`a PUT was answered with ${answer.status}`)
      ms.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  const seconds = (performance.now() - begun) / 1000
  return { perSecond: PUTS / seconds, p50: percentile(ms, 0.5), p95: percentile(ms, 0.95) }
}

async function barePuts(database: pg.Pool, make: Make): Promise<{ barePerSecond: number }> {
  await database.query(
    'drop table if exists bare_puts; create table bare_puts (id text primary key, body jsonb)',
  )
  let next = 0
  const begun = performance.now()
  const client = async () => {
    while (next < PUTS) {
      const { externalId, body } = make(2_000_000_000 + next++)
      await database.query('insert into bare_puts values ($1, $2)', [externalId, body])
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  const barePerSecond = PUTS / ((performance.now() - begun) / 1000)
  await database.query('drop table bare_puts')
  return { barePerSecond }
}

/** Lines are made while they are sent; each must be answered with 201. */
function bulk(
  { port, headers }: Target,
  make: Make,
  { from, count }: { from: number; count: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const authorization = headers.trim().slice('authorization: '.length)
    const sent = request(
      {
        ...{ port, method: 'POST', path: '/api/v1/orders/bulk' },
        headers: { authorization, 'content-type': 'application/x-ndjson' },
      },
      async (reply) => {
        let made = 0
        let rest = ''
        for await (const piece of reply) {
          const lines = (rest + piece).split('\n')
          rest = lines.pop() as string
          made += lines.filter((line) => line.includes('"status":201')).length
        }
        if (made === count) resolve()
        else reject(new Error(`${made} of ${count} orders were made`))
      },
    )
    sent.on('error', reject)
    void (async () => {
      for (let no = from; no < from + count; no += 200) {
        const lines = Array.from({ length: Math.min(200, from + count - no) }, (_, i) => make(no + i).line)
        if (!sent.write(lines.join(''))) await new Promise((drained) => sent.once('drain', drained))
      }
      sent.end()
    })()
  })
}

async function copyOfAll(database: pg.Pool): Promise<number> {
  await database.query(
    'drop table if exists bare_orders; create table bare_orders (like orders including all)',
  )
  const { rows } = await database.query(
    `select string_agg(attname, ', ') as columns from pg_attribute
      where attrelid = 'orders'::regclass and attnum > 0 and attgenerated = '' and not attisdropped`,
  )
  const { columns } = rows[0]
  const begun = performance.now()
  const { rowCount } = await database.query(
    `insert into bare_orders (${columns}) select ${columns} from orders`,
  )
  const perSecond = (rowCount ?? 0) / ((performance.now() - begun) / 1000)
  await database.query('drop table bare_orders')
  return perSecond
}

/** With the seconds of CPU of the server, of PostgreSQL's processes and of this one meanwhile. */
async function timed<T>({ pid }: Product, work: () => Promise<T>) {
  const before = cpuOf(pid)
  const own = process.cpuUsage()
  const begun = performance.now()
  const result = await work()
  const seconds = (performance.now() - begun) / 1000
  const after = cpuOf(pid)
  const { user, system } = process.cpuUsage(own)
  const cpu = {
    server: after.node - before.node,
    postgres: after.postgres - before.postgres,
    bench: (user + system) / 1e6,
  }
  return { result, seconds, cpu }
}

const TICKS = 100

function cpuOf(root: number): { node: number; postgres: number } {
  const children = execFileSync('ps', ['-eo', 'pid=,ppid=,comm='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  const family = new Set([String(root)])
  for (let size = 0; size < family.size; ) {
    size = family.size
    for (const [pid, parent] of children) if (family.has(parent as string)) family.add(pid as string)
  }
  const sums = { node: 0, postgres: 0 }
  for (const [pid, , command] of children) {
    if (!family.has(pid as string)) continue
    sums[command === 'postgres' ? 'postgres' : 'node'] += secondsOf(pid as string)
  }
  return sums
}

/** Its own, and those of its children that have ended meanwhile. */
function secondsOf(pid: string): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS
  } catch {
    return 0
  }
}
