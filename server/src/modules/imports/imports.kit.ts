// What tests of importing begin with: an upload as a browser sends it, and the worker that reads it.
import { expect } from 'vitest'
import type { Caller, setup } from '../../../test/harness.ts'
import { startWorker } from '../../../test/worker.ts'
import type { Import } from './imports.schemas.ts'

type Kit = Awaited<ReturnType<typeof setup>>

export type Uploading = {
  readonly caller: Caller
  readonly path?: string
  readonly file: string | Buffer
  readonly name?: string
  readonly fields?: Readonly<Record<string, string>>
  /** The fields come behind the file. */
  readonly fileFirst?: boolean
}

const BOUNDARY = '----clientele-test'

export function upload({
  caller,
  path = '/imports',
  file,
  name = 'customers.csv',
  fields = {},
  fileFirst,
}: Uploading) {
  const head = (what: string) => `--${BOUNDARY}\r\ncontent-disposition: form-data; ${what}\r\n`
  const parts = Object.entries(fields).map(([key, value]) =>
    Buffer.from(`${head(`name="${key}"`)}\r\n${value}\r\n`),
  )
  const content = Buffer.concat([
    Buffer.from(`${head(`name="file"; filename="${name}"`)}content-type: text/csv\r\n\r\n`),
    Buffer.from(file),
    Buffer.from('\r\n'),
  ])
  const all = fileFirst === true ? [content, ...parts] : [...parts, content]
  return caller.call('POST', path, Buffer.concat([...all, Buffer.from(`--${BOUNDARY}--\r\n`)]), {
    'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
  })
}

export async function ended(caller: Caller, id: string): Promise<Import> {
  const state = async () => (await caller.get(`/imports/${id}`)).body.state as string
  await expect.poll(state, { timeout: 60_000, interval: 30 }).toMatch(/^(?:succeeded|failed|cancelled)$/)
  const { body } = await caller.get(`/imports/${id}`)
  expect(body.created + body.updated + body.unchanged + body.rejected).toBe(body.processed)
  return body
}

/** Imports files one after the other, through the API and a worker. */
export async function importer(kit: Kit) {
  const worker = await startWorker(kit.db, undefined, kit.storage)
  const run = async (
    file: string | Buffer,
    fields: Readonly<Record<string, string>> = {},
    caller = kit.as,
  ) => {
    const reply = await upload({ caller, file, fields })
    expect(reply.status, reply.text).toBe(202)
    return ended(caller, reply.body.id)
  }
  return { worker, run }
}

export const counts = ({ created, updated, unchanged, rejected }: Import) => ({
  ...{ created, updated, unchanged, rejected },
})

export async function customersOf(
  caller: Caller,
  query = '',
): Promise<{ displayName: string; id: string }[]> {
  return (await caller.get(`/customers?limit=200&status=all${query}`)).body.items
}

export async function recordOf(caller: Caller, name: string) {
  const found = (await customersOf(caller)).filter((one) => one.displayName === name)
  expect(found.map((one) => one.displayName)).toEqual([name])
  return (await caller.get(`/customers/${found[0]?.id}`)).body
}

/** What is given anew, computed, or kept by the merchant itself. */
const notCompared = new Set(['id', 'createdAt', 'updatedAt', 'version', 'photoUrl', 'customerSince'])

/** A customer without ids; whoever it is tied to goes by name. */
export function comparable(value: unknown, isTop = true): unknown {
  if (Array.isArray(value)) return value.map((item) => comparable(item, false))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => (isTop ? !notCompared.has(key) : key !== 'id' && key !== 'color'))
      .map(([key, inner]) => [key, comparable(inner, false)]),
  )
}

/** All customers of the first merchant as a file. */
export async function exportedBy(kit: Kit, format: 'csv' | 'xlsx' | 'vcf'): Promise<Buffer> {
  const reply = await kit.as.post('/exports', { kind: 'customers', format, filter: { status: 'all' } })
  expect(reply.status).toBe(202)
  const { rawPayload, statusCode } = await kit.app.inject({
    url: `/api/v1/exports/${reply.body.id}/file`,
    headers: { authorization: `Bearer ${kit.first.key}` },
  })
  expect(statusCode).toBe(200)
  return rawPayload
}
