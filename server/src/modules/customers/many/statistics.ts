import type { Pool } from 'pg'
import { analyzeTables, settleTables } from '../../../db/grown-tables.ts'

const planned = [
  ...['customers', 'customer_search', 'customer_keys', 'customer_addresses'],
  ...['external_ids', 'affiliations', 'customer_tags'],
]

export const analyzeCustomers = (owner: Pool, how?: { readonly rough: boolean }): Promise<void> =>
  analyzeTables(owner, planned, how)

export const settleCustomers = (owner: Pool): Promise<void> =>
  settleTables(owner, [...planned, 'customer_stores', 'name_word_deletes'])
