// Restored files go straight to their keys in a bucket: nothing names them until the database has taken the rows, and a
// bucket gives no other names without writing all of it again.
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ahead } from '../kernel/ahead.ts'
import type { Storage } from '../kernel/storage.ts'
import { discard } from '../modules/files/index.ts'

const AT_ONCE = 16

export type BucketFiles = {
  file(key: string, content: Readable): Promise<void>
  /** All of them are there. */
  settle(): Promise<void>
  /** What was not there before goes again. Never fails: what went wrong before is to be told; the next restore finds what stays. */
  takeBack(): Promise<void>
}

export function bucketFiles(storage: Storage): BucketFiles {
  const brought: string[] = []
  const underway = new Set<Promise<void>>()
  let fault: unknown
  const bring = async (key: string, bytes: Buffer) => {
    // A key never means other bytes: one that is there is the same, and may be named by somebody else.
    if (await storage.has(key)) return
    brought.push(key)
    await storage.put(key, bytes)
  }
  return {
    file: async (key, content) => {
      const bytes = await buffer(content)
      if (underway.size === AT_ONCE) await Promise.race(underway)
      if (fault !== undefined) throw fault
      const begun: Promise<void> = bring(key, bytes)
        .catch((error: unknown) => {
          fault ??= error
        })
        .finally(() => underway.delete(begun))
      underway.add(begun)
    },
    settle: async () => {
      await Promise.all(underway)
      if (fault !== undefined) throw fault
    },
    takeBack: async () => {
      await Promise.all(underway)
      for await (const _ of ahead(brought.splice(0), AT_ONCE, (key) => discard(storage, key)));
    },
  }
}
