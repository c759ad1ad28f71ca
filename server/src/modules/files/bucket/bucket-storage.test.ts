import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { startS3 } from '../../../../test/s3-server.ts'
import { newId } from '../../../kernel/ids.ts'
import { openStorage } from '../storage.ts'
import type { Patience } from './store.ts'

const MB = 1024 * 1024

async function opened(prefix?: string, patience?: Patience) {
  const s3 = await startS3(prefix)
  const storage = await openStorage(s3.place, patience)
  s3.calls.length = 0
  return { s3, storage, keysIn: () => [...s3.objects.keys()] }
}

/** Bytes of which none repeats within a part, so that a part in a wrong place is seen. */
const bytesOf = (length: number) => {
  const bytes = Buffer.alloc(length)
  for (let at = 0; at + 4 <= length; at += 4) bytes.writeUInt32LE(at, at)
  return bytes
}

async function* chunked(bytes: Buffer, chunk = 64 * 1024) {
  for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
}

test('what is put is there, under the prefix, until it is removed', async () => {
  const { s3, storage, keysIn } = await opened('shops/a=b/north_1.0')
  const key = newId()

  await storage.put(key, Buffer.from('bytes'))

  expect(keysIn()).toEqual([`shops/a=b/north_1.0/${key}`])
  expect([String(await storage.get(key)), await storage.has(key)]).toEqual(['bytes', true])
  expect(await storage.source(key).size()).toBe(5)
  const made = s3.objects.get(`shops/a=b/north_1.0/${key}`)
  if (made) made.at = new Date(0)
  await storage.touch(key)
  expect(s3.objects.get(`shops/a=b/north_1.0/${key}`)?.at.getTime()).toBeGreaterThan(Date.now() - 60_000)
  await storage.remove(key)
  expect(keysIn()).toEqual([])
  expect([await storage.get(key), await storage.has(key)]).toEqual([null, false])
  await storage.touch(key)
  await storage.remove(key)
  await expect(storage.source(key).read(0, 1)).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(storage.source(key).size()).rejects.toMatchObject({ code: 'ENOENT' })
})

test.each([0, 1, 8 * MB - 1, 8 * MB, 8 * MB + 1, 24 * MB, 30 * MB + 7])(
  'a stream of %i bytes arrives whole, and is read whole and in places',
  async (length) => {
    const { s3, storage } = await opened()
    const [key, bytes] = [newId(), bytesOf(length)]

    await storage.receive(key, chunked(bytes, 100_001))

    expect(s3.uploads.size).toBe(0)
    const source = storage.source(key)
    expect(bytes.equals(await buffer(source.stream()))).toBe(true)
    expect(await source.size()).toBe(length)
    const start = Math.floor(length / 3)
    expect(
      bytes.subarray(start, start + 999_999).equals(await buffer(source.stream({ start, length: 999_999 }))),
    ).toBe(true)
    expect(bytes.subarray(start, start + 10).equals(await source.read(start, 10))).toBe(true)
    expect(await source.read(length, 10)).toEqual(Buffer.alloc(0))
  },
)

test('whoever sends more than the store takes is held up: no more than a few parts are in memory', async () => {
  const { s3, storage } = await opened()
  let given = 0
  let furthest = 0
  const taken = () =>
    [...s3.uploads.values()]
      .flatMap(({ parts }) => [...parts.values()])
      .reduce((sum, { bytes }) => sum + bytes.length, 0)
  async function* endless() {
    const chunk = Buffer.alloc(MB)
    for (; given < 96 * MB; given += MB) {
      furthest = Math.max(furthest, given - taken())
      yield chunk
    }
  }

  await storage.receive(newId(), endless())

  expect(furthest).toBeLessThanOrEqual(17 * MB)
})

test('an upload that breaks off leaves nothing', async () => {
  const { s3, storage, keysIn } = await opened()
  async function* broken() {
    yield* chunked(bytesOf(20 * MB))
    throw new Error('the browser went away')
  }

  await expect(storage.receive(newId(), broken())).rejects.toThrow('the browser went away')

  expect([keysIn(), s3.uploads.size]).toEqual([[], 0])
})

test('one bad moment of the store is passed over', async () => {
  const { s3, storage } = await opened()
  const bytes = bytesOf(20 * MB)
  const kinds = new Map<string, number>()
  const troubles = ['lost', { status: 503, body: '' }, 'cut', { status: 500, body: 'no xml' }] as const
  let next = 0
  // Each kind of call fails the first time it is made.
  s3.trouble = ({ method, query, headers }) => {
    const kind = [method, [...query.keys()].sort().join(), headers.range ?? ''].join(' ')
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    return kinds.get(kind) === 1 ? troubles[next++ % troubles.length] : undefined
  }
  const [key, small] = [newId(), newId()]

  await storage.receive(key, chunked(bytes))
  await storage.put(small, Buffer.from('small'))

  expect(bytes.equals(await buffer(storage.source(key).stream()))).toBe(true)
  expect(String(await storage.get(small))).toBe('small')
  await storage.touch(small)
  await storage.remove(small)
  expect(await storage.has(small)).toBe(false)
})

test('an upload whose end was done and not heard of is done', async () => {
  const { s3, storage } = await opened()
  const bytes = bytesOf(20 * MB)
  let isFirst = true
  s3.trouble = ({ method, query }) => {
    if (method !== 'POST' || !query.has('uploadId') || !isFirst) return undefined
    isFirst = false
    return 'lost'
  }
  const key = newId()

  await storage.receive(key, chunked(bytes))

  expect(bytes.equals((await storage.get(key)) ?? Buffer.alloc(0))).toBe(true)
})

test('a file that grows is followed piece by piece, and goes whole', async () => {
  const { s3, storage, keysIn } = await opened()
  const key = newId()
  const file = await storage.create(key)
  const followed = await storage.follow(key)
  expect(await followed?.next()).toBeNull()

  const bytes = bytesOf(40 * MB)
  await file.append(bytes.subarray(0, 300_000))
  expect(await followed?.next()).toEqual(bytes.subarray(0, 300_000))
  expect(await followed?.next()).toBeNull()
  for await (const chunk of chunked(bytes.subarray(300_000))) await file.append(chunk)
  await file.close()

  const got: Buffer[] = [bytes.subarray(0, 300_000)]
  for (let piece = await followed?.next(); piece; piece = await followed?.next()) got.push(piece)
  expect(bytes.equals(Buffer.concat(got))).toBe(true)
  expect(Math.max(...[...s3.objects.values()].map((one) => one.bytes.length))).toBeLessThan(9 * MB)
  const other = newId()
  await storage.put(other, Buffer.from('other'))
  await storage.remove(key)
  expect(keysIn()).toEqual([`clientele/${other}`])
})

test('a store that is away is a refusal of its own, soon, and comes back', async () => {
  const { s3, storage } = await opened()
  const key = newId()
  await storage.put(key, Buffer.from('bytes'))
  const away = { code: 'files.unavailable', status: 503 }

  await s3.leave()
  await expect(storage.get(key)).rejects.toMatchObject(away)
  await expect(storage.put(key, Buffer.from('x'))).rejects.toMatchObject(away)
  await expect(storage.receive(key, chunked(bytesOf(9 * MB)))).rejects.toMatchObject(away)
  await expect(buffer(storage.source(key).stream())).rejects.toMatchObject(away)
  await s3.comeBack()
  expect(String(await storage.get(key))).toBe('bytes')

  const impatient = await openStorage(s3.place, { silenceMs: 500 })
  s3.trouble = () => 'silence'
  const began = Date.now()
  await expect(impatient.get(key)).rejects.toMatchObject(away)
  expect(Date.now() - began).toBeLessThan(4000)
})

test('answers that stop in the middle are not waited for', async () => {
  const { s3, storage } = await opened(undefined, { silenceMs: 500 })
  const key = newId()
  await storage.put(key, bytesOf(MB))
  s3.trouble = ({ headers }) =>
    headers.range === 'bytes=0-99'
      ? { status: 206, headers: { 'content-length': '100', 'content-range': 'bytes 0-99/1000' }, body: 'x' }
      : undefined
  const began = Date.now()

  await expect(storage.source(key).read(0, 100)).rejects.toMatchObject({ code: 'files.unavailable' })

  expect(Date.now() - began).toBeLessThan(4000)
})

test.each([
  '',
  '../x',
  'a/../../b',
  '..%2fetc',
  'ABCDEFGH',
  'key with space',
  'key\n12345',
  'é'.repeat(9),
  '.hidden-file',
  'a'.repeat(101),
])('no key %j is sent anywhere', async (key) => {
  const { s3, storage } = await opened()
  const bytes = Buffer.from('x')
  const each = [
    async () => storage.put(key, bytes),
    async () => storage.get(key),
    async () => storage.has(key),
    async () => storage.receive(key, chunked(bytes)),
    async () => storage.source(key).size(),
    async () => storage.touch(key),
    async () => storage.remove(key),
    async () => (await storage.create(key)).append(Buffer.alloc(MB)),
    async () => (await storage.follow(key))?.next(),
  ]

  for (const act of each) await expect(act()).rejects.toThrow('not a storage key')

  expect(s3.calls).toEqual([])
})
