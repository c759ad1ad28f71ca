// Where the bytes of files lie: a folder, or a bucket of any store that speaks S3. What FILES_URL may say, read once.
import { fileURLToPath } from 'node:url'

export type KeyPair = { readonly accessKeyId: string; readonly secretAccessKey: string }

export type Bucket = KeyPair & {
  readonly kind: 'bucket'
  readonly bucket: string
  /** Before every key: empty, or with a slash at its end. */
  readonly prefix: string
  readonly endpoint: string
  readonly region: string
  /** Whether the bucket stands in the path of an address, not in its host. */
  readonly pathStyle: boolean
}

export type FilesPlace = { readonly kind: 'folder'; readonly path: string } | Bucket

/** `keys` is what the environment brings besides. Throws what to say of the text, never a part of it that is secret. */
export function filesPlace(text: string, keys: KeyPair | null): FilesPlace {
  if (/^file:/i.test(text)) return { kind: 'folder', path: folderOf(text) }
  if (!/^s3:\/\//i.test(text)) throw new Error('must be a URL that begins with file: or s3:')
  return bucketOf(text, keys)
}

function folderOf(text: string): string {
  if (!URL.canParse(text)) throw new Error('must be a URL that begins with file: or s3:')
  return fileURLToPath(text)
}

/** `s3://[KEY:SECRET@]BUCKET[/PREFIX][?endpoint=…&region=…&pathStyle=…]` */
function bucketOf(text: string, keys: KeyPair | null): Bucket {
  if (!URL.canParse(text))
    throw new Error(
      'must be s3://BUCKET/PREFIX, with / + @ : # ? % of a key written as %2F %2B %40 %3A %23 %3F %25',
    )
  const { hostname: bucket, port, pathname, username, password, searchParams, hash } = new URL(text)
  if (!/^[A-Za-z0-9][\w.-]{1,61}[A-Za-z0-9]$/.test(bucket) || port !== '' || hash !== '')
    throw new Error('must name a bucket: s3://BUCKET/PREFIX')
  for (const name of searchParams.keys())
    if (!['endpoint', 'region', 'pathStyle'].includes(name) || searchParams.getAll(name).length > 1)
      throw new Error('takes endpoint, region and pathStyle behind the ?, each once')
  const region = searchParams.get('region') ?? 'us-east-1'
  if (!/^[a-z0-9-]{1,40}$/.test(region)) throw new Error('must give a region such as eu-central-1')
  const endpoint = endpointOf(searchParams.get('endpoint'), region)
  return {
    kind: 'bucket',
    bucket,
    prefix: prefixOf(pathname),
    endpoint,
    region,
    pathStyle: pathStyleOf(searchParams, bucket),
    ...keyPairOf(username, password, keys),
  }
}

/** Letters that need no escape anywhere: what stands in an address, a signature and a list is then the same. */
function prefixOf(pathname: string): string {
  const parts = pathname.split('/').filter((part) => part !== '')
  if (parts.some((part) => !/^[\w.=-]+$/.test(part) || /^\.+$/.test(part)))
    throw new Error('must have a prefix of letters, digits, - _ . = and /')
  return parts.map((part) => `${part}/`).join('')
}

function endpointOf(text: string | null, region: string): string {
  if (text === null) return `https://s3.${region}.amazonaws.com`
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol) || `${url.pathname}${url.search}${url.hash}` !== '/')
    throw new Error('must give an endpoint such as https://minio.example:9000, without a path')
  if (url.username !== '' || url.password !== '')
    throw new Error('must have its key before the bucket, not in the endpoint')
  return url.origin
}

/** In the path unless the store is Amazon's, and where the certificate would not fit a bucket with dots. */
function pathStyleOf(params: URLSearchParams, bucket: string): boolean {
  const asked = params.get('pathStyle')
  if (asked !== null && asked !== 'true' && asked !== 'false')
    throw new Error('must give pathStyle=true or false')
  return asked === null ? params.has('endpoint') || bucket.includes('.') : asked === 'true'
}

function keyPairOf(username: string, password: string, keys: KeyPair | null): KeyPair {
  if (username === '' && password === '') {
    if (keys !== null) return keys
    throw new Error('needs a key: s3://KEY:SECRET@BUCKET, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY set')
  }
  if (username === '' || password === '') throw new Error('must have both parts of its key, or none')
  try {
    return { accessKeyId: decodeURIComponent(username), secretAccessKey: decodeURIComponent(password) }
  } catch {
    throw new Error('has a key with a % that begins no escape: write it as %25')
  }
}
