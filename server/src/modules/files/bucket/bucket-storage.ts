import type { Bucket } from '../../../kernel/files-place.ts'
import type { Storage } from '../../../kernel/storage.ts'
import { bucketSource } from './bucket-source.ts'
import { followPieces, grow } from './growing.ts'
import { listed, oldObjects } from './listing.ts'
import { get, put, remove, sizeOf, touch } from './objects.ts'
import { receive } from './receive.ts'
import { requireUsable } from './require-usable.ts'
import { openStore, type Patience, type Store } from './store.ts'

export async function openBucketStorage(place: Bucket, patience?: Patience): Promise<Storage> {
  const store = openStore(place, patience)
  await requireUsable(store)
  return {
    folder: null,
    put: (key, bytes) => put(store, store.at(key), bytes),
    receive: (key, from) => receive(store, key, from),
    get: (key) => get(store, store.at(key)),
    has: async (key) => (await sizeOf(store, store.at(key))) !== null,
    source: (key) => bucketSource(store, key),
    create: async (key) => grow(store, key),
    follow: async (key) => followPieces(store, key),
    touch: (key) => touch(store, store.at(key)),
    remove: (key) => removeAll(store, key),
    old: (span) => oldObjects(store, span),
  }
}

/** The object, or the pieces of one that grew. */
async function removeAll(store: Store, key: string): Promise<void> {
  const { Bucket, Key: whole } = store.at(key)
  for await (const { Key } of listed(store, key))
    if (Key === whole || Key.startsWith(`${whole}.`)) await remove(store, { Bucket, Key })
}
