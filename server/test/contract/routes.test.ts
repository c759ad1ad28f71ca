// Everybody tries to be a stranger: every route of the API × {no key, wrong key, missing right, other merchant}.
import { describe, expect, test } from 'vitest'
import { permissions } from '../../src/kernel/permissions.ts'
import { callerWith, setup } from '../harness.ts'

type Operation = {
  readonly operationId?: string
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly security?: readonly unknown[]
  readonly responses: Readonly<Record<string, unknown>>
}
type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly operation: Operation
}

const someId = '0190aaaa-0000-7000-8000-000000000001'

async function everyRoute(kit: Awaited<ReturnType<typeof setup>>): Promise<Route[]> {
  const document = (await kit.anonymous.get('/api/openapi.json')).body
  return Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method: method.toUpperCase() as Route['method'],
      path,
      operation,
    })),
  )
}

const isPublic = (route: Route) => route.operation.security?.length === 0
const addressOf = (route: Route) => route.path.replace(/\{[^}]+\}/g, someId)

describe('every route', () => {
  test('is described: an operation id of its own, a summary, a tag, its refusals', async () => {
    const routes = await everyRoute(await setup())
    const ids = routes.map((route) => route.operation.operationId)

    expect(routes.length).toBeGreaterThan(10)
    expect(new Set(ids).size).toBe(ids.length)
    for (const route of routes) {
      const name = `${route.method} ${route.path}`
      expect(route.operation.operationId, name).toMatch(/^[a-z][A-Za-z]+$/)
      expect(route.operation.summary, name).toBeTruthy()
      expect(route.operation.tags?.length, name).toBe(1)
      if (!isPublic(route)) expect(Object.keys(route.operation.responses), name).toContain('401')
    }
  })

  test('refuses no key and a wrong key with 401', async () => {
    const kit = await setup()
    const wrong = callerWith(kit.app, { authorization: 'Bearer clk_wrong' })
    const ended = callerWith(kit.app, { cookie: 'clientele_session=ended' })
    for (const route of (await everyRoute(kit)).filter((r) => !isPublic(r))) {
      for (const caller of [kit.anonymous, wrong, ended]) {
        const reply = await caller.call(route.method, addressOf(route))
        expect(reply.status, `${route.method} ${route.path}`).toBe(401)
        expect(reply.headers['content-type']).toContain('application/problem+json')
      }
    }
  })

  test('refuses a key without the right with 403, unless any signed-in caller may', async () => {
    const kit = await setup()
    const powerless = await kit.callerOf(kit.first.id, [])
    for (const route of (await everyRoute(kit)).filter(
      (r) => !isPublic(r) && r.operation.responses['403'] !== undefined,
    )) {
      const reply = await powerless.call(route.method, addressOf(route))
      expect(reply.status, `${route.method} ${route.path}`).toBe(403)
    }
  })

  test('answers 404 for an id that is malformed', async () => {
    const kit = await setup()
    const routes = await everyRoute(kit)
    for (const route of routes.filter((r) => /\{id\}/.test(r.path) && r.method === 'GET')) {
      const malformed = await kit.as.get(
        route.path.replace('{id}', 'not-an-id').replace(/\{[^}]+\}/g, someId),
      )
      expect(malformed.status, route.path).toBe(404)
    }
    expect((await kit.as.get('/customers/%zz')).status).toBe(404)
    expect((await kit.as.get(`/customers/${'x'.repeat(400)}`)).status).toBe(404)
    expect((await kit.as.get('/nothing/here')).status).toBe(404)
  })

  test('answers 405 for another method, and says in Allow what its path takes', async () => {
    const kit = await setup()
    const taken = Map.groupBy(await everyRoute(kit), addressOf)
    for (const [address, routes] of taken) {
      const methods: string[] = routes.map((route) => route.method)
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        if (methods.includes(method)) continue
        for (const path of [address, `${address}/`, `${address}?q=x`]) {
          const reply = await kit.anonymous.call(method, path)
          expect(reply.status, `${method} ${path}`).toBe(405)
          expect(reply.headers['content-type']).toContain('application/problem+json')
          const allowed = String(reply.headers.allow).split(', ')
          expect(allowed.filter((one) => one !== 'HEAD').sort(), `${method} ${path}`).toEqual(methods.sort())
        }
      }
    }
    expect((await kit.app.inject({ method: 'HEAD', url: '/api/v1/customers/bulk' })).statusCode).toBe(405)
  })

  test('refuses parameters that it does not know with 400', async () => {
    const kit = await setup()
    for (const route of await everyRoute(kit)) {
      if (route.path.endsWith('/events')) continue
      const reply = await kit.as.call(route.method, `${addressOf(route)}?bogus=1`)
      // A route for people alone says so first; a body that is missing is named first.
      expect([400, 403, 415, 422, 428], `${route.method} ${route.path}`).toContain(reply.status)
      if (route.method === 'GET' && reply.status !== 403)
        expect(reply.body.code, route.path).toBe('query.invalid')
    }
  })

  test('never answers 5xx to naughty bodies, addresses and headers', async () => {
    const kit = await setup()
    const bodies: unknown[] = [
      undefined,
      {},
      [],
      null,
      { '\u0000': 1 },
      { name: '\u0000' },
      { __proto__: { a: 1 } },
      'x'.repeat(2000),
      { constructor: {} },
    ]
    for (const route of await everyRoute(kit)) {
      if (route.path.endsWith('/events')) continue
      for (const [body, query] of bodies.flatMap(
        (body) =>
          [
            [body, ''],
            [body, '?%00=%00&q=%00'],
          ] as const,
      )) {
        const reply = await kit.as.call(
          route.method,
          `${addressOf(route)}${query}`,
          route.method === 'GET' ? undefined : body,
          {
            'if-match': '"1"',
            'content-type': 'application/json',
          },
        )
        expect(reply.status, `${route.method} ${route.path} ${JSON.stringify(body)}`).toBeLessThan(500)
      }
    }
  })

  test('knows nothing of another merchant: its ids are 404 and its rows unchanged', async () => {
    const kit = await setup()
    const other = await kit.merchant({ name: 'Other' })
    const ids = await oneOfEach(other.caller)
    const before = await snapshot(kit.db.owner, other.id)

    for (const route of (await everyRoute(kit)).filter((r) => r.path.includes('{') && !isPublic(r))) {
      const id = ids[route.path.split('/')[3] ?? '']
      if (id === undefined) continue
      const reply = await kit.as.call(route.method, route.path.replace(/\{[^}]+\}/g, id), bodyFor(route), {
        'if-match': '*',
      })
      expect([404, 403, 415, 422], `${route.method} ${route.path} answered ${reply.status}`).toContain(
        reply.status,
      )
      if (reply.status === 403) expect(reply.body.code).toBe('access.user_only')
      if (route.method === 'GET' || route.method === 'DELETE')
        expect([404, 403], `${route.method} ${route.path}`).toContain(reply.status)
    }
    expect(await snapshot(kit.db.owner, other.id)).toEqual(before)
  })
})

test('a role holds only permissions of the catalogue', async () => {
  const { db } = await setup()
  const { rows } = await db.owner.query('select distinct unnest(permissions) as permission from roles')

  for (const { permission } of rows) expect(permissions).toContain(permission)
})

/** Something of every kind that has a page of its own. */
async function oneOfEach(caller: Awaited<ReturnType<typeof setup>>['as']): Promise<Record<string, string>> {
  const customer = await caller.post('/customers', { type: 'personal', firstName: 'Ann', lastName: 'Other' })
  const tag = await caller.post('/tags', { name: 'Secret', color: 'red' })
  const store = await caller.post('/stores', { name: 'Hidden' })
  const attribute = await caller.post('/custom-attributes', { key: 'secret', label: 'Secret', kind: 'text' })
  const key = await caller.post('/api-keys', { name: 'Other key' })
  const job = await caller.post('/customers/bulk', {
    action: 'addTag',
    tagId: tag.body.id,
    ids: [customer.body.id],
  })
  const order = await caller.put('/orders/external/till/1', {
    placedAt: '2026-11-02T12:00:00Z',
    totals: { total: 100 },
  })
  const review = await caller.put('/reviews/external/till/1', { at: '2026-11-02T12:00:00Z', score: 5 })
  const mail = await caller.post(`/orders/${order.body.id}/receipt/send`, { to: 'ann@example.com' })
  for (const made of [customer, tag, store, attribute, key, job, order, review, mail])
    expect(made.status, made.text).toBeLessThan(300)
  return {
    customers: customer.body.id,
    tags: tag.body.id,
    stores: store.body.id,
    'custom-attributes': attribute.body.id,
    'api-keys': key.body.id,
    jobs: job.body.id,
    orders: order.body.id,
    reviews: review.body.id,
    outbox: mail.body.id,
  }
}

function bodyFor(route: Route): unknown {
  if (route.method === 'GET' || route.method === 'DELETE') return undefined
  if (route.path.endsWith('/merge')) return { into: someId }
  if (route.path.includes('/stores') || route.path.includes('/tags')) return { name: 'Stolen' }
  if (route.path.includes('/custom-attributes')) return { label: 'Stolen' }
  if (route.path.endsWith('/customers/{id}')) return { firstName: 'Stolen' }
  return {}
}

async function snapshot(
  owner: { query(text: string, values: unknown[]): Promise<{ rows: unknown[] }> },
  merchantId: string,
) {
  const tables = [
    'customers',
    'tags',
    'stores',
    'custom_attributes',
    'customer_tags',
    'activities',
    'bulk_jobs',
    'orders',
    'reviews',
    'outbox',
  ]
  const states = tables.map((table) =>
    owner.query(
      `select count(*)::int as rows, coalesce(sum(hashtext(t::text)::bigint), 0)::text as sum from ${table} t where merchant_id = $1`,
      [merchantId],
    ),
  )
  return (await Promise.all(states)).map((state, i) => ({ table: tables[i], ...(state.rows[0] as object) }))
}
