import type { Pool } from 'pg'
import { analyzeTables, settleTables } from '../../db/grown-tables.ts'

const tables = ['reviews', 'review_days', 'customer_stats']

export const analyzeReviews = (owner: Pool, how?: { readonly rough: boolean }): Promise<void> =>
  analyzeTables(owner, tables, how)

export const settleReviews = (owner: Pool): Promise<void> => settleTables(owner, tables)
