// What a store answers to the calls of S3 that are used here: one bucket, in memory.
import { createHash, randomUUID } from 'node:crypto'

export type StoredObject = { bytes: Buffer; at: Date }
type Part = { readonly bytes: Buffer; readonly etag: string }
type Upload = { readonly key: string; readonly at: Date; readonly parts: Map<number, Part> }

export type Bucket = {
  readonly objects: Map<string, StoredObject>
  readonly uploads: Map<string, Upload>
}

export type Call = {
  readonly method: string
  readonly key: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

export type Answer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer | string
}

const PAGE = 1000
const SMALLEST_PART = 5 * 1024 * 1024

export function answer(bucket: Bucket, call: Call): Answer {
  const { method, key, query } = call
  if (key === '') return query.has('uploads') ? listUploads(bucket) : list(bucket, query)
  if (query.has('uploads') && method === 'POST') return begin(bucket, key)
  const id = query.get('uploadId')
  if (id !== null) return part(bucket, id, call)
  if (method === 'PUT') return call.headers['x-amz-copy-source'] ? copy(bucket, call) : put(bucket, call)
  if (method === 'DELETE') {
    bucket.objects.delete(key)
    return { status: 204 }
  }
  return read(bucket, call)
}

export const fault = (status: number, code: string, about = ''): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message><About>${escaped(about)}</About></Error>`,
})

function put({ objects }: Bucket, { key, body }: Call): Answer {
  objects.set(key, { bytes: body, at: new Date() })
  return { status: 200, headers: { etag: etagOf(body) } }
}

function copy({ objects }: Bucket, { key, headers }: Call): Answer {
  const source = decodeURIComponent(String(headers['x-amz-copy-source'])).replace(/^\/?[^/]+\//, '')
  const found = objects.get(source)
  if (found === undefined) return fault(404, 'NoSuchKey')
  if (source === key && headers['x-amz-metadata-directive'] !== 'REPLACE') return fault(400, 'InvalidRequest')
  objects.set(key, { bytes: found.bytes, at: new Date() })
  return xml(`<CopyObjectResult><ETag>${etagOf(found.bytes)}</ETag></CopyObjectResult>`)
}

function read({ objects }: Bucket, { method, key, headers }: Call): Answer {
  const found = objects.get(key)
  if (found === undefined) return method === 'HEAD' ? { status: 404 } : fault(404, 'NoSuchKey')
  const { bytes, at } = found
  const common = { etag: etagOf(bytes), 'last-modified': at.toUTCString() }
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(String(headers.range ?? '')) ?? []
  if (from === undefined || to === undefined)
    return { status: 200, headers: { ...common, 'content-length': String(bytes.length) }, body: bytes }
  if (Number(from) >= bytes.length) return fault(416, 'InvalidRange')
  const body = bytes.subarray(Number(from), Number(to) + 1)
  const range = `bytes ${from}-${Number(from) + body.length - 1}/${bytes.length}`
  return { status: 206, headers: { ...common, 'content-range': range }, body }
}

function list({ objects }: Bucket, query: URLSearchParams): Answer {
  const after = query.get('continuation-token') ?? ''
  const most = Math.min(Number(query.get('max-keys') ?? PAGE), PAGE)
  const keys = [...objects.keys()]
    .filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after)
    .sort()
  const page = keys.slice(0, most)
  const contents = page.map((key) => {
    const { at, bytes } = objects.get(key) as StoredObject
    return `<Contents><Key>${escaped(key)}</Key><LastModified>${at.toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`
  })
  const next =
    keys.length > most ? `<NextContinuationToken>${escaped(page.at(-1) ?? '')}</NextContinuationToken>` : ''
  return xml(
    `<ListBucketResult><IsTruncated>${next !== ''}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
  )
}

function listUploads({ uploads }: Bucket): Answer {
  const each = [...uploads].map(
    ([id, { key, at }]) =>
      `<Upload><Key>${escaped(key)}</Key><UploadId>${id}</UploadId><Initiated>${at.toISOString()}</Initiated></Upload>`,
  )
  return xml(`<ListMultipartUploadsResult>${each.join('')}</ListMultipartUploadsResult>`)
}

function begin({ uploads }: Bucket, key: string): Answer {
  const id = randomUUID()
  uploads.set(id, { key, at: new Date(), parts: new Map() })
  return xml(`<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`)
}

function part(bucket: Bucket, id: string, { method, key, query, body }: Call): Answer {
  const upload = bucket.uploads.get(id)
  if (upload?.key !== key) return fault(404, 'NoSuchUpload')
  if (method === 'PUT') {
    const etag = etagOf(body)
    upload.parts.set(Number(query.get('partNumber')), { bytes: body, etag })
    return { status: 200, headers: { etag } }
  }
  if (method === 'POST') return complete(bucket, upload, { id, text: body.toString() })
  bucket.uploads.delete(id)
  return { status: 204 }
}

function complete(
  bucket: Bucket,
  { key, parts }: Upload,
  { id, text }: { id: string; text: string },
): Answer {
  const named = [...text.matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, inner = '']) => ({
    number: Number(/<PartNumber>(\d+)</.exec(inner)?.[1]),
    etag: /<ETag>(.*?)</.exec(inner)?.[1]?.replaceAll('&quot;', '"'),
  }))
  const found = named.map(({ number, etag }) =>
    parts.get(number)?.etag === etag ? parts.get(number) : undefined,
  )
  if (named.length === 0 || found.includes(undefined)) return fault(400, 'InvalidPart')
  if (named.some(({ number }, i) => number !== i + 1)) return fault(400, 'InvalidPartOrder')
  const whole = found.map((one) => (one as Part).bytes)
  if (whole.slice(0, -1).some(({ length }) => length < SMALLEST_PART)) return fault(400, 'EntityTooSmall')
  bucket.objects.set(key, { bytes: Buffer.concat(whole), at: new Date() })
  bucket.uploads.delete(id)
  return xml(`<CompleteMultipartUploadResult><Key>${escaped(key)}</Key></CompleteMultipartUploadResult>`)
}

const xml = (body: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
})

const etags = new WeakMap<Buffer, string>()

/** Once for each object: it is asked for with every range of it. */
function etagOf(bytes: Buffer): string {
  const known = etags.get(bytes) ?? `"${createHash('md5').update(bytes).digest('hex')}"`
  etags.set(bytes, known)
  return known
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
