import type { Mapping } from './mapping/canonical.ts'

type Here = {
  readonly isStore: (text: string) => boolean
  readonly isAttribute: (key: string) => boolean
  readonly mayMakeStores: boolean
}

/** What every row of that one file got, which the next may be of another store, or of another campaign. */
const OF_THE_FILE = /^(?:tags|stores?)(?:\.|$)/

/**
 * What was decided about a file, for the next with its header: not how its bytes are written, which is that file's own
 * matter, and nothing that is gone since. Null when nothing is left of it.
 */
export function rememberedMapping(wanted: Mapping, here: Here): Mapping | null {
  const {
    encoding: _encoding,
    delimiter: _delimiter,
    makeStores,
    columns,
    constants,
    stores,
    ...rest
  } = wanted
  const isThere = (path: string) =>
    !path.startsWith('attributes.') || here.isAttribute(path.slice('attributes.'.length))
  const makesStores = makeStores === true && here.mayMakeStores
  const kept = {
    columns: some(columns, ([, path]) => isThere(path)),
    constants: some(constants, ([path]) => isThere(path) && !OF_THE_FILE.test(path)),
    // Left without one was decided of that file's rows: where the next one's stores are made, it is not passed over unsaid.
    stores: some(stores, ([, store]) => (store === null ? !makesStores : here.isStore(store.trim()))),
  }
  const mapping: Mapping = {
    ...rest,
    ...(kept.columns && { columns: kept.columns }),
    ...(kept.constants && { constants: kept.constants }),
    ...(kept.stores && { stores: kept.stores }),
    ...(makesStores && { makeStores }),
  }
  return Object.keys(mapping).length === 0 ? null : mapping
}

function some<T>(
  entries: Readonly<Record<string, T>> | undefined,
  isKept: (entry: [string, T]) => boolean,
): Readonly<Record<string, T>> | null {
  const left = Object.entries(entries ?? {}).filter(isKept)
  return left.length === 0 ? null : Object.fromEntries(left)
}
