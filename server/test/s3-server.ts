// A store that speaks S3, at the world's edge: over HTTP, with signatures that it checks, and with the bad days of one.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import type { Bucket as Place } from '../src/kernel/files-place.ts'
import { filesPlace } from '../src/kernel/files-place.ts'
import { type Answer, answer, type Bucket, type Call, fault } from './s3-objects.ts'
import { type Owner, refusalOf } from './s3-signature.ts'

export const owner: Owner = {
  accessKeyId: 'CLIENTELETEST',
  secretAccessKey: 's3cret/with+odd=%characters:@?#',
  region: 'eu-test-1',
}
const BUCKET = 'shop-files'

/** What happens to a call in place of its answer; `lost`: it is done, and nobody hears of it. */
export type Trouble = 'silence' | 'cut' | 'lost' | Answer | undefined

export type S3Server = Bucket & {
  readonly place: Place
  readonly url: string
  /** Method and key or query of every call, in order. */
  readonly calls: string[]
  /** Asked before each call. */
  trouble: (call: Call) => Trouble
  /** Nobody listens any more. */
  leave(): Promise<void>
  comeBack(): Promise<void>
}

export async function startS3(prefix = 'clientele'): Promise<S3Server> {
  const bucket: Bucket = { objects: new Map(), uploads: new Map() }
  const sockets = new Set<Socket>()
  const calls: string[] = []
  const http = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request)
      const { name, call } = callOf(request, body)
      calls.push(`${call.method} ${call.key || `?${call.query}`}`)
      const trouble = s3.trouble(call)
      if (trouble === 'silence') return
      if (trouble !== undefined && typeof trouble === 'object') return send(response, trouble, call)
      const refusal = refusalOf(request, body, owner)
      const done =
        refusal !== null
          ? fault(refusal.status, refusal.code, refusal.about)
          : name === BUCKET
            ? answer(bucket, call)
            : fault(404, 'NoSuchBucket')
      if (trouble === 'lost') return response.destroy()
      send(response, done, call, trouble === 'cut')
    })().catch(() => response.destroy())
  })
  http.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const listen = (port: number) => new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  const leave = () =>
    new Promise<void>((resolve) => {
      http.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  await listen(0)
  const { port } = http.address() as AddressInfo
  const key = `${owner.accessKeyId}:${encodeURIComponent(owner.secretAccessKey)}`
  const url = `s3://${key}@${BUCKET}/${prefix}?endpoint=http://127.0.0.1:${port}&region=${owner.region}`
  const s3: S3Server = {
    ...bucket,
    place: filesPlace(url, null) as Place,
    url,
    calls,
    trouble: () => undefined,
    leave,
    comeBack: () => listen(port),
  }
  onTestFinished(() => (http.listening ? leave() : undefined))
  return s3
}

function callOf(request: IncomingMessage, body: Buffer): { name: string; call: Call } {
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const [, name = '', ...rest] = path.split('/')
  const call = {
    method: request.method ?? '',
    key: rest.map(decodeURIComponent).join('/'),
    query: new URLSearchParams(query),
    headers: request.headers,
    body,
  }
  return { name: decodeURIComponent(name), call }
}

/** Cut: half of what was promised. */
function send(response: ServerResponse, { status, headers, body }: Answer, call: Call, isCut = false): void {
  const bytes = Buffer.from(body ?? '')
  response.writeHead(status, { 'content-length': bytes.length, ...headers })
  if (!isCut || call.method === 'HEAD') return void response.end(call.method === 'HEAD' ? undefined : bytes)
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
}
