import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureBulk } from './bulk.ts'
import { measureDay } from './day.ts'
import { measureFace } from './face.ts'
import { load, openClient, percentile, type Target } from './http-load.ts'
import { inputsOf, type Operation, operations, type Pair } from './inputs.ts'
import { residentOf } from './memory.ts'
import { measureMetrics } from './metrics.ts'
import { measureOrders } from './orders.ts'
import { startProduct } from './product.ts'
import { startReference } from './reference.ts'

const REQUESTS = 2000
const TURN = 200

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    customers: { type: 'string', default: '100000' },
    orders: { type: 'string' },
    merchants: { type: 'string', default: '1' },
    clients: { type: 'string', default: '1,10' },
    data: { type: 'string' },
    session: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: true },
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '60' },
  },
})
const customers = Number(values.customers)
const merchants = Number(values.merchants)
if (positionals[0] === 'bulk') {
  const data = values.data ?? join(tmpdir(), `clientele-bench-bulk-${customers}`)
  await measureBulk({ customers, data, json: values.json, isWatched: values.watch })
  process.exit()
}
if (positionals[0] === 'metrics') {
  const orders = Number(values.orders ?? 5000)
  const data = values.data ?? join(tmpdir(), `clientele-bench-metrics-${orders}`)
  await measureMetrics({ orders, data, json: values.json })
  process.exit()
}
if (positionals[0] === 'orders') {
  const data = values.data ?? join(tmpdir(), `clientele-bench-orders-${customers}`)
  await measureOrders({ customers, orders: Number(values.orders ?? 100_000), data, json: values.json })
  process.exit()
}
if (positionals[0] === 'day') {
  const data = values.data ?? join(tmpdir(), `clientele-bench-day-${customers}`)
  await measureDay({ customers, orders: Number(values.orders ?? 2000), data, json: values.json })
  process.exit()
}
if (positionals[0] === 'face') {
  const data = values.data ?? join(tmpdir(), `clientele-bench-${customers}-1`)
  await measureFace({ customers, data, seconds: Number(values.seconds), json: values.json })
  process.exit()
}
const wanted = operations.filter((name) => positionals.length === 0 || positionals.includes(name))

type Row = {
  readonly operation: Operation
  readonly clients: number
  readonly ratio: number
  readonly product: Figures
  readonly reference: Figures
  readonly firstTouchP50: number
  readonly firstTouchP95: number
}
type Figures = {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly max: number
}

const product = await startProduct({
  data: values.data ?? join(tmpdir(), `clientele-bench-${customers}-${merchants}`),
  customers,
  merchants,
  session: values.session,
})
const reference = await startReference(product.url)
const rows: Row[] = []
try {
  for (const operation of wanted) {
    for (const clients of values.clients.split(',').map(Number)) rows.push(await measure(operation, clients))
  }
} finally {
  await reference.stop()
  const memory = residentOf(product.pid)
  await product.stop()
  report(rows, memory)
}

/** Turn by turn, so that a slow moment of the machine meets both. */
async function measure(operation: Operation, clients: number): Promise<Row> {
  const targets = product.merchants.map((merchant) => merchant.target)
  const scout = await openClient(targets[0] as Target)
  const pairs = await inputsOf(operation, reference.pool, scout)
  scout.close()
  // An id belongs to one merchant.
  const asked = operation === 'record' ? targets.slice(0, 1) : targets
  const ours = await Promise.all(
    Array.from({ length: clients }, (_, i) => openClient(asked[i % asked.length] as Target)),
  )
  const theirs = await Promise.all(
    Array.from({ length: clients }, () => openClient({ port: reference.port, headers: '' })),
  )
  const pathsFrom = (side: keyof Pair, from: number) =>
    Array.from({ length: TURN }, (_, i) => (pairs[(from + i) % pairs.length] as Pair)[side])
  // Each input once before, told by itself: a machine may have put its pages away since they were written.
  const first = await load(
    ours,
    pairs.map((pair) => pair.product),
  )
  await load(
    theirs,
    pairs.map((pair) => pair.reference),
  )
  const sums = { product: { ms: [] as number[], seconds: 0 }, reference: { ms: [] as number[], seconds: 0 } }
  for (let turn = 0; turn < REQUESTS / TURN; turn++) {
    for (const [side, over] of [
      ['product', ours],
      ['reference', theirs],
    ] as const) {
      const timings = await load(over, pathsFrom(side, turn * TURN))
      sums[side].ms.push(...timings.ms)
      sums[side].seconds += timings.seconds
    }
  }
  for (const client of [...ours, ...theirs]) client.close()
  const figures = ({ ms, seconds }: { ms: number[]; seconds: number }): Figures => ({
    perSecond: ms.length / seconds,
    p50: percentile(ms, 0.5),
    p95: percentile(ms, 0.95),
    max: Math.max(...ms),
  })
  const [a, b] = [figures(sums.product), figures(sums.reference)]
  const row = {
    operation,
    clients,
    ratio: a.perSecond / b.perSecond,
    product: a,
    reference: b,
    firstTouchP50: percentile(first.ms, 0.5),
    firstTouchP95: percentile(first.ms, 0.95),
  }
  if (!values.json) process.stdout.write(`${lineOf(row)}\n`)
  return row
}

function lineOf(row: Row): string {
  const side = (f: Figures) =>
    `${Math.round(f.perSecond)}/s p50 ${f.p50.toFixed(2)} p95 ${f.p95.toFixed(2)} max ${f.max.toFixed(1)} ms`
  return `${row.operation.padEnd(10)} ${String(row.clients).padStart(2)} clients  ratio ${row.ratio.toFixed(2)}  product ${side(row.product)}  reference ${side(row.reference)}  first touch p50 ${row.firstTouchP50.toFixed(2)} p95 ${row.firstTouchP95.toFixed(2)} ms`
}

function report(measured: readonly Row[], memory: string): void {
  if (values.json)
    process.stdout.write(
      `${JSON.stringify({ customers, merchants, secondsToReady: product.secondsToReady, memory, rows: measured }, null, 2)}\n`,
    )
  else process.stdout.write(`start to ready ${product.secondsToReady.toFixed(2)} s; resident ${memory}\n`)
}
