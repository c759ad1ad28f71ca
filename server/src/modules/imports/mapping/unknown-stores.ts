/**
 * Stores that a file names and nobody knows here, with their rows: to be made, or to be told which store is meant, before the
 * rows come in.
 */
import { type FieldFault, invalid, Problem } from '../../../kernel/problem.ts'
import type { Table } from '../read/table.ts'
import type { KnownMerchant, Mapping, ReadContext } from './canonical.ts'
import { storeKey, storeNames } from './cells/store.rules.ts'
import type { ReadingPlan } from './plan.ts'

export type UnknownStore = { readonly name: string; readonly rows: number }

/** A merchant has no more; what names more names something else. */
const MOST = 1000
const LONGEST_NAME = 200

type Extent = { readonly maxRows?: number | undefined; readonly most?: number }

export async function unknownStores(
  table: Table,
  { storesIn }: Pick<ReadingPlan, 'storesIn'>,
  { storeNames: names }: Pick<ReadContext, 'storeNames'>,
  { maxRows = Number.POSITIVE_INFINITY, most = MOST }: Extent = {},
): Promise<readonly UnknownStore[]> {
  if (storesIn === null) return []
  const found = new Map<string, { name: string; rows: number }>()
  const known = new Set<string>()
  let at = 0
  for await (const rows of table.rows()) {
    for (const row of rows) {
      if (at++ >= maxRows) break
      for (const name of new Set(storesIn(row))) {
        if (known.has(name) || name.length > LONGEST_NAME) continue
        const one = found.get(storeKey(name))
        if (one !== undefined) one.rows++
        else if (names.idOf(name) !== null || names.isNone(name)) known.add(name)
        else if (found.size < most) found.set(storeKey(name), { name, rows: 1 })
      }
    }
    if (at >= maxRows) break
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1))
}

/** All of the file's that are to be made; half of them would leave the other half's rows without a store. */
export async function storesToMake(
  table: Table,
  plan: Pick<ReadingPlan, 'storesIn'>,
  context: Pick<ReadContext, 'storeNames' | 'stores'>,
): Promise<readonly string[]> {
  const missing = await unknownStores(table, plan, context, { most: MOST + 1 })
  if (missing.length > 0 && context.stores.length + missing.length > MOST)
    throw new Problem('import.too_many_stores', 422, {
      detail: `With those that the file names there would be more than ${MOST} stores: none of them was made, and no row came in`,
      params: { limit: MOST },
    })
  return missing.map(({ name }) => name)
}

/** With what the mapping says of stores. Each must mean one that is here, or none. */
export function withStoreNames(context: KnownMerchant, { stores = {} }: Mapping): ReadContext {
  const names = storeNames(context.stores)
  const faults = Object.entries(stores).flatMap(([text, store]): FieldFault[] =>
    store === null || names.idOf(store.trim()) !== null
      ? []
      : [{ path: `mapping.stores.${text}`, code: 'store.unknown', message: `${store} is not a known store` }],
  )
  if (faults.length > 0) throw invalid(faults)
  return { ...context, storeNames: storeNames(context.stores, stores) }
}
