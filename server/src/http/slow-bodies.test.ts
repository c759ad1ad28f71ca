// Bodies that come a byte at a time, over a real line.
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { setup } from '../../test/harness.ts'

const BODY_MS = 500

async function listening() {
  const kit = await setup({ bodyMs: BODY_MS })
  await kit.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = kit.app.server.address() as { port: number }
  // The first question to a database takes longest.
  await kit.as.get('/customers')
  return { ...kit, port }
}

type Kit = Awaited<ReturnType<typeof listening>>
type Request = { readonly path: string; readonly type: string; readonly body: string; readonly key?: string }

function lineTo({ port, first }: Kit) {
  let got = ''
  let isOpen = true
  const socket = connect(port, '127.0.0.1')
  socket.on('data', (bytes) => {
    got += bytes
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    isOpen = false
  })
  onTestFinished(() => void socket.destroy())
  const head = ({ path, type, body, key = first.key }: Request) =>
    `POST /api/v1${path} HTTP/1.1\r\nhost: test\r\nauthorization: Bearer ${key}\r\ncontent-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`
  return {
    send: (request: Request) => socket.write(head(request) + request.body),
    /** Over three times as long as an ordinary body may take, or until nobody listens. */
    sendSlowly: async (request: Request) => {
      socket.write(head(request))
      const piece = Math.ceil(request.body.length / 30)
      for (let at = 0; at < request.body.length && isOpen; at += piece) {
        socket.write(request.body.slice(at, at + piece))
        await sleep(BODY_MS / 10)
      }
    },
    got: () => got,
    isOpen: () => isOpen,
  }
}

const customer = { path: '/customers', type: 'application/json', body: '{"firstName":"Ann"}'.padEnd(60) }
const uploads: readonly (Request & { readonly status: number })[] = [
  ...(['/imports', '/imports/preview'] as const).map((path) => ({
    path,
    type: 'multipart/form-data; boundary=b',
    body: '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nEmail\na@example.com\r\n--b--\r\n',
    status: path === '/imports' ? 202 : 200,
  })),
  {
    path: '/orders/bulk',
    type: 'application/x-ndjson',
    body: '{"source":"till","externalId":"1","placedAt":"2026-11-02T12:30:00Z","totals":{"total":100}}\n',
    status: 200,
  },
]

test('a body that has not come in time ends its request, and nothing is made of it', async () => {
  const kit = await listening()
  const line = lineTo(kit)
  const began = performance.now()

  await line.sendSlowly(customer)

  await expect.poll(line.isOpen).toBe(false)
  expect(performance.now() - began).toBeGreaterThan(BODY_MS * 0.9)
  expect(line.got()).toMatch(/^HTTP\/1\.1 408 /)
  expect((await kit.as.get('/customers')).body.items).toEqual([])
})

test('uploads take as long as they need, up to an hour', async () => {
  const kit = await listening()
  expect(kit.app.server.requestTimeout).toBe(3_600_000)

  const lines = await Promise.all(
    uploads.map(async (upload) => {
      const line = lineTo(kit)
      await line.sendSlowly(upload)
      return { ...line, ...upload }
    }),
  )

  for (const { path, status, got, isOpen } of lines) {
    await expect.poll(got, { message: path }).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(isOpen(), path).toBe(true)
  }
})

test('who may not upload is not listened to for longer than others', async () => {
  const kit = await listening()

  const lines = await Promise.all(
    uploads.map(async (upload) => {
      const line = lineTo(kit)
      await line.sendSlowly({ ...upload, key: 'nobody' })
      return { ...line, ...upload }
    }),
  )

  for (const { path, got, isOpen } of lines) {
    await expect.poll(isOpen, { message: path }).toBe(false)
    expect(got().match(/HTTP\/1\.1 \d+/g), path).toEqual(['HTTP/1.1 401'])
  }
})

test('a line whose requests came in time stays open for the next one', async () => {
  const kit = await listening()
  const line = lineTo(kit)
  line.send(customer)
  await expect.poll(line.got).toMatch(/^HTTP\/1\.1 201 /)

  await sleep(BODY_MS * 1.5)
  line.send(customer)

  await expect.poll(() => line.got().match(/HTTP\/1\.1 201 /g)?.length).toBe(2)
})
