// Figures that an earlier release kept are those of the orders here as well.
import { expect, test } from 'vitest'
import { databaseBefore } from '../../../../test/earlier.ts'
import { ordersBeforeWindows } from '../../../../test/earlier-orders.ts'
import { createDb } from '../../../db/client.ts'
import { migrate } from '../../../db/migrate.ts'
import { newId } from '../../../kernel/ids.ts'
import { verifyFigures } from './figures.verify.ts'

test('what was kept by windows and joins stands with the others, and the census counts whom there is', async () => {
  const { url, pool } = await databaseBefore('0035')
  const [merchant, press, ann, order] = [newId(), newId(), newId(), newId()]
  await pool.query(
    `insert into merchants (merchant_id, name, currency, country, time_zone, locale, normaliser_version)
     values ($1, 'Deli', 'USD', 'US', 'UTC', 'en', 1)`,
    [merchant],
  )
  await pool.query(
    `insert into customers (merchant_id, id, type, display_name, customer_since)
     select $1, id, type, 'Somebody', current_date - 5 from unnest($2::uuid[], '{business,personal}'::text[]) c(id, type)`,
    [merchant, [press, ann]],
  )
  // Ordered five days ago for a day to come, by a contact for their organization.
  await pool.query(
    `insert into orders (merchant_id, id, source, external_id, kind, channel, status, customer_id, organization_id, placed_at, local_day,
                         fulfil_at, currency, gross, discount, net, tax, service_charge, shipping, tip, total, paid, refunded, due, rounding, digest)
     values ($1, $2, 'till', '1', 'order', 'pos', 'open', $3, $4, now() - interval '5 days', (now() - interval '5 days')::date,
             now() + interval '9 days', 'USD', 900, 0, 900, 0, 0, 0, 0, 900, 0, 0, 900, 0, '')`,
    [merchant, order, ann, press],
  )
  await pool.query(
    `select add_to_figures($1, '{}', (select jsonb_agg(jsonb_build_object('customer', id, 'day', current_date - 5,
       'store', '00000000-0000-0000-0000-000000000000', 'orders', 1, 'net', 900)) from unnest($2::uuid[]) id),
       jsonb_build_array(jsonb_build_object('day', current_date - 5, 'store', '00000000-0000-0000-0000-000000000000',
         'orders', 1, 'net', 900, 'guests', 0)))`,
    [merchant, [press, ann]],
  )

  await migrate(pool)

  const db = createDb({ url, pooling: 'session', onError: () => undefined })
  const differences: unknown[] = []
  await verifyFigures(db, merchant, (difference) => differences.push(difference))
  const { rows } = await pool.query(
    'select revenue_4w, revenue_3m, revenue_6m, coming_on is not null as "isComing" from customer_stats',
    [],
  )
  await db.close()
  expect(differences).toEqual([])
  const both = { revenue_4w: 900, revenue_3m: 900, revenue_6m: 900, isComing: true }
  expect(rows).toEqual([both, both])
})

test('orders of the windows, and the last days, are those of the orders that were there', async () => {
  const { url, pool, merchantId } = await ordersBeforeWindows()

  await migrate(pool)

  const db = createDb({ url, pooling: 'session', onError: () => undefined })
  const differences: unknown[] = []
  await verifyFigures(db, merchantId, (difference) => differences.push(difference))
  const { rows } = await pool.query(
    `select max(cardinality(recent_days)) as days, sum(orders_4w)::int > 0 and sum(orders_4w) < sum(orders_3m)
            and sum(orders_3m) < sum(orders_6m) and sum(orders_6m) < sum(orders) as "areApart" from customer_stats`,
    [],
  )
  await db.close()
  expect(differences).toEqual([])
  expect(rows).toEqual([{ days: 11, areApart: true }])
})
