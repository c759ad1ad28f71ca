// Photos of an installation whose files lie in a bucket, and the sweep there.
import sharp from 'sharp'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { cleanUp } from '../src/housekeeping.ts'
import { newId } from '../src/kernel/ids.ts'
import { withBucket } from './bucket.kit.ts'
import type { Caller } from './harness.ts'

const DAY_MS = 86_400_000

const picture = (background: string) =>
  sharp({ create: { width: 300, height: 200, channels: 3, background } })
    .jpeg()
    .toBuffer()

async function putPhoto(caller: Caller, id: string, color = 'red') {
  const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="../../etc/p?x=<&>.jpg"\r\n\r\n`
  const form = Buffer.concat([Buffer.from(head), await picture(color), Buffer.from('\r\n--b--\r\n')])
  return caller.put(`/customers/${id}/photo`, form, { 'content-type': 'multipart/form-data; boundary=b' })
}

async function withAnn() {
  const kit = await withBucket()
  const { body } = await kit.as.post('/customers', { firstName: 'Ann' })
  const bytesOf = (url: string, key = kit.first.key) =>
    kit.app.inject({ url, headers: { authorization: `Bearer ${key}` } })
  return { ...kit, id: body.id as string, bytesOf }
}

test('a photo is put into the bucket and served from it, to its own merchant only', async () => {
  const { as, id, s3, keysIn, bytesOf, merchant } = await withAnn()

  const { status, body } = await putPhoto(as, id)

  expect(status).toBe(200)
  const served = await bytesOf(body.photoUrl)
  expect([served.statusCode, served.headers['content-type']]).toEqual([200, 'image/webp'])
  expect(await sharp(served.rawPayload).metadata()).toMatchObject({ format: 'webp', width: 256 })
  // Nothing of the upload's name is in the name of the object.
  expect(keysIn()).toEqual([body.photoUrl.split('/').at(-1)])
  const other = await merchant()
  const before = s3.calls.length
  expect((await bytesOf(body.photoUrl, other.key)).statusCode).toBe(404)
  expect((await bytesOf('/api/v1/files/..%2f..%2fetc')).statusCode).toBe(404)
  expect(s3.calls.length).toBe(before)
})

test('while the store is away photos are refused with 503 and a code; all else goes on, and photos come back', async () => {
  const { as, id, s3, bytesOf, db } = await withAnn()
  const { photoUrl } = (await putPhoto(as, id)).body
  await s3.leave()

  const [shown, put] = [await bytesOf(photoUrl), await putPhoto(as, id, 'blue')]

  expect(shown.statusCode).toBe(503)
  expect(shown.json()).toMatchObject({ code: 'files.unavailable', status: 503 })
  // Or a browser would keep the refusal for a year.
  expect(shown.headers['cache-control'] ?? '').not.toContain('immutable')
  expect(put).toMatchObject({ status: 503, body: { code: 'files.unavailable' } })
  expect(put.text + shown.body).not.toMatch(/127\.0\.0\.1|ECONN|shop-files/)
  expect((await as.get(`/customers/${id}`)).body).toMatchObject({ photoUrl, version: 2 })
  expect((await as.patch(`/customers/${id}`, { lastName: 'B' }, { 'if-match': '*' })).status).toBeLessThan(
    500,
  )
  expect((await db.owner.query('select from files')).rows).toHaveLength(1)
  await s3.comeBack()
  expect((await bytesOf(photoUrl)).statusCode).toBe(200)
  expect((await putPhoto(as, id, 'blue')).status).toBe(200)
})

test('of an object that is gone the answer is 404', async () => {
  const { as, id, s3, bytesOf } = await withAnn()
  const { photoUrl } = (await putPhoto(as, id)).body
  s3.objects.clear()

  expect((await bytesOf(photoUrl)).statusCode).toBe(404)
})

test('of thousands the sweep takes those that are old and that no row names, and nothing else', async () => {
  const { as, id, s3, db, storage, keysIn } = await withAnn()
  const { photoUrl } = (await putPhoto(as, id)).body
  const named = photoUrl.split('/').at(-1) as string
  const old = new Date(Date.now() - DAY_MS - 3_600_000)
  const lay = (name: string, at = old) => s3.objects.set(name, { bytes: Buffer.from('x'), at })
  const aged = s3.objects.get(`clientele/${named}`)
  if (aged) aged.at = old
  for (let i = 0; i < 1200; i++) lay(`clientele/${newId()}`)
  const grown = newId()
  for (const piece of ['000001', '000002']) lay(`clientele/${grown}.${piece}`)
  const kept = [
    `clientele/${newId()}`,
    `clientele/${v7({ msecs: Date.now() - 3 * DAY_MS })}`,
    'clientele/notes.txt',
    `clientele/sub/${newId()}`,
    `other/${newId()}`,
    newId(),
  ]
  for (const [i, name] of kept.entries()) lay(name, i === 0 ? new Date() : old)
  s3.uploads.set('cut-off', { key: `clientele/${newId()}`, at: old, parts: new Map() })
  s3.uploads.set('young', { key: `clientele/${newId()}`, at: new Date(), parts: new Map() })
  s3.calls.length = 0

  await cleanUp(db, storage)

  expect([...s3.objects.keys()].sort()).toEqual([`clientele/${named}`, ...kept].sort())
  expect([...s3.uploads.keys()]).toEqual(['young'])
  expect(s3.calls.filter((call) => call.includes('list-type=2')).length).toBe(2)
  expect(keysIn()).toContain(named)
})

test('a photo that is replaced stays a day for backups, in the bucket as well', async () => {
  const { as, id, s3, db, storage, keysIn } = await withAnn()
  const first = (await putPhoto(as, id)).body.photoUrl.split('/').at(-1)
  const laid = s3.objects.get(`clientele/${first}`)
  if (laid) laid.at = new Date(Date.now() - 2 * DAY_MS)

  await putPhoto(as, id, 'blue')
  await cleanUp(db, storage)

  expect(keysIn()).toHaveLength(2)
})
