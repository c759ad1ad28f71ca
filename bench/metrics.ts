/**
 * What a customer came to, when there were many orders: a person and the organization they order for. No reference: the
 * limit is one for the eye.
 */
import { type Client, load, openClient, percentile, type Target } from './http-load.ts'
import { startProduct } from './product.ts'

const REQUESTS = 300
const YEARS = 10
const WRITERS = 4
const DAY = 86_400_000

export type MetricsBench = { readonly orders: number; readonly data: string; readonly json: boolean }

export async function measureMetrics({ orders, data, json }: MetricsBench): Promise<void> {
  const product = await startProduct({ data, customers: 0, merchants: 1, session: false, hasOrders: true })
  try {
    const { target } = product.merchants[0] as { readonly target: Target }
    const ids = await filled(target, orders)
    const client = await openClient(target)
    const today = new Date().toISOString().slice(0, 10)
    const whole = `?from=${Number(today.slice(0, 4)) - YEARS}-01-01&to=${today}`
    const asked = {
      'person, 12 months': `/customers/${ids.person}/metrics`,
      'person, all': `/customers/${ids.person}/metrics${whole}`,
      'organization, all': `/customers/${ids.organization}/metrics${whole}`,
      'history, first page': `/customers/${ids.person}/orders${whole}&limit=20`,
      receipt: `/orders/${ids.order}/receipt`,
    }
    const figures: Record<string, unknown> = { orders }
    for (const [name, path] of Object.entries(asked)) figures[name] = await timed(client, path)
    client.close()
    const text = Object.entries(figures).map(([name, of]) => `${name} ${JSON.stringify(of)}`)
    process.stdout.write(`${json ? JSON.stringify(figures, null, 2) : text.join('\n')}\n`)
  } finally {
    await product.stop()
  }
}

async function timed(client: Client, path: string) {
  const { ms } = await load([client], Array<string>(REQUESTS).fill(`/api/v1${path}`))
  const rounded = (value: number) => Number(value.toFixed(2))
  return {
    p50: rounded(percentile(ms, 0.5)),
    p95: rounded(percentile(ms, 0.95)),
    max: rounded(Math.max(...ms)),
  }
}

/** The same again when the folder is filled already: orders that come twice change nothing. */
async function filled(target: Target, orders: number) {
  const organization = (await made(target, { type: 'business', businessName: 'Press', number: 'B-1' })).id
  const person = (
    await made(target, {
      ...{ type: 'personal', firstName: 'Ana', number: 'P-1' },
      organizations: [{ id: organization, isPrimary: true }],
    })
  ).id
  const now = Math.floor(Date.now() / DAY) * DAY
  let next = 0
  let order = ''
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      for (let i = next++; i < orders; i = next++) {
        const at = now - Math.floor((i * YEARS * 365) / orders) * DAY - (i % 12) * 3_600_000
        order = (await call(target, 'PUT', `/orders/external/bench/${i}`, orderOf(new Date(at), i))).id
      }
    }),
  )
  return { organization, person, order }
}

const orderOf = (placedAt: Date, i: number) => ({
  placedAt: placedAt.toISOString(),
  receiptNumber: String(i),
  customer: { number: 'P-1' },
  items: [{ name: 'Lunch', quantity: (i % 3) + 1, unitAmount: 1250 }],
  payments: [{ method: 'card', amount: ((i % 3) + 1) * 1250, brand: 'visa', last4: '4242' }],
})

type Person = { readonly number: string; readonly [field: string]: unknown }

/** Somebody of this number, who may be there from the time before. */
async function made(target: Target, customer: Person): Promise<{ id: string }> {
  const known = await call(target, 'GET', `/customers?fields=id&q=${customer.number}`)
  return known.items?.[0] ?? (await call(target, 'POST', '/customers', customer))
}

type Answer = { readonly id: string; readonly items?: readonly { readonly id: string }[] }

async function call(target: Target, method: string, path: string, body?: unknown): Promise<Answer> {
  const [name = '', value = ''] = target.headers.trim().split(': ')
  const answer = await fetch(`http://127.0.0.1:${target.port}/api/v1${path}`, {
    method,
    headers: { [name]: value, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Answer
}
