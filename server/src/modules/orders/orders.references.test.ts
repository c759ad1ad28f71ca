// What orders name is there: asked once for each statement by triggers of migration 0067, in place of foreign keys.
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { isDoneSoon } from '../../../test/waiting.ts'
import { newId } from '../../kernel/ids.ts'
import { verifyFigures } from './figures/figures.verify.ts'

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
    const message = `there is no such ${unknown === 'person' || unknown === 'organization' ? 'customer' : unknown}`
    await expect(write(wrong, newId())).rejects.toMatchObject({ code: '23503', message })

    await write(of, id)
    const change = `update orders set merchant_id = $2, store_id = $3, customer_id = $4, organization_id = $5 where id = $1`
    await expect(
      db.owner.query(change, [id, wrong.merchant, wrong.store, wrong.person, wrong.organization]),
    ).rejects.toMatchObject({ code: '23503', message })
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

test.each(['store', 'person', 'organization'] as const)(
  'whoever deletes a %s waits for an order that is being written, and it lets go',
  async (what) => {
    const kit = await house()
    const { db, first, store, person, organization } = kit
    const id = newId()
    const writer = await db.owner.connect()
    try {
      await writer.query('begin')
      await writer.query(insertOrder, [first.id, id, store, person, organization])
      const table = what === 'store' ? 'stores' : 'customers'
      const going = db.owner.query(`delete from ${table} where id = $1`, [kit[what]])
      expect(await isDoneSoon(going)).toBe(false)
      await writer.query('commit')
      await going
    } finally {
      writer.release()
    }

    expect(await named(kit, id)).toEqual({ store, person, organization, [what]: null })
  },
)

test('an order whose customer is being deleted can be changed all the same', async () => {
  const kit = await house()
  const { db, first, person } = kit
  const id = newId()
  await db.owner.query(insertOrder, [first.id, id, null, person, null])
  const other = await db.owner.connect()
  try {
    await other.query('begin')
    await other.query('select from customers where id = $1 for update', [person])
    await db.owner.query(
      "set statement_timeout = '3s'; update orders set note = 'x'; reset statement_timeout",
    )
    await other.query('delete from customers where id = $1', [person])
    await other.query('commit')
  } finally {
    other.release()
  }

  expect((await named(kit, id)).person).toBeNull()
})

test('verify tells of an order whose customer is not there', async () => {
  const { db, first, person } = await house()
  const id = newId()
  await db.owner.query(insertOrder, [first.id, id, null, person, null])
  await db.owner.query('alter table orders disable trigger user')
  await db.owner.query('update orders set customer_id = $1', [newId()])

  const differences: unknown[] = []
  await verifyFigures(db, first.id, (one) => differences.push(one))

  expect(differences[0]).toMatchObject({ table: 'orders', key: id, computed: { customer: null } })
})
