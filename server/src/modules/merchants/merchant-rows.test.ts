import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { isDoneSoon } from '../../../test/waiting.ts'
import { newId } from '../../kernel/ids.ts'

const insertCustomer = `insert into customers (merchant_id, id, type, first_name, display_name, number, customer_since)
  values ($1, $2, 'personal', 'Ana', 'Ana', 'C-1', current_date)`
const insertOrder = `insert into orders (merchant_id, id, source, external_id, kind, channel, status, placed_at, local_day, currency,
    gross, discount, net, tax, service_charge, shipping, tip, total, paid, refunded, due, rounding, digest)
  values ($1, $2, 'till', '1', 'sale', 'pos', 'completed', now(), current_date, 'USD', 1, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, '')`
const insertActivity = `insert into activities (merchant_id, id, kind, actor_kind, actor_name) values ($1, $2, 'customer.edited', 'system', '')`

test.each([insertCustomer, insertOrder, insertActivity])(
  'nothing is written for a merchant who is not there: %s',
  async (insert) => {
    const { db } = await setup()
    await expect(db.owner.query(insert, [newId(), newId()])).rejects.toMatchObject({ code: '23503' })
  },
)

test('a merchant goes with all that is theirs, also with what is being written', async () => {
  const { db, first, merchant } = await setup()
  const second = await merchant({ name: 'Other' })
  const left = async (merchantId: string) => {
    const { rows } = await db.owner.query(
      `select (select count(*) from customers where merchant_id = $1)::int as customers,
              (select count(*) from orders where merchant_id = $1)::int as orders,
              (select count(*) from activities where merchant_id = $1)::int as activities`,
      [merchantId],
    )
    return rows[0]
  }
  const writer = await db.owner.connect()
  try {
    await db.owner.query(insertCustomer, [first.id, newId()])
    await writer.query('begin')
    await writer.query(insertCustomer, [second.id, newId()])
    await writer.query(insertOrder, [second.id, newId()])
    await writer.query(insertActivity, [second.id, newId()])
    const going = db.owner.query('delete from merchants where merchant_id = $1', [second.id])
    expect(await isDoneSoon(going)).toBe(false)
    await writer.query('commit')
    await going
  } finally {
    writer.release()
  }
  expect(await left(second.id)).toEqual({ customers: 0, orders: 0, activities: 0 })
  expect((await left(first.id)).customers).toBe(1)
})
