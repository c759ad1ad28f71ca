// A stream of any length into one object: in parts, of which one is on its way while the next one fills. Memory stays at
// two of them, and whoever sends is held up by the store.
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { put, sizeOf } from './objects.ts'
import { ask, insist, unavailable } from './refusals.ts'
import type { Store } from './store.ts'

/** At least 5 MB, at most 10,000 of them; 2 GB are 256. */
const PART_BYTES = 8 * 1024 * 1024

export async function receive(store: Store, key: string, from: AsyncIterable<Uint8Array>): Promise<void> {
  const parts = inParts(from)
  const first = await parts.next()
  const head = first.done === true ? Buffer.alloc(0) : first.value
  if (head.length < PART_BYTES) return put(store, store.at(key), head)
  const upload = await begin(store, key)
  try {
    await complete(upload, await sendParts(upload, head, parts))
  } catch (error) {
    // What stays because this fails too, the sweep ends.
    await ask(() => upload.store.client.send(new AbortMultipartUploadCommand(upload.input))).catch(
      () => undefined,
    )
    throw error
  }
}

type Upload = {
  readonly store: Store
  readonly input: { readonly Bucket: string; readonly Key: string; readonly UploadId: string }
}

async function begin(store: Store, key: string): Promise<Upload> {
  const place = store.at(key)
  const { UploadId } = await insist(() => store.client.send(new CreateMultipartUploadCommand(place)))
  if (UploadId === undefined) throw new Error('the store of FILES_URL began an upload without naming it')
  return { store, input: { ...place, UploadId } }
}

async function sendParts(
  { store, input }: Upload,
  head: Buffer,
  rest: AsyncIterable<Buffer>,
): Promise<CompletedPart[]> {
  const send = async (Body: Buffer, PartNumber: number): Promise<CompletedPart> => {
    const { ETag } = await insist(() =>
      store.client.send(new UploadPartCommand({ ...input, PartNumber, Body })),
    )
    return { PartNumber, ETag }
  }
  const sent: CompletedPart[] = []
  let underway = heard(send(head, 1))
  for await (const part of rest) {
    sent.push(await underway)
    underway = heard(send(part, sent.length + 1))
  }
  return [...sent, await underway]
}

/** It is waited for a moment later: until then its failure is not nobody's. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

/** An answer that was lost leaves no upload to be completed again, but the object. */
async function complete({ store, input }: Upload, parts: CompletedPart[]): Promise<void> {
  const answer = await ask(() =>
    store.client.send(new CompleteMultipartUploadCommand({ ...input, MultipartUpload: { Parts: parts } })),
  )
  if (answer === null && (await sizeOf(store, input)) === null) throw unavailable({ name: 'NoSuchUpload' })
}

async function* inParts(from: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let part = Buffer.allocUnsafe(PART_BYTES)
  let filled = 0
  for await (const chunk of from) {
    for (let at = 0; at < chunk.length; ) {
      const taken = Math.min(chunk.length - at, PART_BYTES - filled)
      part.set(chunk.subarray(at, at + taken), filled)
      filled += taken
      at += taken
      if (filled < PART_BYTES) continue
      yield part
      part = Buffer.allocUnsafe(PART_BYTES)
      filled = 0
    }
  }
  if (filled > 0) yield part.subarray(0, filled)
}
