// Single objects, whole.
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import { ask, insist } from './refusals.ts'
import type { Store } from './store.ts'

type Place = ReturnType<Store['at']>

export async function put({ client }: Store, place: Place, bytes: Uint8Array): Promise<void> {
  await insist(() => client.send(new PutObjectCommand({ ...place, Body: bytes })))
}

/** Its bytes come in one piece: for what is known to be small. */
export function get({ client }: Store, place: Place): Promise<Buffer | null> {
  return ask(async () => bufferOf((await client.send(new GetObjectCommand(place))).Body))
}

export function sizeOf({ client }: Store, place: Place): Promise<number | null> {
  return ask(async () => (await client.send(new HeadObjectCommand(place))).ContentLength ?? 0)
}

/** Onto itself, which is how an object gets a new date. */
export async function touch({ client }: Store, place: Place): Promise<void> {
  await ask(() =>
    client.send(
      new CopyObjectCommand({
        ...place,
        CopySource: `${place.Bucket}/${place.Key}`,
        MetadataDirective: 'REPLACE',
      }),
    ),
  )
}

export async function remove({ client }: Store, place: Place): Promise<void> {
  await ask(() => client.send(new DeleteObjectCommand(place)))
}

/** Read to its end, so that an answer that breaks off fails where it is tried again. */
export async function bufferOf(
  body: { transformToByteArray(): Promise<Uint8Array> } | undefined,
): Promise<Buffer> {
  const bytes = (await body?.transformToByteArray()) ?? new Uint8Array()
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
