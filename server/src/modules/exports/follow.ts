// The file of an export, also while it is being written: whoever asks early gets the first bytes at once, and the rest
// as they come.
import { setTimeout as sleep } from 'node:timers/promises'
import { conflict } from '../../kernel/problem.ts'
import type { Storage } from '../../kernel/storage.ts'
import type { ExportRow } from './exports.queries.ts'

const SHORTEST_WAIT_MS = 10
const LONGEST_WAIT_MS = 200
/** Of what has just been asked for the first bytes are there in a moment: it is looked at often, for so long. */
const MOMENT_MS = 1000
const WAIT_IN_A_MOMENT_MS = 20

export type Following = {
  readonly storage: Storage
  /** The export as it stands now; throws when it is gone. */
  look(): Promise<ExportRow>
  readonly signal: AbortSignal
}

/** The export once there is something to read; a Problem 409 when there never will be. */
export async function whenBegun({
  look,
  signal,
}: Following): Promise<ExportRow & { readonly storageKey: string }> {
  const asked = performance.now()
  for (;;) {
    const row = await look()
    if (row.state === 'failed' || row.state === 'cancelled') throw conflict(`export.${row.state}`)
    if (row.storageKey !== null) return { ...row, storageKey: row.storageKey }
    const wait = performance.now() - asked < MOMENT_MS ? WAIT_IN_A_MOMENT_MS : LONGEST_WAIT_MS
    await sleep(wait, undefined, { signal })
  }
}

/** Ends with the file. Throws, which cuts the answer off, when the attempt that wrote it is given up. */
export async function* follow(key: string, { storage, look, signal }: Following): AsyncGenerator<Buffer> {
  const file = await opened(key, storage, signal)
  try {
    let at = 0
    let wait = SHORTEST_WAIT_MS
    for (;;) {
      // Asked before reading: what is there afterwards is all of it.
      const row = await look()
      if (row.storageKey !== key || row.state === 'failed' || row.state === 'cancelled')
        throw new Error('the export was given up')
      for (;;) {
        const block = await file.next()
        if (block === null) break
        at += block.length
        wait = SHORTEST_WAIT_MS
        yield block
      }
      if (row.state === 'succeeded') {
        if (at !== row.bytes) throw new Error('the file is not whole')
        return
      }
      await sleep(wait, undefined, { signal })
      wait = Math.min(wait * 1.5, LONGEST_WAIT_MS)
    }
  } finally {
    await file.close()
  }
}

/** The key is known a moment before the file is there. */
async function opened(key: string, storage: Storage, signal: AbortSignal) {
  for (let tries = 0; ; tries++) {
    const file = await storage.follow(key)
    if (file !== null) return file
    if (tries === 100) throw new Error('the file of the export is missing')
    await sleep(SHORTEST_WAIT_MS, undefined, { signal })
  }
}
