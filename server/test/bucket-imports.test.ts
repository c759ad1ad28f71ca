// Uploads and exports of an installation whose files lie in a bucket.
import { expect, test } from 'vitest'
import { cleanUp } from '../src/housekeeping.ts'
import { exported, linesOf } from '../src/modules/exports/exports.kit.ts'
import { counts, ended, upload } from '../src/modules/imports/imports.kit.ts'
import { withBucket } from './bucket.kit.ts'
import { plainCustomers } from './people.ts'
import { retriesAtOnce, startWorker } from './worker.ts'

type Kit = Awaited<ReturnType<typeof withBucket>>

const ROWS = 12_000
/** Over 8 MB, so that it comes in parts and is read in ranges. */
const longFile = () => {
  const note = 'x'.repeat(800)
  const rows = Array.from({ length: ROWS }, (_, i) => `First${i},Last${i},p${i}@example.com,${note}`)
  return ['First name,Last name,Email,Notes', ...rows].join('\n')
}

const workerOf = (kit: Kit) => startWorker(kit.db, undefined, kit.storage)
const processed = async (kit: Kit, id: string) =>
  (await kit.as.get(`/imports/${id}`)).body.processed as number

test('an upload of several parts is imported from the bucket; a second worker goes on where the first one stopped', async () => {
  const kit = await withBucket()
  const reply = await upload({ caller: kit.as, file: longFile() })
  expect(reply.status, reply.text).toBe(202)
  const { id } = reply.body
  expect(kit.s3.calls.filter((call) => call.startsWith('PUT')).length).toBeGreaterThan(1)
  const first = await workerOf(kit)
  await expect.poll(() => processed(kit, id), { timeout: 60_000, interval: 20 }).toBeGreaterThan(0)
  await first.stop()
  const between = await processed(kit, id)

  await workerOf(kit)
  const done = await ended(kit.as, id)

  expect(between).toBeLessThan(ROWS)
  expect(done).toMatchObject({ state: 'succeeded', total: ROWS })
  expect(counts(done)).toEqual({ created: ROWS, updated: 0, unchanged: 0, rejected: 0 })
  await kit.db.owner.query(`update imports set finished_at = now() - interval '25 hours'`)
  await cleanUp(kit.db, kit.storage)
  expect(kit.keysIn()).toEqual([])
}, 180_000)

test('a workbook is read from the bucket by its ranges', async () => {
  const kit = await withBucket()
  await plainCustomers(kit.db.owner, kit.first.id, { count: 30 })
  await workerOf(kit)
  const { file } = await exported(kit, { format: 'xlsx' })
  const other = await kit.merchant()

  const reply = await upload({ caller: other.caller, file, name: 'customers.xlsx' })

  expect(reply.status, reply.text).toBe(202)
  expect(counts(await ended(other.caller, reply.body.id))).toMatchObject({ created: 30, rejected: 0 })
})

test('what cannot be read is refused at once and leaves nothing in the bucket, nor does a preview', async () => {
  const kit = await withBucket()

  expect((await upload({ caller: kit.as, file: '%PDF-1.4' })).status).toBe(422)
  expect(
    (await upload({ caller: kit.as, path: '/imports/preview', file: 'Email\na@example.com' })).status,
  ).toBe(200)

  expect(kit.keysIn()).toEqual([])
})

test('an upload while the store is away is refused with 503, and nobody else sees the file of another merchant', async () => {
  const kit = await withBucket()
  const held = await upload({ caller: kit.as, file: 'Email\na@example.com', fields: { hold: 'true' } })
  const other = await kit.merchant()
  expect((await other.caller.post(`/imports/${held.body.id}/preview`, {})).status).toBe(404)
  await kit.s3.leave()

  const refused = await upload({ caller: kit.as, file: 'Email\nb@example.com' })
  const preview = await kit.as.post(`/imports/${held.body.id}/preview`, {})

  expect(refused).toMatchObject({ status: 503, body: { code: 'files.unavailable' } })
  expect(preview).toMatchObject({ status: 503, body: { code: 'files.unavailable' } })
  expect((await kit.as.get('/imports')).body.items).toHaveLength(1)
})

test('an import waits for a store that is away, and is done when it is back', async () => {
  const kit = await withBucket()
  const { id } = (await upload({ caller: kit.as, file: 'Email\na@example.com' })).body
  await kit.s3.leave()
  const worker = await workerOf(kit)
  await expect.poll(() => worker.errors.length, { timeout: 20_000 }).toBeGreaterThan(0)
  expect((await kit.as.get(`/imports/${id}`)).body.state).toBe('running')

  await kit.s3.comeBack()

  expect(await ended(kit.as, id)).toMatchObject({ state: 'succeeded', created: 1 })
}, 60_000)

test('an import whose store stays away fails with a reason of its own', async () => {
  const kit = await withBucket()
  const { id } = (await upload({ caller: kit.as, file: 'Email\na@example.com' })).body
  await kit.s3.leave()
  const worker = await workerOf(kit)
  retriesAtOnce(kit.db)

  expect(await ended(kit.as, id)).toMatchObject({ state: 'failed', error: { code: 'files.unavailable' } })
  await expect.poll(() => worker.errors.length).toBe(4)
})

test('an export is written to the bucket in pieces, read along, downloaded again, and gone after its day', async () => {
  const kit = await withBucket()
  const ids = await plainCustomers(kit.db.owner, kit.first.id, { count: 12_000 })
  const { id } = (await kit.as.post('/exports', { kind: 'customers', format: 'csv' })).body
  const reading = kit.app.inject({
    url: `/api/v1/exports/${id}/file`,
    headers: { authorization: `Bearer ${kit.first.key}` },
  })
  await workerOf(kit)

  const along = (await reading).rawPayload

  expect(linesOf(along).map((line) => line.id)).toEqual(ids)
  const again = await kit.app.inject({
    url: `/api/v1/exports/${id}/file`,
    headers: { authorization: `Bearer ${kit.first.key}` },
  })
  expect(again.rawPayload.equals(along)).toBe(true)
  expect(Number(again.headers['content-length'])).toBe(along.length)
  expect(kit.keysIn().length).toBeGreaterThan(1)
  const other = await kit.merchant()
  expect((await other.caller.get(`/exports/${id}/file`)).status).toBe(404)
  await kit.db.owner.query(`update exports set expires_at = now() - interval '1 minute'`)
  await cleanUp(kit.db, kit.storage)
  expect(kit.keysIn()).toEqual([])
}, 60_000)

test('an export that cannot be written says so', async () => {
  const kit = await withBucket()
  await plainCustomers(kit.db.owner, kit.first.id, { count: 10 })
  await kit.s3.leave()
  const worker = await workerOf(kit)
  retriesAtOnce(kit.db)
  const { id } = (await kit.as.post('/exports', { kind: 'customers', format: 'csv' })).body
  const look = async () => (await kit.as.get(`/exports/${id}`)).body

  await expect.poll(async () => (await look()).state, { timeout: 20_000, interval: 200 }).toBe('failed')
  expect((await look()).error).toMatchObject({ code: 'files.unavailable' })
  await expect.poll(() => worker.errors.length).toBe(4)
})
