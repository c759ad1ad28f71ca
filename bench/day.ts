/**
 * Twenty clients that put orders into one merchant's day at once, for the same few organizations, against twenty clients with a
 * merchant each, turn by turn. Whatever is not answered with 201 is an error: a deadlock must not come to light.
 */
import pg from 'pg'
import { randomOf } from '../server/src/kernel/random.ts'
import { madeUpOrder } from '../server/src/modules/orders/index.ts'
import { percentile, type Target } from './http-load.ts'
import type { OrderBench } from './orders.ts'
import { type Product, startProduct } from './product.ts'
import { verify } from './verify.ts'

const CLIENTS = 20
const TURNS = 3
const ORGANIZATIONS = 5

/** `customers` are those of all merchants; `orders` those of one turn. */
export async function measureDay({ customers, orders, data, json }: OrderBench): Promise<void> {
  const product = await startProduct({
    ...{ data, customers, merchants: CLIENTS, session: false, hasOrders: true },
  })
  try {
    const shops = await shopsOf(product)
    const run = `day-${Date.now()}`
    let no = 0
    const turn = (of: readonly Shop[]) => {
      no += orders
      return putAll(of, { run, from: no - orders, orders })
    }
    const one = [shops[0] as Shop]
    await turn(one)
    await turn(shops)
    const together: Turn[] = []
    const apart: Turn[] = []
    for (let i = 0; i < TURNS; i++) {
      together.push(await turn(one))
      apart.push(await turn(shops))
    }
    const figures = { oneMerchant: sumOf(together), twentyMerchants: sumOf(apart) }
    const ratio = figures.oneMerchant.perSecond / figures.twentyMerchants.perSecond
    const result = { customers, orders: orders * TURNS, ...figures, ratio, verify: verify(data) }
    process.stdout.write(`${JSON.stringify(result, null, json ? 2 : undefined)}\n`)
  } finally {
    await product.stop()
  }
}

type Shop = {
  readonly target: Target
  readonly frame: { readonly customers: readonly string[]; readonly storeIds: readonly string[] }
  readonly organizations: readonly string[]
}

async function shopsOf({ url, merchants }: Product): Promise<Shop[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const ids = async (text: string, merchant: string) =>
    (await client.query(text, [merchant])).rows.map(({ id }) => id as string)
  const shops: Shop[] = []
  for (const { id, target } of merchants)
    shops.push({
      target,
      frame: {
        customers: await ids('select id from customers where merchant_id = $1 order by id', id),
        storeIds: await ids('select id from stores where merchant_id = $1 order by id', id),
      },
      organizations: await ids(
        `select id from customers where merchant_id = $1 and type = 'business' order by id limit ${ORGANIZATIONS}`,
        id,
      ),
    })
  await client.end()
  return shops
}

type Turn = { readonly seconds: number; readonly ms: readonly number[] }

/** Each client goes to the shop of its place, round and round. */
async function putAll(
  shops: readonly Shop[],
  { run, from, orders }: { readonly run: string; readonly from: number; readonly orders: number },
): Promise<Turn> {
  const ms: number[] = []
  let next = 0
  const placedAt = new Date().toISOString()
  const client = async (at: number) => {
    const { target, frame, organizations } = shops[at % shops.length] as Shop
    const headers = {
      authorization: target.headers.trim().slice('authorization: '.length),
      'content-type': 'application/json',
    }
    while (next < orders) {
      const no = from + next++
      const random = randomOf(`${run} ${no}`)
      const made = madeUpOrder(random, { source: run, no, ...frame, now: new Date() })
      const { source: _, externalId, refunds: __, ...order } = made
      const organization = { id: random.pick(organizations) }
      const sent = performance.now()
      const answer = await fetch(
        `http://127.0.0.1:${target.port}/api/v1/orders/external/${run}/${externalId}`,
        { method: 'PUT', headers, body: JSON.stringify({ ...order, placedAt, organization }) },
      )
      const text = await answer.text()
      if (answer.status !== 201) throw new Error(`a PUT was answered with ${answer.status}: ${text}`)
      ms.push(performance.now() - sent)
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: CLIENTS }, (_, at) => client(at)))
  return { seconds: (performance.now() - begun) / 1000, ms }
}

function sumOf(turns: readonly Turn[]) {
  const ms = turns.flatMap((turn) => turn.ms)
  const seconds = turns.reduce((sum, turn) => sum + turn.seconds, 0)
  return { perSecond: ms.length / seconds, p50: percentile(ms, 0.5), p95: percentile(ms, 0.95) }
}
