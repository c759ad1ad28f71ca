// How a store proves who asks (AWS Signature Version 4), written from its description: what is under test signs with a
// library, and the other end must not be the same one.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export type Owner = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly region: string
}

export type Refusal = { readonly status: number; readonly code: string; readonly about?: string }

const CLOCKS_MS = 15 * 60_000
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/

/** Null when this request is the owner's, unchanged. */
export function refusalOf(request: IncomingMessage, body: Buffer, owner: Owner): Refusal | null {
  const [, keyId, day, region, names = '', signature = ''] =
    AUTHORIZATION.exec(header(request, 'authorization')) ?? []
  if (keyId === undefined || day === undefined || region === undefined)
    return { status: 403, code: 'AccessDenied' }
  if (keyId !== owner.accessKeyId) return { status: 403, code: 'InvalidAccessKeyId', about: keyId }
  if (region !== owner.region) return { status: 400, code: 'AuthorizationHeaderMalformed' }
  const signed = names.split(';')
  const sent = Object.keys(request.headers).filter((name) => name === 'host' || name.startsWith('x-amz-'))
  if (!sent.every((name) => signed.includes(name))) return { status: 403, code: 'AccessDenied' }
  const moment = header(request, 'x-amz-date')
  if (!moment.startsWith(day) || Math.abs(Date.now() - instantOf(moment)) > CLOCKS_MS)
    return { status: 403, code: 'RequestTimeTooSkewed' }
  const digest = header(request, 'x-amz-content-sha256')
  if (digest !== sha256(body)) return { status: 400, code: 'XAmzContentSHA256Mismatch' }
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', moment, scope, sha256(canonical(request, signed, digest))].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (secret, part) => hmac(secret, part),
    `AWS4${owner.secretAccessKey}`,
  )
  const isSame = timingSafeEqual(hmac(key, toSign), Buffer.from(signature, 'hex'))
  return isSame ? null : { status: 403, code: 'SignatureDoesNotMatch', about: toSign }
}

function canonical(request: IncomingMessage, signed: readonly string[], digest: string): string {
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const pairs = [...new URLSearchParams(query)].map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
  return [
    request.method,
    path
      .split('/')
      .map((part) => escaped(decodeURIComponent(part)))
      .join('/'),
    pairs.sort().join('&'),
    ...signed.map((name) => `${name}:${header(request, name).trim().replace(/\s+/g, ' ')}`),
    '',
    signed.join(';'),
    digest,
  ].join('\n')
}

const header = (request: IncomingMessage, name: string) => String(request.headers[name] ?? '')
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest('hex')

const escaped = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

const instantOf = (text: string) =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
