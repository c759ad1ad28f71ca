import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../../test/harness.ts'
import { userOf } from '../../../../test/people.ts'
import { listCells } from '../customer.fields.ts'

type Setup = Awaited<ReturnType<typeof setup>>
type Made = { id: string; displayName: string }

async function given({ as }: Pick<Setup, 'as'>, ...customers: object[]): Promise<Made[]> {
  const made: Made[] = []
  for (const customer of customers) {
    const reply = await as.post('/customers', customer)
    expect(reply.status, reply.text).toBe(201)
    made.push(reply.body)
  }
  return made
}

async function names({ as }: Pick<Setup, 'as'>, query: string): Promise<string[]> {
  const reply = await as.get(`/customers?${query}`)
  expect(reply.status, reply.text).toBe(200)
  return reply.body.items.map((item: Made) => item.displayName)
}

async function store({ as }: Pick<Setup, 'as'>, body: object): Promise<{ id: string }> {
  const reply = await as.post('/stores', body)
  expect(reply.status, reply.text).toBe(201)
  return reply.body
}

const person = (firstName: string, lastName: string, more: object = {}) => ({ firstName, lastName, ...more })

test('the list is alphabetical as people read it: by last name, accents and case aside', async () => {
  const on = await setup()
  await given(
    on,
    person('Zoe', 'adams'),
    person('Álvaro', 'Ábalos'),
    { type: 'business', businessName: 'Éclair Bakery' },
    person('Ann', 'Zimmer'),
    person('Bob', 'Adams'),
    person('Борис', 'Иванов'),
  )

  expect(await names(on, '')).toEqual([
    'Álvaro Ábalos',
    'Bob Adams',
    'Zoe adams',
    'Éclair Bakery',
    'Ann Zimmer',
    'Борис Иванов',
  ])
  expect((await names(on, 'sort=-name'))[0]).toBe('Борис Иванов')
})

test('a list item holds all but addresses, secondary phones and attributes', async () => {
  const on = await setup()
  const phones = [
    { kind: 'work', number: '+442079460958', isPrimary: false },
    { kind: 'mobile', number: '+12125550188', isPrimary: true },
  ]
  const [made] = await given(
    on,
    person('Ann', 'Lee', { phones, tags: ['VIP'], address: { line1: '1 Main' } }),
  )

  const { body } = await on.as.get('/customers')

  const { addresses, attributes, phones: _, ...rest } = made as unknown as Record<string, unknown>
  expect(addresses).toHaveLength(1)
  expect(attributes).toEqual({})
  expect(body.items[0]).toEqual({ ...rest, phones: [expect.objectContaining({ number: '+12125550188' })] })
})

test('fields answers just these and the id', async () => {
  const on = await setup()
  await on.as.post('/custom-attributes', { key: 'size', label: 'Size', kind: 'number', filterable: true })
  const [made] = await given(on, person('Ann', 'Lee', { attributes: { size: 3 } }))

  const { body } = await on.as.get('/customers?fields=displayName,tags,attributes.size')

  expect(body.items).toEqual([{ id: made?.id, displayName: 'Ann Lee', tags: [], attributes: { size: 3 } }])
  expect((await on.as.get('/customers?fields=displayName,nonsense')).status).toBe(400)
})

test.each([
  ['name', 'displayName'],
  ['createdAt', 'createdAt'],
  ['customerSince', 'customerSince'],
  ['number', 'number'],
  ['type', 'type'],
  ['email', 'email'],
])(
  'sorted by %s either way, pages of three come to the end with everybody once and absent values last',
  async (sort, field) => {
    const on = await setup()
    const emails = ['b@x.example', null, 'a@x.example', null, 'c@x.example', 'a@x.example', null]
    await given(
      on,
      ...emails.map((email, at) => ({
        ...(at % 3 === 0
          ? { type: 'business', businessName: `Firm ${at % 2}` }
          : person('Ann', `Lee ${at % 2}`)),
        email,
        registeredAt: `20${10 + (at % 4)}-01-01T00:00:00Z`,
      })),
    )

    for (const order of [sort, `-${sort}`]) {
      const seen = await everyPage(on, `sort=${order}&limit=3`)
      expect(new Set(seen.map((item) => item.id)).size).toBe(emails.length)
      const values = seen.map((item) => item[field] as string | null)
      const present = values.filter((value) => value !== null)
      expect(values.slice(present.length).every((value) => value === null)).toBe(true)
      if (field !== 'displayName') {
        const sorted = [...present].sort()
        expect(present).toEqual(order.startsWith('-') ? sorted.reverse() : sorted)
      }
    }
  },
)

async function everyPage(
  { as }: Pick<Setup, 'as'>,
  query: string,
): Promise<(Made & Record<string, unknown>)[]> {
  const seen: (Made & Record<string, unknown>)[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body, status } = await as.get(`/customers?${query}${cursor && `&cursor=${cursor}`}`)
    expect(status).toBe(200)
    seen.push(...body.items)
    cursor = body.nextCursor
  }
  return seen
}

test('a cursor of another order, of another list or of nobody is refused', async () => {
  const on = await setup()
  await given(on, person('Ann', 'A'), person('Bob', 'B'), person('Cid', 'C'))
  const { body } = await on.as.get('/customers?limit=1')

  expect((await on.as.get(`/customers?sort=email&cursor=${body.nextCursor}`)).status).toBe(400)
  expect((await on.as.get(`/customers?sort=-name&cursor=${body.nextCursor}`)).status).toBe(400)
  expect((await on.as.get(`/customers?q=ann&cursor=${body.nextCursor}`)).status).toBe(400)
  expect((await on.as.get('/customers?cursor=bm9uc2Vuc2U')).status).toBe(400)
})

test('filters by type, tags, stores, status and organization combine', async () => {
  const on = await setup()
  const north = await store(on, { name: 'North', code: 'N1' })
  const south = await store(on, { name: 'South' })
  const [firm] = await given(on, { type: 'business', businessName: 'Oak', tags: ['VIP'], stores: [north.id] })
  const [, , gone] = await given(
    on,
    person('Ann', 'A', { tags: ['VIP', 'Press'], stores: [north.id], organizations: [firm?.id] }),
    person('Bob', 'B', { tags: ['Press'], stores: [south.id] }),
    person('Cid', 'C', { tags: ['VIP'], stores: [north.id, south.id] }),
  )
  await on.as.delete(`/customers/${gone?.id}`)

  expect(await names(on, 'type=business')).toEqual(['Oak'])
  expect(await names(on, 'tag=vip')).toEqual(['Ann A', 'Oak'])
  expect(await names(on, 'tag=VIP&tag=Press')).toEqual(['Ann A', 'Bob B', 'Oak'])
  expect(await names(on, 'tagAll=VIP&tagAll=Press')).toEqual(['Ann A'])
  expect(await names(on, `store=${south.id}`)).toEqual(['Bob B'])
  expect(await names(on, 'store=N1&store=South')).toEqual(['Ann A', 'Bob B', 'Oak'])
  expect(await names(on, 'store=North&type=personal&tag=Press')).toEqual(['Ann A'])
  expect(await names(on, 'status=inactive')).toEqual(['Cid C'])
  expect(await names(on, 'status=all&tag=VIP')).toEqual(['Ann A', 'Cid C', 'Oak'])
  expect(await names(on, `organization=${firm?.id}`)).toEqual(['Ann A'])
  expect(await names(on, 'tag=nobody-has-it')).toEqual([])
  expect((await on.as.get('/customers/count?tag=VIP&tag=Press')).body).toEqual({ count: 3, capped: false })
})

test('days of creation are the merchant’s own, and both ends belong', async () => {
  const on = await setup()
  const [ann] = await given(on, person('Ann', 'A'), person('Bob', 'B'))
  const set = (id: string | undefined, at: string) =>
    on.db.owner.query('update customers set created_at = $2, customer_since = $3 where id = $1', [
      id,
      at,
      at.slice(0, 10),
    ])
  // 03:30 UTC is still the evening before in New York, where this merchant is.
  await set(ann?.id, '2026-03-05T03:30:00Z')

  expect(await names(on, 'createdFrom=2026-03-04&createdTo=2026-03-04')).toEqual(['Ann A'])
  expect(await names(on, 'createdFrom=2026-03-05&createdTo=2026-03-05')).toEqual([])
  expect(await names(on, 'createdTo=2026-03-05T03:30:00.000Z')).toEqual(['Ann A'])
  expect(await names(on, 'createdFrom=2026-03-05T03:30:00.001Z')).toEqual(['Bob B'])
  expect(await names(on, 'customerSinceTo=2026-03-05')).toEqual(['Ann A'])
  expect((await on.as.get('/customers?createdFrom=2026-02-30')).status).toBe(400)
})

test('birthdays and anniversaries are found by season, also over the new year', async () => {
  const on = await setup()
  await given(
    on,
    person('Ann', 'A', { dateOfBirth: '--12-30', anniversary: '2001-06-01' }),
    person('Bob', 'B', { dateOfBirth: '1980-01-02' }),
    person('Cid', 'C', { dateOfBirth: '1980-06-02' }),
  )

  expect(await names(on, 'birthday=12-25..01-05')).toEqual(['Ann A', 'Bob B'])
  expect(await names(on, 'birthday=06-02..06-02')).toEqual(['Cid C'])
  expect(await names(on, 'anniversary=05-31..06-01')).toEqual(['Ann A'])
  expect((await on.as.get('/customers?birthday=13-01..01-01')).status).toBe(400)
})

test('custom attributes that are marked filterable are, by value and by range', async () => {
  const on = await setup()
  const define = (key: string, kind: string, more: object = {}) =>
    on.as.post('/custom-attributes', { key, label: key, kind, filterable: true, ...more })
  await define('size', 'number')
  await define('halal', 'yesNo')
  await define('met', 'date')
  await define('diet', 'choices', { options: ['vegan', 'kosher'] })
  await define('secret', 'text', { filterable: false })
  await given(
    on,
    person('Ann', 'A', {
      attributes: { size: 3, halal: true, met: '2020-05-05', diet: ['vegan', 'kosher'] },
    }),
    person('Bob', 'B', { attributes: { size: 20, halal: false, met: '2021-05-05' } }),
  )

  expect(await names(on, 'attr.size=3')).toEqual(['Ann A'])
  expect(await names(on, 'attr.size.from=3&attr.size.to=19')).toEqual(['Ann A'])
  expect(await names(on, 'attr.size.from=4')).toEqual(['Bob B'])
  expect(await names(on, 'attr.halal=false')).toEqual(['Bob B'])
  expect(await names(on, 'attr.met.from=2021-01-01')).toEqual(['Bob B'])
  expect(await names(on, 'attr.diet=kosher')).toEqual(['Ann A'])
  expect((await on.as.get('/customers?attr.size=many')).status).toBe(400)
  expect((await on.as.get('/customers?attr.secret=x')).status).toBe(400)
  expect((await on.as.get('/customers?attr.nowhere=x')).status).toBe(400)
})

test('what is not a parameter, or out of its range, is refused', async () => {
  const { as } = await setup()
  const refused = [
    'nonsense=1',
    'limit=0',
    'limit=201',
    'limit=x',
    'sort=revenue',
    'sort=name;drop',
    'status=gone',
  ]
  for (const query of [
    ...refused,
    'organization=x',
    'q=%00',
    'tag=a%00b',
    `q=${'x'.repeat(201)}`,
    'limit=1&limit=2',
  ]) {
    expect([query, (await as.get(`/customers?${query}`)).status]).toEqual([query, 400])
  }
  expect((await as.get('/customers?limit=200')).status).toBe(200)
  expect((await as.get('/customers/count?limit=5')).status).toBe(400)
})

test('a user limited to stores sees only their customers, in lists, counts and searches', async () => {
  const on = await setup()
  const north = await store(on, { name: 'North' })
  const south = await store(on, { name: 'South' })
  const [bob] = await given(
    on,
    person('Bob', 'Lee', { stores: [south.id], phones: [{ kind: 'mobile', number: '+12125550123' }] }),
    person('Cid', 'Lee'),
  )
  await given(on, person('Ann', 'Lee', { stores: [north.id], manager: { id: bob?.id } }))
  const limitedTo = async (storeIds: string[]) => {
    const user = await userOf(on.db.owner, on.first.id, { storeIds })
    return { as: callerWith(on.app, { cookie: user.cookie }) }
  }

  const staff = await limitedTo([north.id])
  expect(await names(staff, '')).toEqual(['Ann Lee'])
  expect(await names(staff, 'q=lee')).toEqual(['Ann Lee'])
  expect(await names(staff, 'q=lee&sort=-name')).toEqual(['Ann Lee'])
  expect(await names(staff, `store=${south.id}`)).toEqual([])
  expect((await staff.as.get('/customers/count?q=lee')).body.count).toBe(1)
  expect(await names(await limitedTo([]), '')).toEqual([])
  expect((await staff.as.get('/customers?fields=manager')).body.items[0].manager).toEqual({
    id: bob?.id,
    name: 'Bob Lee',
    phone: null,
  })
  const both = await limitedTo([north.id, south.id])
  expect((await both.as.get('/customers?fields=manager&q=ann')).body.items[0].manager.phone).toBe(
    '+12125550123',
  )
})

test('another merchant’s customers are in no list, search or count', async () => {
  const on = await setup()
  const other = await on.merchant({ name: 'South Deli' })
  await given(on, person('Ann', 'Lee', { email: 'ann@lee.example', phone: '+12125550123' }))
  const there = { as: other.caller }

  for (const query of ['', 'q=ann', 'q=ann@lee.example', 'q=2125550123', 'sort=email', 'q=lee&sort=name']) {
    expect([query, await names(there, query)]).toEqual([query, []])
    expect((await names(on, query)).length).toBe(1)
  }
  expect((await other.caller.get('/customers/count')).body.count).toBe(0)
})

test('each field of the written ones is found under its name', async () => {
  const on = await setup()
  await given(on, person('Ann', 'Lee', { email: 'ann@example.com', number: 'A-1' }))
  const whole = (await on.as.get(`/customers?fields=${listCells.join()}`)).body.items[0]

  expect(Object.keys(whole)).toEqual(listCells)
  for (const field of listCells) {
    const [item] = (await on.as.get(`/customers?fields=${field}`)).body.items
    expect(item).toEqual({ id: whole.id, [field]: whole[field] })
  }
})

test('the list shows what stands in the records, whichever way it got there', async () => {
  const on = await setup()
  const { as, db } = on
  const [office] = await given(on, { type: 'business', businessName: 'Harbor "Fish" Co' })
  const other = (await given(on, { type: 'business', businessName: 'Anchor Ltd' }))[0]
  const [maria] = await given(on, {
    ...person('Maria', 'García\nLópez'),
    organizations: [
      { id: office?.id, title: 'Büyer', isPrimary: true, from: '2025-02-01' },
      { id: other?.id },
    ],
  })
  const shown = async () => {
    const items = (await as.get('/customers?status=all')).body.items
    const records = []
    for (const { id } of items) records.push((await as.get(`/customers/${id}`)).body)
    return { items, records }
  }
  const agree = async () => {
    const { items, records } = await shown()
    const both = records.map((record, at) =>
      Object.fromEntries(Object.keys(items[at]).map((field) => [field, record[field]])),
    )
    expect(items.map((item: object) => ({ ...item, phones: null }))).toEqual(
      both.map((record) => ({ ...record, phones: null })),
    )
    return items.find((item: Made) => item.id === maria?.id)
  }
  expect((await agree()).organizations.map((one: { name: string }) => one.name)).toEqual([
    'Harbor "Fish" Co',
    'Anchor Ltd',
  ])

  const version = (await as.get(`/customers/${office?.id}`)).body.version
  const renamed = await as.call(
    'PATCH',
    `/customers/${office?.id}`,
    { businessName: 'Harbor Fish' },
    {
      'if-match': `"${version}"`,
    },
  )
  expect(renamed.status, renamed.text).toBe(200)
  expect((await agree()).organizations[0].name).toBe('Harbor Fish')

  await db.owner.query('delete from affiliations where organization_id = $1', [other?.id])
  await db.owner.query("update customers set status = 'inactive', inactivated_at = now() where id = $1", [
    maria?.id,
  ])
  const item = await agree()
  expect([item.organizations.length, item.status]).toEqual([1, 'inactive'])
})
