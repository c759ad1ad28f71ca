// Orders for pictures and for what is looked at in a browser: of every kind that the screens show differently.
import type { Page } from 'playwright-core'

type Put = (path: string, body: unknown) => Promise<unknown>

const hour = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString()

type Of = Readonly<{ customers: readonly string[]; stores: readonly string[] }>

/** A till, a webshop and the book of catering; every sixth is a guest's. */
export async function bringOrders(put: Put, { customers, stores }: Of, count = 24): Promise<void> {
  for (let n = 0; n < count; n++) {
    const known = n % 6 === 5 ? undefined : customers[(n * 5) % customers.length]
    const store = stores[n % stores.length]
    const [source, order] = (kinds[n % kinds.length] ?? ticket)(n)
    await put(`/orders/external/${source}/${1000 + n}`, {
      placedAt: ago(3 + n * 11),
      customer: known === undefined ? stranger : { id: known },
      ...(store !== undefined && { store: { id: store } }),
      ...order,
    })
  }
}

/** Into the business that this page works in, as its user. */
export async function bringOrdersAs(page: Page): Promise<void> {
  const at = (path: string) => new URL(`/api/v1${path}`, page.url()).href
  const idsOf = async (path: string): Promise<string[]> => {
    const { items } = await (await page.request.get(at(path))).json()
    return items.map(({ id }: { id: string }) => id)
  }
  const customers = [
    ...(await idsOf('/customers?limit=5&fields=id&tag=VIP')),
    ...(await idsOf('/customers?limit=2&fields=id&tag=Catering')),
  ]
  const put = async (path: string, data: unknown) => {
    const answer = await page.request.put(at(path), { data })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  }
  await bringOrders(put, { customers, stores: await idsOf('/stores') })
}

const stranger = { email: 'k.ostrander@example.com', phone: '+12125550146' }

type Made = readonly [string, object]

const ticket = (n: number): Made => [
  'till',
  {
    number: `T-${10_418 - n}`,
    receiptNumber: `${88_120 - n}`,
    channel: 'pos',
    staff: 'Counter 2',
    items: [
      { name: 'Flat white', quantity: 2, unitAmount: 450, modifiers: [{ name: 'Oat milk', amount: 60 }] },
      { name: 'Cheddar, aged', category: 'Deli', quantity: '0.45', unitPrice: '28.5' },
      { name: 'Sourdough', sku: 'BR-02', quantity: 1, unitAmount: 780, discountRate: '0.1' },
    ],
    taxes: [{ name: 'Sales tax', rate: '0.0825', amount: 248 }],
    tipAmount: 300,
    payments: [{ method: 'cash', amount: 3553, tendered: 4000 }],
  },
]

const webOrder = (n: number): Made => [
  'webshop',
  {
    number: `W-${2204 - n}`,
    kind: 'order',
    channel: 'web',
    status: n % 7 === 5 ? 'refunded' : 'fulfilled',
    items: [{ name: 'Hamper “Harvest”', sku: 'HAM-3', quantity: 1, unitAmount: 8900 }],
    discounts: [{ name: 'WELCOME', amount: 500 }],
    shippingAmount: 950,
    payments: [{ method: 'card', amount: 9350, brand: 'visa', last4: '4242', at: ago(3 + n * 11) }],
    shipments: [
      { status: 'Delivered', carrier: 'UPS', trackingNumber: '1Z 999 AA1 0123', shippedAt: ago(n * 11) },
    ],
    refunds: n % 7 === 5 ? [{ amount: 2000, reason: 'One jar was broken', at: ago(1) }] : [],
  },
]

const catering = (n: number): Made => [
  'catering',
  {
    number: `C-${318 - n}`,
    kind: 'order',
    channel: 'catering',
    status: n % 3 === 0 ? 'open' : 'confirmed',
    fulfilAt: ago(-72),
    purchaseOrder: 'PO-5581',
    note: 'Deliver to the side entrance.\nTwo vegetarian platters, please keep them apart.',
    items: [
      { name: 'Lunch platter', category: 'Catering', quantity: 12, unitAmount: 1850 },
      { name: 'Still water', quantity: 24, unitAmount: 150, discountAmount: 600 },
    ],
    taxes: [{ name: 'Sales tax', rate: '0.0825', amount: 2079 }],
    serviceChargeAmount: 2500,
    payments: [{ method: 'account', amount: 10_000 }],
  },
]

const weekly = (n: number): Made => [
  'catering',
  {
    number: `S-${41 - n}`,
    kind: 'subscription',
    channel: 'catering',
    status: n % 2 === 0 ? 'open' : 'draft',
    recurrence: { rule: 'FREQ=WEEKLY;BYDAY=MO,TH', nextAt: ago(-96) },
    items: [{ name: 'Fruit basket, office', quantity: 1, unitAmount: 4200 }],
  },
]

const cancelled = (n: number): Made => [
  'webshop',
  {
    number: `W-${2204 - n}`,
    kind: 'order',
    channel: 'phone',
    status: 'cancelled',
    items: [{ name: 'Cheese board for eight', quantity: 1, unitAmount: 12_400 }],
  },
]

const kinds = [ticket, webOrder, catering, ticket, weekly, webOrder, cancelled] as const
