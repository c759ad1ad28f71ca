// A file that is read while it is written. An object cannot grow, so it is a row of them, `<key>.000001` and on, each
// there for good once it is there: whoever follows asks for the next one.
import type { Followed, Growing } from '../../../kernel/storage.ts'
import { get, put } from './objects.ts'
import type { Store } from './store.ts'

/** The first ones are small, as somebody waits for the first bytes; of a long file there are few. */
const FIRST_PIECE = 256 * 1024
const LARGEST_PIECE = 8 * 1024 * 1024

export function grow(store: Store, key: string): Growing {
  let held: Uint8Array[] = []
  let bytes = 0
  let count = 0
  let size = FIRST_PIECE
  const flush = async () => {
    const piece = Buffer.concat(held)
    held = []
    bytes = 0
    size = Math.min(size * 2, LARGEST_PIECE)
    await put(store, store.at(key, pieceName(++count)), piece)
  }
  return {
    append: async (chunk) => {
      // A copy: the writer goes on with its buffer.
      held.push(Buffer.from(chunk))
      bytes += chunk.byteLength
      if (bytes >= size) await flush()
    },
    close: async () => {
      if (bytes > 0) await flush()
    },
  }
}

export function followPieces(store: Store, key: string): Followed {
  let count = 0
  return {
    next: async () => {
      const piece = await get(store, store.at(key, pieceName(count + 1)))
      if (piece !== null) count++
      return piece
    },
    close: async () => undefined,
  }
}

const pieceName = (count: number) => `.${String(count).padStart(6, '0')}`
