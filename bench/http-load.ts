// A client that costs little itself: one keep-alive connection, one request after the other.
import { connect, type Socket } from 'node:net'

export type Target = { readonly port: number; readonly headers: string }
export type Timings = { readonly ms: readonly number[]; readonly seconds: number }

export type Client = { get(path: string): Promise<{ status: number; body: Buffer }>; close(): void }

export function openClient(target: Target): Promise<Client> {
  return new Promise((resolve, reject) => {
    const socket = connect(target.port, '127.0.0.1')
    socket.setNoDelay(true)
    socket.once('error', reject)
    socket.once('connect', () => resolve(clientOver(socket, target)))
  })
}

function clientOver(socket: Socket, target: Target): Client {
  let waiting: {
    resolve(answer: { status: number; body: Buffer }): void
    reject(error: Error): void
  } | null = null
  let received: Buffer[] = []
  let size = 0
  let wanted = Number.POSITIVE_INFINITY
  let bodyAt = 0
  let status = 0
  socket.on('data', (chunk: Buffer) => {
    received.push(chunk)
    size += chunk.length
    if (wanted === Number.POSITIVE_INFINITY) readHead()
    if (size >= wanted) finish()
  })
  socket.on('close', () => waiting?.reject(new Error('the connection was closed')))

  function readHead(): void {
    const all = Buffer.concat(received)
    received = [all]
    const end = all.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = all.toString('latin1', 0, end)
    status = Number(head.slice(9, 12))
    const length = /content-length: (\d+)/i.exec(head)?.[1]
    if (length === undefined) throw new Error(`no content-length: ${head}`)
    bodyAt = end + 4
    wanted = bodyAt + Number(length)
  }

  function finish(): void {
    const body = Buffer.concat(received).subarray(bodyAt)
    received = []
    size = 0
    wanted = Number.POSITIVE_INFINITY
    const done = waiting
    waiting = null
    done?.resolve({ status, body })
  }

  return {
    get: (path) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost:${target.port}\r\n${target.headers}\r\n`)
      }),
    close: () => socket.destroy(),
  }
}

const MOST_SECONDS = 20

/** Sends all paths over so many clients, or as many as `MOST_SECONDS` allow; a refusal is an error, for a fast refusal is no figure. */
export async function load(clients: readonly Client[], paths: readonly string[]): Promise<Timings> {
  const ms: number[] = []
  let next = 0
  const begun = performance.now()
  await Promise.all(
    clients.map(async (client) => {
      while (next < paths.length && performance.now() - begun < MOST_SECONDS * 1000) {
        const path = paths[next++] as string
        const sent = performance.now()
        const answer = await client.get(path)
        ms.push(performance.now() - sent)
        if (answer.status !== 200)
          throw new Error(`${answer.status} for ${path}: ${answer.body.toString().slice(0, 300)}`)
      }
    }),
  )
  return { ms, seconds: (performance.now() - begun) / 1000 }
}

export function percentile(ms: readonly number[], p: number): number {
  const sorted = [...ms].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN
}
