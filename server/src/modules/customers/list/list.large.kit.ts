// A merchant whose lists are too long to be counted, with tags and figures of every kind.
import type { Pool } from 'pg'
import { generateCustomers } from '../generate/generate.ts'
import { settleCustomers } from '../many/statistics.ts'
import type { Asker } from './list.resolve.ts'

const CUSTOMERS = 50_000

/** Who asks; and an organization of theirs. */
export async function fillLarge(
  owner: Pool,
  merchantId: string,
): Promise<{ readonly asker: Asker; readonly organization: string }> {
  await generateCustomers(owner, { merchantId, customers: CUSTOMERS, seed: 'plans' })
  await markRare(owner, merchantId)
  await giveFigures(owner)
  await bringSome(owner, merchantId)
  await settleCustomers(owner)
  const { rows } = await owner.query('select organization_id as id from affiliations limit 1')
  return { asker: await askerOf(owner, merchantId), organization: rows[0].id }
}

async function askerOf(owner: Pool, merchantId: string): Promise<Asker> {
  const { rows } = await owner.query(
    `select merchant_id as id, name, currency, country, time_zone as "timeZone", locale, name_order as "nameOrder", setup
       from merchants where merchant_id = $1`,
    [merchantId],
  )
  const merchant = { ...rows[0], requiredFields: { personal: [], business: [] } }
  return { scope: { merchantId, storeIds: null }, merchant }
}

/** Imports of three quarters of them, of one in ten, and of some. */
export const imported = {
  most: '01890000-0000-7000-8000-000000000001',
  many: '01890000-0000-7000-8000-000000000002',
  some: '01890000-0000-7000-8000-000000000003',
}

async function bringSome(owner: Pool, merchantId: string): Promise<void> {
  await owner.query(
    `insert into activities (merchant_id, id, customer_id, parent_id, kind, actor_kind, actor_name)
     select $1, gen_random_uuid(), c.id, i.id, i.kind, 'system', 'Import'
       from customers c
       join (values ($2::uuid, 0, 191, 'customer.created'), ($3, 0, 25, 'customer.edited'), ($4, 0, 0, 'customer.edited'))
              as i(id, low, high, kind) on get_byte(uuid_send(c.id), 12) between i.low and i.high
      where c.merchant_id = $1`,
    [merchantId, imported.most, imported.many, imported.some],
  )
  await owner.query('analyze activities')
}

/** A tag on five of them. */
async function markRare(owner: Pool, merchantId: string): Promise<void> {
  await owner.query(
    `with rare as (
       insert into tags (merchant_id, id, tag_no, name, name_key, color)
       select $1, gen_random_uuid(), max(tag_no) + 1, 'Rare', 'rare', 'red' from tags where merchant_id = $1 returning id)
     insert into customer_tags (merchant_id, customer_id, tag_id, sort_name)
     select $1, s.customer_id, rare.id, s.sort_name from rare, (select * from customer_search order by customer_id limit 5) s`,
    [merchantId],
  )
}

/** Nine of ten have ordered, most of them long ago. */
async function giveFigures(owner: Pool): Promise<void> {
  await owner.query(
    `insert into customer_stats (merchant_id, customer_id, first_order_at, last_order_at, orders, orders_3m, visits, revenue_total,
                                 revenue_6m, first_day, last_day, at_risk_on, lost_on, reviews, reviews_positive)
     select merchant_id, id, now() - (n + 40) * interval '1 day', now() - n * interval '1 day', 2, case when n < 40 then 2 else 0 end, 2,
            n * 100, case when n < 180 then n * 100 else 0 end, current_date - n - case when n % 7 = 0 then 0 else 40 end, current_date - n,
            current_date - n + 91, current_date - n + 366, greatest(n % 9 - 4, 0), greatest(n % 9 - 5, 0)
       from (select merchant_id, id, (get_byte(uuid_send(id), 15) * get_byte(uuid_send(id), 14)) / 60 as n,
                    get_byte(uuid_send(id), 13) as chance from customers) c
      where chance < 230`,
  )
  await owner.query('vacuum (analyze) customer_stats')
}
