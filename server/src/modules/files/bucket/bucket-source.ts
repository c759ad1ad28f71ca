// An object that is read in pieces, each a request of its own: an import takes an hour over a file, and no store keeps an
// answer open that long.
import { Readable } from 'node:stream'
import { GetObjectCommand } from '@aws-sdk/client-s3'
import type { ByteSource } from '../../../kernel/storage.ts'
import { bufferOf, sizeOf } from './objects.ts'
import { ask, statusOf } from './refusals.ts'
import type { Store } from './store.ts'

/** A first look at a file wants little of it. */
const FIRST_PIECE = 256 * 1024
const LARGEST_PIECE = 8 * 1024 * 1024

export function bucketSource(store: Store, key: string): ByteSource {
  const place = store.at(key)
  const read = async (at: number, length: number): Promise<Buffer> => {
    if (length === 0) return Buffer.alloc(0)
    const bytes = await ask(() => range(store, { ...place, Range: `bytes=${at}-${at + length - 1}` }))
    if (bytes === null) throw missing()
    return bytes
  }
  async function* pieces(start: number, length: number, chunk: number): AsyncGenerator<Buffer> {
    const end = start + length
    let size = FIRST_PIECE
    for (let at = start; at < end; size = Math.min(size * 2, LARGEST_PIECE)) {
      const wanted = Math.min(size, end - at)
      const piece = await read(at, wanted)
      for (let cut = 0; cut < piece.length; cut += chunk) yield piece.subarray(cut, cut + chunk)
      if (piece.length < wanted) return
      at += piece.length
    }
  }
  return {
    size: async () => {
      const size = await sizeOf(store, place)
      if (size === null) throw missing()
      return size
    },
    read,
    stream: ({ start = 0, length = Number.MAX_SAFE_INTEGER - start, chunk = 64 * 1024 } = {}) =>
      Readable.from(pieces(start, length, chunk), { objectMode: false, highWaterMark: chunk }),
  }
}

/** Empty behind the end. */
async function range(
  { client }: Store,
  input: { readonly Bucket: string; readonly Key: string; readonly Range: string },
): Promise<Buffer> {
  try {
    return await bufferOf((await client.send(new GetObjectCommand(input))).Body)
  } catch (error) {
    if (statusOf(error) === 416) return Buffer.alloc(0)
    throw error
  }
}

/** As a disk says it. */
const missing = () => Object.assign(new Error('there is no such file in the bucket'), { code: 'ENOENT' })
