import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../../test/harness.ts'
import { userOf } from '../../../../test/people.ts'
import { cleanUp } from '../../../housekeeping.ts'

const picture = (color: string, format: 'jpeg' | 'png' = 'jpeg') =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: color } })
    .withExif({ IFD0: { Copyright: 'secret place' } })
    [format]()
    .toBuffer()

function form(bytes: Buffer | string, field = 'file', type = 'image/jpeg') {
  const boundary = 'x-clientele-test'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="p.jpg"\r\ncontent-type: ${type}\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

async function withAnn() {
  const kit = await setup()
  const { body } = await kit.as.post('/customers', { firstName: 'Ann' })
  const put = (bytes: Buffer | string, ...more: string[]) => {
    const { payload, headers } = form(bytes, ...more)
    return kit.as.put(`/customers/${body.id}/photo`, payload, headers)
  }
  return { ...kit, ann: body, path: `/customers/${body.id}`, put }
}

/** As if nobody had touched the files for two days. */
async function age(folder: string): Promise<void> {
  const then = new Date(Date.now() - 2 * 86_400_000)
  for (const { parentPath, name } of await filesIn(folder)) await utimes(join(parentPath, name), then, then)
}

const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile())

test('a photo is kept as a small WebP without its metadata, and served to those who may see the customer', async () => {
  const { app, as, db, first, path, put, merchant } = await withAnn()

  const answer = await put(await picture('red'))

  expect(answer.status).toBe(200)
  expect(answer.headers.etag).toBe('"2"')
  expect(answer.body.photoUrl).toMatch(/^\/api\/v1\/files\/[0-9a-f-]{36}$/)
  const photo = await app.inject({
    url: answer.body.photoUrl,
    headers: { authorization: `Bearer ${first.key}` },
  })
  expect(photo.statusCode).toBe(200)
  expect(photo.headers).toMatchObject({
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
    'cache-control': expect.stringContaining('private'),
  })
  const metadata = await sharp(photo.rawPayload).metadata()
  expect(metadata).toMatchObject({ format: 'webp', width: 256, height: 171 })
  expect(metadata).not.toHaveProperty('exif')
  const known = await as.get(answer.body.photoUrl, { 'if-none-match': String(photo.headers.etag) })
  const { cookie } = await userOf(db.owner, first.id, { storeIds: [] })
  expect(known.status).toBe(304)
  expect((await callerWith(app, { cookie }).get(answer.body.photoUrl)).status).toBe(404)
  expect((await (await merchant()).caller.get(answer.body.photoUrl)).status).toBe(404)
  expect((await callerWith(app, {}).get(answer.body.photoUrl)).status).toBe(401)
  expect((await as.get(`${path}/activities`)).body.items[0]).toMatchObject({
    before: { photoUrl: null },
    after: { photoUrl: answer.body.photoUrl },
  })
})

test('the same photo again changes nothing, another one replaces it, and old bytes stay for a day', async () => {
  const { as, db, path, put, filesFolder, storage } = await withAnn()
  const one = await put(await picture('red'))
  await age(filesFolder)

  const same = await put(await picture('red'))
  const other = await put(await picture('blue', 'png'), 'file', 'text/plain')

  expect(same.body).toEqual(one.body)
  expect(other.body.version).toBe(3)
  expect(other.body.photoUrl).not.toBe(one.body.photoUrl)
  expect((await as.get(one.body.photoUrl)).status).toBe(404)
  // A backup of the moment before still reads them.
  await cleanUp({ ...db }, storage)
  expect(await filesIn(filesFolder)).toHaveLength(2)
  expect([(await as.delete(`${path}/photo`)).status, (await as.delete(`${path}/photo`)).status]).toEqual([
    204, 204,
  ])
  expect((await as.get(path)).body).toMatchObject({ photoUrl: null, version: 4 })
  expect(await filesIn(filesFolder)).toHaveLength(2)
  await age(filesFolder)
  await cleanUp({ ...db }, storage)
  expect(await filesIn(filesFolder)).toHaveLength(0)
})

test('a photo whose transaction happened although the connection was lost keeps its bytes', async () => {
  const { app, as, db, first, path, put } = await withAnn()
  const write = db.write
  db.write = async (...args) => {
    await write(...args)
    throw new Error('Connection terminated unexpectedly')
  }

  expect((await put(await picture('red'))).status).toBe(500)

  db.write = write
  const { photoUrl } = (await as.get(path)).body
  const headers = { authorization: `Bearer ${first.key}` }
  expect((await app.inject({ url: photoUrl, headers })).statusCode).toBe(200)
})

test('what is no picture is refused and leaves nothing behind', async () => {
  const { as, path, put, filesFolder } = await withAnn()
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

  expect(await put(svg, 'file', 'image/svg+xml')).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'file', code: 'photo.unreadable' }] },
  })
  expect((await put(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(100)]))).status).toBe(422)
  expect((await put(await picture('red'), 'photo')).status).toBe(422)
  expect((await put(Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413)
  expect((await as.put(`${path}/photo`, { file: 'x' })).status).toBe(415)
  const { payload, headers } = form(await picture('red'))
  expect(
    (await as.put('/customers/0197a0e0-0000-7000-8000-000000000000/photo', payload, headers)).status,
  ).toBe(404)
  expect(await filesIn(filesFolder)).toHaveLength(0)
  expect((await as.get(path)).body.version).toBe(1)
})
