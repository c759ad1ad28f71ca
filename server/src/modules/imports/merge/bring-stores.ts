// Stores that our own export names and this merchant has not: made by whoever may make stores, else told row by row.
import type { Writer } from '../../../db/client.ts'
import { newId } from '../../../kernel/ids.ts'
import { ensureStores } from '../../stores/index.ts'
import { storeKey } from '../mapping/cells/store.rules.ts'
import { findStore, type KnownStore } from './apply.rules.ts'
import { type ImportScope, listStores } from './facts.ts'
import type { Work } from './work.ts'

const MOST_STORES = 1000
const LONGEST_NAME = 200

/** How many it made. In a dry run they are only remembered, in `imagined`. */
export async function bringStores(
  tx: Writer,
  scope: ImportScope,
  rows: readonly Pick<Work, 'fields'>[],
  imagined: KnownStore[],
): Promise<number> {
  if (scope.scope.storeIds !== null || !scope.permissions.has('stores.write')) return 0
  const wanted = rows.flatMap(({ fields }) => (fields.wholeLists === true ? (fields.stores ?? []) : []))
  if (wanted.length === 0) return 0
  const known = [...(await listStores(tx, scope.scope.merchantId)), ...imagined]
  const missing = new Map<string, string>()
  for (const store of wanted) {
    if (findStore(known, store) !== undefined || [...store.name].length > LONGEST_NAME) continue
    if (known.length + missing.size < MOST_STORES) missing.set(storeKey(store.name), store.name.trim())
  }
  if (missing.size === 0) return 0
  const names = [...missing]
  if (!scope.dryRun)
    await ensureStores(
      tx,
      scope,
      names.map(([, name]) => name),
    )
  else imagined.push(...names.map(([nameKey, name]) => ({ id: newId(), name, nameKey, code: null })))
  return missing.size
}
