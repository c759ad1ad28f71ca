// What orders name is there: asked once for each statement by triggers of migration 0067, in place of foreign keys.
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { newId } from '../../kernel/ids.ts'

type House = Awaited<ReturnType<typeof setup>>

const insertOrder = `insert into orders (merchant_id, id, source, external_id, kind, channel, status, store_id, customer_id, organization_id,
    placed_at, local_day, currency, gross, discount, net, tax, service_charge, shipping, tip, total, paid, refunded, due, rounding, digest)
  select $1, $2::uuid, 'till', $2::uuid::text, 'sale', 'pos', 'completed', $3, $4, $5, now(), current_date, 'USD', 1, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, ''`

async function house() {
  const kit = await setup()
  const person = (await kit.as.post('/customers', { type: 'personal', firstName: 'Ana' })).body.id as string
  const organization = (await kit.as.post('/customers', { type: 'business', businessName: 'Press' })).body
    .id as string
  const store = (await kit.as.post('/stores', { name: 'North' })).body.id as string
  return { ...kit, person, organization, store }
}

async function named({ db }: House, id: string) {
  const { rows } = await db.owner.query(
    'select store_id as store, customer_id as person, organization_id as organization from orders where id = $1',
    [id],
  )
  return rows[0]
}

test.each(['merchant', 'store', 'person', 'organization'] as const)(
  'an order of no %s is refused by the database, new or changed',
  async (unknown) => {
    const { db, first, ...kit } = await house()
    const of = { merchant: first.id, store: kit.store, person: kit.person, organization: kit.organization }
    const wrong = { ...of, [unknown]: newId() }
    const id = newId()

    const write = ({ merchant, store, person, organization }: typeof of, order: string) =>
      db.owner.query(insertOrder, [merchant, order, store, person, organization])
    await expect(write(wrong, newId())).rejects.toMatchObject({ code: '23503' })

    await write(of, id)
    const change = `update orders set merchant_id = $2, store_id = $3, customer_id = $4, organization_id = $5 where id = $1`
    await expect(
      db.owner.query(change, [id, wrong.merchant, wrong.store, wrong.person, wrong.organization]),
    ).rejects.toMatchObject({ code: '23503' })
  },
)

test('a customer of another merchant is none', async () => {
  const { db, merchant, person } = await house()
  const second = await merchant({ name: 'Other' })

  await expect(db.owner.query(insertOrder, [second.id, newId(), null, person, null])).rejects.toMatchObject({
    code: '23503',
    constraint: 'orders__customer_fk',
  })
})

test('orders outlive their customer, their organization and their store', async () => {
  const kit = await house()
  const id = newId()
  const { db, first, store, person, organization } = kit
  await db.owner.query(insertOrder, [first.id, id, store, person, organization])
  expect(await named(kit, id)).toEqual({ store, person, organization })

  await db.owner.query('delete from customers where id = $1', [person])
  expect(await named(kit, id)).toEqual({ store, person: null, organization })
  await db.owner.query('delete from stores where id = $1', [store])
  await db.owner.query('delete from customers where id = $1', [organization])

  expect(await named(kit, id)).toEqual({ store: null, person: null, organization: null })
})

test('customer and organization may go at once', async () => {
  const kit = await house()
  const id = newId()
  const { db, first, person, organization } = kit
  await db.owner.query(insertOrder, [first.id, id, null, person, organization])

  await db.owner.query('delete from customers where merchant_id = $1', [first.id])

  expect(await named(kit, id)).toEqual({ store: null, person: null, organization: null })
})

test('whoever deletes a customer waits for an order that is being written, and it lets go', async () => {
  const kit = await house()
  const { db, first, person } = kit
  const id = newId()
  const writer = await db.owner.connect()
  try {
    await writer.query('begin')
    await writer.query(insertOrder, [first.id, id, null, person, null])
    const going = db.owner.query('delete from customers where id = $1', [person])
    const isGone = await Promise.race([
      going.then(() => true),
      new Promise((done) => setTimeout(() => done(false), 300)),
    ])
    expect(isGone).toBe(false)
    await writer.query('commit')
    await going
  } finally {
    writer.release()
  }

  expect(await named(kit, id)).toEqual({ store: null, person: null, organization: null })
})
