import { request as httpRequest } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { type Caller, setup } from '../../../../test/harness.ts'
import { startWorker } from '../../../../test/worker.ts'
import { verifyFigures } from '../index.ts'

type Answer = {
  line: number
  status: number
  id?: string
  outcome?: string
  code?: string
  fields?: { path: string }[]
}

const order = (externalId: string, more: object = {}) => ({
  source: 'till',
  externalId,
  placedAt: '2026-11-02T12:30:00Z',
  items: [{ name: 'Lunch', quantity: 2, unitAmount: 1250 }],
  ...more,
})
const linesOf = (orders: readonly unknown[]) =>
  orders.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('')

async function bring(caller: Caller, body: string): Promise<Answer[]> {
  const reply = await caller.call('POST', '/orders/bulk', Buffer.from(body), {
    'content-type': 'application/x-ndjson',
  })
  expect(reply.status, reply.text).toBe(200)
  expect(reply.headers['content-type']).toBe('application/x-ndjson')
  return answersIn(reply.text)
}

const answersIn = (text: string): Answer[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

const brief = (answers: readonly Answer[]) =>
  answers.map(({ line, status, outcome, code }) => [line, status, outcome ?? code])

test('each line is answered in order; what is wrong with one stops no other', async () => {
  const { as, db, first } = await setup()
  const ana = (await as.post('/customers', { type: 'personal', firstName: 'Ana', number: 'C-1' })).body
  const body = linesOf([
    order('1', { customer: { number: 'C-1' } }),
    '',
    '{"source": "till", ',
    order('2', { note: 'x', colour: 'red' }),
    order('3', { items: [{ name: 'Lunch', quantity: 'two', unitAmount: 1 }] }),
    order('4', { note: 'a\u0000b' }),
    order('5'),
  ])
  const answers = await bring(as, body)
  expect(brief(answers)).toEqual([
    [1, 201, 'created'],
    [3, 422, 'body.unreadable'],
    [4, 422, 'body.invalid'],
    [5, 422, 'body.invalid'],
    [6, 422, 'order.refused'],
    [7, 201, 'created'],
  ])
  expect(answers[2]?.fields?.map(({ path }) => path)).toEqual(['colour'])
  expect(answers[3]?.fields?.map(({ path }) => path)).toEqual(['items.0.quantity'])
  expect((await as.get(`/orders/${answers[0]?.id}`)).body.customer.id).toBe(ana.id)
  expect(brief(await bring(as, body))[0]).toEqual([1, 200, 'unchanged'])
  const differences: unknown[] = []
  expect(await verifyFigures(db, first.id, (one) => differences.push(one))).toBe(2)
  expect(differences).toEqual([])
})

test('of the same key twice the later one stands', async () => {
  const { as } = await setup()
  const answers = await bring(
    as,
    linesOf([order('1'), order('2'), order('1', { note: 'second' }), order('1', { note: 'third' })]),
  )
  expect(brief(answers)).toEqual([
    [1, 201, 'created'],
    [2, 201, 'created'],
    [3, 200, 'updated'],
    [4, 200, 'updated'],
  ])
  expect((await as.get(`/orders/${answers[0]?.id}`)).body.note).toBe('third')
})

test('more than one transaction takes are written at once and answered in order, the later of the same key last', async () => {
  const { as, db, first } = await setup()
  for (const n of [0, 1, 2])
    await as.post('/customers', { type: 'personal', firstName: 'Ana', number: `C-${n}` })
  const lines = Array.from({ length: 1300 }, (_, i) =>
    i % 100 === 50 ? '{' : order(String(i % 1200), { customer: { number: `C-${i % 4}` }, note: String(i) }),
  )
  const answers = await bring(as, linesOf(lines))
  expect(brief(answers)).toEqual(
    lines.map((line, i) =>
      line === '{'
        ? [i + 1, 422, 'body.unreadable']
        : i < 1200
          ? [i + 1, 201, 'created']
          : [i + 1, 200, 'updated'],
    ),
  )
  expect((await as.get(`/orders/${answers[0]?.id}`)).body.note).toBe('1200')
  const differences: unknown[] = []
  expect(await verifyFigures(db, first.id, (one) => differences.push(one))).toBe(1188)
  expect(differences).toEqual([])
})

test('a line without an end and lines of other systems are lines; one past a megabyte is not', async () => {
  const { as } = await setup()
  const long = `{"source":"till","externalId":"9","note":"${'x'.repeat(1024 * 1024)}"}`
  const body = `${JSON.stringify(order('1'))}\r\n${long}\n\n${JSON.stringify(order('2', { note: 'Čaj' }))}`
  expect(brief(await bring(as, body))).toEqual([
    [1, 201, 'created'],
    [2, 422, 'line.too_long'],
    [4, 201, 'created'],
  ])
  expect(await bring(as, '')).toEqual([])
})

test('only lines of JSON are taken, and only of those who may write orders', async () => {
  const { as, callerOf, first } = await setup()
  const ndjson = { 'content-type': 'application/x-ndjson' }
  expect((await as.post('/orders/bulk', [order('1')])).status).toBe(415)
  const reader = await callerOf(first.id, ['orders.read'])
  expect((await reader.call('POST', '/orders/bulk', Buffer.from('{}'), ndjson)).status).toBe(403)
})

test('whoever brings the same orders at once, in another order, brings each once', async () => {
  const { as, db, first } = await setup()
  await as.post('/customers', { type: 'personal', firstName: 'Ana', number: 'C-1' })
  const orders = Array.from({ length: 600 }, (_, i) => order(String(i), { customer: { number: 'C-1' } }))
  const turned = [...orders].reverse()
  const answers = await Promise.all([bring(as, linesOf(orders)), bring(as, linesOf(turned))])
  expect(
    answers
      .flat()
      .map(({ status }) => status)
      .filter((status) => status === 201),
  ).toHaveLength(600)
  const differences: unknown[] = []
  expect(await verifyFigures(db, first.id, (one) => differences.push(one))).toBe(600)
  expect(differences).toEqual([])
})

test('who reads nothing before everything is sent is not waited for, and gets every answer', async () => {
  const { app, first } = await setup()
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as { port: number }
  const MANY = 60_000
  const headers = { authorization: `Bearer ${first.key}`, 'content-type': 'application/x-ndjson' }
  const answers = await new Promise<Answer[]>((resolve, reject) => {
    const sent = httpRequest(
      { port, path: '/api/v1/orders/bulk', method: 'POST', headers },
      async (reply) => {
        await sleep(isSent ? 0 : 3_000)
        let text = ''
        for await (const piece of reply) text += piece
        resolve(answersIn(text))
      },
    )
    let isSent = false
    sent.on('error', reject)
    // Wrong in a way that costs the database nothing.
    const line = `{"source":"till","externalId":"1","${'a'.repeat(400)}":1}\n`
    for (let i = 0; i < MANY; i += 1000) sent.write(line.repeat(1000))
    sent.end(() => {
      isSent = true
    })
  })
  expect(answers.map(({ line }) => line)).toEqual(Array.from({ length: MANY }, (_, i) => i + 1))
})

test('plans that were made while there were no orders look each one up by its key later on', {
  timeout: 60_000,
}, async () => {
  const { as, db } = await setup()
  type Counters = { readonly orders: number; readonly read: number; readonly entries: number }
  // A connection tells all that it counted at once, at the end of a transaction a second later: each has one to do.
  const countersAt = (orders: number): Promise<Counters> =>
    vi.waitFor(
      async () => {
        await Promise.all(Array.from({ length: 12 }, () => as.get('/tags')))
        const { rows } = await db.owner.query<Counters>(
          `select (select n_tup_ins from pg_stat_user_tables where relname = 'orders')::int as orders,
                  (select sum(seq_tup_read) from pg_stat_user_tables where relname in ('orders', 'customer_stats'))::int as read,
                  (select sum(idx_tup_read) from pg_stat_user_indexes where relname in ('orders', 'customer_stats'))::int as entries`,
        )
        expect(rows[0]?.orders).toBe(orders)
        return rows[0] as Counters
      },
      { timeout: 20_000, interval: 250 },
    )
  await as.post('/customers', { type: 'personal', firstName: 'Ana', number: 'C-0' })
  await db.owner.query(
    `insert into customers (merchant_id, id, type, first_name, display_name, number, customer_since)
     select merchant_id, gen_random_uuid(), 'personal', 'Ana', 'Ana', 'C-' || no, current_date
       from customers, generate_series(1, 299) no`,
  )
  await db.owner.query('vacuum analyze orders, customer_stats, customer_days, customer_store_stats')
  const BATCH = 500
  const some = async (batch: number) =>
    bring(
      as,
      linesOf(
        Array.from({ length: BATCH }, (_, i) =>
          order(`${batch}-${i}`, { customer: { number: `C-${i % 300}` } }),
        ),
      ),
    )
  for (const batch of [1, 2, 3, 4, 5]) await some(batch)
  const before = await countersAt(5 * BATCH)
  await some(6)
  const after = await countersAt(6 * BATCH)
  expect(after.read - before.read).toBeLessThan(BATCH)
  expect(after.entries - before.entries).toBeGreaterThan(BATCH)
  expect(after.entries - before.entries).toBeLessThan(BATCH * 40)
})

test('who goes between the look and the write leaves an order that is nobody’s, and all others stand', async () => {
  const { as, db, first } = await setup()
  const make = async (number: string) =>
    (await as.post('/customers', { type: 'personal', firstName: 'Ana', number })).body.id as string
  const [going] = [await make('C-1'), await make('C-2')]
  // So many that they are looked up beforehand.
  const orders = Array.from({ length: 600 }, (_, n) =>
    order(String(n), { customer: { number: n === 300 ? 'C-1' : 'C-2' } }),
  )
  const other = await db.owner.connect()
  let answers: Answer[]
  try {
    await other.query('begin')
    await other.query('delete from customers where id = $1', [going])
    const brought = bring(as, linesOf(orders))
    await vi.waitFor(async () => {
      const { rows } = await db.owner.query(
        "select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and query like '%lock_figures%'",
      )
      expect(rows[0].n).toBeGreaterThan(0)
    })
    await other.query('commit')
    answers = await brought
  } finally {
    other.release()
  }

  expect(answers.filter(({ outcome }) => outcome !== 'created')).toEqual([])
  const left = (await as.get(`/orders/${answers[300]?.id}`)).body
  expect(left.customer).toBeNull()
  expect(left.customerReference).toEqual({ number: 'C-1' })
  const differences: string[] = []
  expect(await verifyFigures(db, first.id, ({ table }) => differences.push(table))).toBe(600)
  // Nobody who goes by hand is taken out of the census; the product deletes nobody by themselves.
  expect(differences.filter((table) => table !== 'customer_census')).toEqual([])
})

test('once very many are there, the sales of a day are one row again without waiting for the next quarter of an hour', {
  timeout: 60_000,
}, async () => {
  const { as, db } = await setup()
  await startWorker(db)
  const day = (n: number) => new Date(Date.UTC(2018, 0, 1 + n, 12)).toISOString()
  const lines = Array.from({ length: 2100 }, (_, n) => order(`${n}`, { placedAt: day(n) }))

  await bring(as, linesOf(lines))

  const slots = () => db.owner.query('select slot, count(*)::int as days from daily_sales group by 1')
  await expect
    .poll(async () => (await slots()).rows, { timeout: 30_000 })
    .toEqual([{ slot: 1000, days: 2100 }])
})
