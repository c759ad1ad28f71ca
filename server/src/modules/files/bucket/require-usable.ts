// At a start: the bucket is there, and this key may list, write and delete in it. What is wrong is one line.
import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { reasonOf, statusOf } from './refusals.ts'
import type { Store } from './store.ts'

/** All of it, so that a start that cannot succeed ends before anybody asks whether it hangs. */
const PATIENCE_MS = 10_000
const TRIAL = 'start-trial'

export async function requireUsable(store: Store): Promise<void> {
  const { client, place } = store
  const { bucket: Bucket, prefix: Prefix } = place
  const options = { abortSignal: AbortSignal.timeout(PATIENCE_MS) }
  try {
    await client.send(new ListObjectsV2Command({ Bucket, Prefix, MaxKeys: 1 }), options)
    await client.send(new PutObjectCommand({ ...store.at(TRIAL), Body: Buffer.alloc(0) }), options)
    await client.send(new DeleteObjectCommand(store.at(TRIAL)), options)
  } catch (error) {
    throw new Error(`FILES_URL: ${sentence(error, store)}`)
  }
}

function sentence(error: unknown, { place }: Store): string {
  const host = new URL(place.endpoint).host
  const reason = reasonOf(error)
  const name = reason.split(' ')[0] ?? ''
  const status = statusOf(error)
  if (status === null)
    return `the store at ${host} cannot be reached (${name === 'AbortError' ? 'no answer in time' : name})`
  if (name === 'NoSuchBucket' || status === 404) return `there is no bucket ${place.bucket} at ${host}`
  if (name === 'RequestTimeTooSkewed') return `the clock of this machine differs from that of ${host}`
  if (status === 301 || status === 307 || name === 'AuthorizationHeaderMalformed')
    return `the bucket ${place.bucket} is in another region than ${place.region}: set region`
  if (name === 'AccessDenied')
    return `this key may not list, write and delete in the bucket ${place.bucket} at ${host}`
  if (status === 401 || status === 403) return `the store at ${host} refuses this key (${name})`
  return `the store at ${host} does not answer as S3 does (${reason})`
}
