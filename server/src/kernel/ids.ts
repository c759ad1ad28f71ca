import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

/** Time-ordered, so that new rows stand together at the end of an index. */
export function newId(): string {
  if (used === noise.length) {
    randomFillSync(noise)
    used = 0
  }
  const random = noise.subarray(used, used + BYTES)
  used += BYTES
  const now = Date.now()
  // Within a millisecond they are counted; the count begins anywhere in its lower half.
  if (now > last) seq = ((random[6] as number) << 23) | ((random[7] as number) << 16)
  else seq = (seq + 1) | 0
  last = Math.max(last, now)
  return v7({ random, msecs: last, seq })
}

// Asking the system for a few random bytes takes ten times as long as making an id of them: a page serves many.
const BYTES = 16
const noise = new Uint8Array(256 * BYTES)
let used = noise.length
let last = 0
let seq = 0

/** The canonical text of a UUID, of any version: imports may bring ids of other makers. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
}
