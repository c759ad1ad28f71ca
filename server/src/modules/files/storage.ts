// Where the bytes lie: a folder, or a bucket. What they are and whose stands in the database.
import type { FilesPlace } from '../../kernel/files-place.ts'
import type { Storage } from '../../kernel/storage.ts'
import type { Patience } from './bucket/store.ts'
import { folderStorage } from './folder-storage.ts'

/** A bucket that cannot be used is one line that says why. */
export async function openStorage(place: FilesPlace, patience?: Patience): Promise<Storage> {
  if (place.kind === 'folder') return folderStorage(place.path)
  // Loaded when it is set: its library takes 30 MB that nobody else needs.
  const { openBucketStorage } = await import('./bucket/bucket-storage.ts')
  return openBucketStorage(place, patience)
}

/** Of what will not be: where that fails, the sweep takes it. */
export async function discard(storage: Storage, key: string): Promise<void> {
  await storage.remove(key).catch(() => undefined)
}
