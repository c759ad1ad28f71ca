// What lies in the bucket, page by page, and what of it is old.
import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
} from '@aws-sdk/client-s3'
import type { OldFile } from '../../../kernel/storage.ts'
import { storedName } from '../stored-names.rules.ts'
import { remove } from './objects.ts'
import { ask, insist } from './refusals.ts'
import type { Store } from './store.ts'

type Listed = { readonly Key: string; readonly touchedAt: number }

export async function* listed({ client, place }: Store, beginning = ''): AsyncGenerator<Listed> {
  const input = { Bucket: place.bucket, Prefix: `${place.prefix}${beginning}` }
  let next: string | undefined
  do {
    const page = await insist(() =>
      client.send(
        new ListObjectsV2Command({ ...input, ...(next !== undefined && { ContinuationToken: next }) }),
      ),
    )
    for (const { Key, LastModified } of page.Contents ?? [])
      if (Key !== undefined) yield { Key, touchedAt: LastModified?.getTime() ?? Date.now() }
    next = page.IsTruncated === true ? page.NextContinuationToken : undefined
  } while (next !== undefined)
}

type Span = { readonly since: number; readonly until: number }

export async function* oldObjects(store: Store, { since, until }: Span): AsyncGenerator<OldFile> {
  const { prefix, bucket: Bucket } = store.place
  for await (const { Key, touchedAt } of listed(store)) {
    const name = storedName(Key.slice(prefix.length))
    if (name === null || name.madeAt < since || touchedAt >= until) continue
    yield { name: name.key, remove: () => remove(store, { Bucket, Key }) }
  }
  yield* oldUploads(store, { since, until })
}

/** Those that were cut off: they are in no list of objects, and cost all the same. Some stores do not tell them. */
async function* oldUploads({ client, place }: Store, { since, until }: Span): AsyncGenerator<OldFile> {
  const { prefix, bucket: Bucket } = place
  const all = new ListMultipartUploadsCommand({ Bucket, Prefix: prefix })
  const page = await ask(() => client.send(all)).catch(() => null)
  for (const { Key = '', UploadId, Initiated } of page?.Uploads ?? []) {
    const name = storedName(Key.slice(prefix.length))
    if (name === null || name.madeAt < since || (Initiated?.getTime() ?? until) >= until) continue
    const input = { Bucket, Key, UploadId }
    yield {
      name: name.key,
      remove: async () => {
        await ask(() => client.send(new AbortMultipartUploadCommand(input)))
      },
    }
  }
}
