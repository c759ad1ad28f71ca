// Pages that begin elsewhere: upwards from a row, and at a part of the whole list.
import { expect, test } from 'vitest'
import { setup } from '../../../../test/harness.ts'
import { generateCustomers } from '../generate/generate.ts'

type Setup = Awaited<ReturnType<typeof setup>>
type Page = { items: { id: string }[]; nextCursor: string | null; previousCursor?: string | null }

const sorts = ['name', '-name', 'createdAt', '-createdAt', 'number', '-number', 'email', '-email', 'type']

async function withCustomers(customers: number): Promise<Setup> {
  const on = await setup()
  await generateCustomers(on.db.owner, { merchantId: on.first.id, customers, seed: 'places' })
  // Some have no email and no number, and stand last.
  await on.db.owner.query(
    `update customers set email = null, number = null where get_byte(uuid_send(id), 15) < 60`,
  )
  return on
}

async function page({ as }: Setup, query: string): Promise<Page> {
  const reply = await as.get(`/customers?fields=id&${query}`)
  expect(reply.status, reply.text).toBe(200)
  return reply.body
}

const idsOf = (read: Page) => read.items.map(({ id }) => id)

async function down(on: Setup, query: string): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const read = await page(on, `${query}&limit=50${cursor === undefined ? '' : `&cursor=${cursor}`}`)
    ids.push(...idsOf(read))
    cursor = read.nextCursor
  }
  return ids
}

async function up(on: Setup, query: string): Promise<string[]> {
  let read = await page(on, `${query}&limit=37&at=1`)
  expect(read.nextCursor).toBeNull()
  let ids = idsOf(read)
  while (read.previousCursor !== null) {
    read = await page(on, `${query}&limit=37&before=${read.previousCursor}`)
    ids = [...idsOf(read), ...ids]
  }
  return ids
}

test('read upwards from the end, a list is the same as read downwards, in every order', async () => {
  const on = await withCustomers(300)
  for (const sort of sorts) {
    const query = `sort=${sort}&status=all`
    const all = await down(on, query)
    expect(all).toHaveLength(300)
    expect([sort, await up(on, query)]).toEqual([sort, all])
  }
})

test('a part of the list is its very row, and its neighbours follow without a gap', async () => {
  const on = await withCustomers(300)
  for (const sort of sorts) {
    const query = `sort=${sort}&status=all`
    const all = await down(on, query)
    const middle = await page(on, `${query}&limit=20&at=${150 / 300}`)
    expect([sort, idsOf(middle)]).toEqual([sort, all.slice(150, 170)])
    const above = await page(on, `${query}&limit=20&before=${middle.previousCursor}`)
    expect([sort, idsOf(above)]).toEqual([sort, all.slice(130, 150)])
    const again = await page(on, `${query}&limit=20&cursor=${middle.previousCursor}`)
    expect(idsOf(again)).toEqual(idsOf(middle))
    const below = await page(on, `${query}&limit=20&cursor=${middle.nextCursor}`)
    expect(idsOf(below)).toEqual(all.slice(170, 190))
    const after = await page(on, `${query}&limit=20&cursor=${above.nextCursor}`)
    expect(idsOf(after)).toEqual(idsOf(middle))
  }
})

test('the beginning is the first page and the end the last, also of what a filter leaves', async () => {
  const on = await withCustomers(300)
  const all = await down(on, 'type=business')
  const first = await page(on, 'type=business&limit=10&at=0')
  expect(first.previousCursor).toBeNull()
  expect(idsOf(first)).toEqual(all.slice(0, 10))
  const last = await page(on, 'type=business&limit=10&at=1')
  expect(last.nextCursor).toBeNull()
  expect(idsOf(last)).toEqual(all.slice(-10))
  const short = await page(on, 'type=business&limit=10&at=0.9999')
  expect(idsOf(short)).toEqual(all.slice(-1))
  expect(await page(on, 'tag=Nobody has this&at=0.5')).toMatchObject({ items: [], nextCursor: null })
})

test('a place that cannot be is refused and told apart from no place', async () => {
  const { as } = await setup()
  for (const query of ['at=2', 'at=0.5&before=abc', 'before=abc', 'at=0.5&q=ann', 'before=x&q=ann']) {
    const reply = await as.get(`/customers?${query}`)
    expect([query, reply.status]).toEqual([query, 400])
  }
})
