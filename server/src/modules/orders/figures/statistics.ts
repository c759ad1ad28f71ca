import type { Pool } from 'pg'
import type { Db } from '../../../db/client.ts'
import { analyzeTables, settleTables } from '../../../db/grown-tables.ts'

const tables = ['orders', 'customer_days', 'customer_stats', 'customer_store_stats', 'daily_sales']

export const analyzeOrders = (owner: Pool, how?: { readonly rough: boolean }): Promise<void> =>
  analyzeTables(owner, tables, how)

export const settleOrders = (owner: Pool): Promise<void> => settleTables(owner, tables)

const FIRST = 500
const brought = new WeakMap<Db, { orders: number; next: number }>()

/**
 * Tells of orders that were just brought. Plans are kept, and one that was made while there were hardly any reads all of them for
 * each when there are many; new statistics end it. PostgreSQL makes them of itself, but a minute later: a hundred thousand
 * orders. Where it knows of more than this process has brought, its own are better.
 */
export function noteOrders(db: Db, orders: number): void {
  const known = brought.get(db) ?? { orders: 0, next: FIRST }
  brought.set(db, known)
  known.orders += orders
  if (known.orders < known.next) return
  known.next = known.orders * 4
  // Without them it is slow, and nothing else.
  refresh(db.owner, known.orders).catch(() => undefined)
}

async function refresh(owner: Pool, orders: number): Promise<void> {
  const { rows } = await owner.query("select reltuples from pg_class where oid = 'orders'::regclass")
  if (Number(rows[0]?.reltuples) < orders) await analyzeOrders(owner, { rough: true })
}
