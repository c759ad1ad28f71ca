// The product as it is shipped, on a data folder of the bench's own: started, filled, and called through a key.
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, openSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import pg from 'pg'
// For the types that plug-ins add to requests.
import type {} from '../server/src/app.ts'
import { createPool } from '../server/src/db/pool.ts'
import { makeMerchant } from '../server/src/modules/auth/index.ts'
import { generateCustomers } from '../server/src/modules/customers/index.ts'
import { fillFigures } from './figures.ts'
import type { Target } from './http-load.ts'

const root = resolve(import.meta.dirname, '..')
const entry = join(root, 'server/start.mjs')

export type Product = {
  readonly port: number
  readonly pid: number
  readonly url: string
  readonly secondsToReady: number
  readonly merchants: readonly { readonly id: string; readonly target: Target }[]
  stop(): Promise<void>
}

export async function startProduct(options: {
  data: string
  customers: number
  merchants: number
  session: boolean
  /** Whose orders are brought has figures of these alone. */
  hasOrders?: boolean
}): Promise<Product> {
  mkdirSync(options.data, { recursive: true })
  const port = await freePort()
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    CLIENTELE_DATA: options.data,
    PORT: String(port),
    LOG_LEVEL: 'info',
  }
  const begun = performance.now()
  const child = spawn(process.execPath, [entry, 'serve'], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', openSync(join(options.data, 'bench.log'), 'a'), 'inherit'],
  })
  const failed = new Promise<never>((_, fail) => {
    child.once('exit', (code) => fail(new Error(`the product ended with ${code} before it answered`)))
  })
  await Promise.race([answering(port), failed])
  const secondsToReady = (performance.now() - begun) / 1000
  const cli = (...args: string[]) =>
    execFileSync(process.execPath, [entry, ...args], {
      cwd: root,
      env: { ...env, LOG_LEVEL: 'warn' },
      encoding: 'utf8',
      maxBuffer: 1e8,
    })
  const url = databaseUrl(options.data)
  const ids = await merchantsOf(url, options, cli)
  const merchants = await Promise.all(
    (await asked(url, ids)).map(async (id) => ({
      id,
      target: await targetOf(id, port, url, options.session, cli),
    })),
  )
  return {
    port,
    pid: child.pid as number,
    url,
    secondsToReady,
    merchants,
    stop: async () => {
      const ended = new Promise((done) => child.once('exit', done))
      process.kill(-(child.pid as number), 'SIGTERM')
      await ended
    },
  }
}

/** Those with an owner: of many merchants a part is asked, while the others lie in the same tables. */
const MOST_ASKED = 20

async function asked(url: string, ids: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query("select merchant_id as id from memberships where role = 'owner'")
  await client.end()
  return ids.filter((id) => rows.some((row) => row.id === id))
}

type Cli = (...args: string[]) => string

/** Fills an empty folder; one that is filled already is used as it is. */
async function merchantsOf(
  url: string,
  options: { customers: number; merchants: number; hasOrders?: boolean },
  cli: Cli,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const list = async () =>
    (await client.query('select merchant_id as id from merchants order by 1')).rows.map(
      (row) => row.id as string,
    )
  let ids = await list()
  if (ids.length === 0) {
    for (let i = 0; i < Math.min(options.merchants, MOST_ASKED); i++) {
      const email = `owner${i}@example.com`
      cli('owner', '--email', email, '--password', 'a long enough phrase', '--merchant', `Merchant ${i}`)
    }
    await addMerchants(url, options.merchants - MOST_ASKED)
    ids = await list()
    const each = Math.round(options.customers / options.merchants)
    if (each === 0) {
      await client.end()
      return ids
    }
    if (ids.length === 1) cli('generate', '--customers', String(each))
    else await fillAll(url, ids, each)
    if (options.hasOrders !== true) await fillFigures(client)
    await client.query('vacuum analyze')
  }
  await client.end()
  return ids
}

const place = { country: 'US', currency: 'USD', timeZone: 'UTC', locale: 'en' }

async function addMerchants(url: string, count: number): Promise<void> {
  const owner = ownerOf(url)
  for (let i = 0; i < count; i++) await makeMerchant(owner, { business: `Neighbour ${i}`, ...place })
  await owner.end()
}

/** A process for each of a thousand merchants would take longer than their customers. */
async function fillAll(url: string, ids: readonly string[], customers: number): Promise<void> {
  const owner = ownerOf(url)
  for (const [i, merchantId] of ids.entries())
    await generateCustomers(owner, { merchantId, customers, seed: String(i + 1) })
  await owner.end()
}

const ownerOf = (url: string) =>
  createPool(url, {
    max: 2,
    onError: (error) => {
      throw error
    },
  })

async function targetOf(
  merchant: string,
  port: number,
  url: string,
  session: boolean,
  cli: Cli,
): Promise<Target> {
  if (!session)
    return {
      port,
      headers: `authorization: Bearer ${cli('api-key', '--name', 'bench', '--merchant', merchant).trim().split('\n').at(-1)}\r\n`,
    }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    "select u.email from memberships m join users u on u.id = m.user_id where m.merchant_id = $1 and m.role = 'owner'",
    [merchant],
  )
  await client.end()
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: rows[0].email, password: 'a long enough phrase' }),
  })
  return { port, headers: `cookie: ${answer.headers.get('set-cookie')?.split(';')[0]}\r\n` }
}

const databaseUrl = (data: string) =>
  `postgres://clientele@localhost:5432/clientele?host=${encodeURIComponent(join(resolve(data), 'socket'))}`

async function answering(port: number): Promise<void> {
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.status === 200,
      () => false,
    )
    if (ready) return
    await new Promise((done) => setTimeout(done, 20))
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
