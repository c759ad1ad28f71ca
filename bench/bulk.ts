/**
 * A file of customers through the whole path, in by an upload and out by an export, against a bare COPY of the same
 * fifteen columns; while they run, the list is asked for ten times a second.
 */
import { openAsBlob } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { percentile, type Target } from './http-load.ts'
import { importFile } from './import-file.ts'
import { listPath } from './inputs.ts'
import { residentOf } from './memory.ts'
import { startProduct } from './product.ts'
import { copyThrough } from './reference.ts'
import { watchList } from './watch.ts'

export type Bulk = {
  readonly customers: number
  readonly data: string
  readonly json: boolean
  readonly isWatched: boolean
}

/** Into an empty data folder only: what is there already would be matched. */
export async function measureBulk({ customers, data, json, isWatched }: Bulk): Promise<void> {
  const product = await startProduct({ data, customers: 0, merchants: 1, session: false })
  try {
    const path = join(data, `customers-${customers}.csv`)
    await importFile(path, customers)
    const { target } = product.merchants[0] as { readonly target: Target }
    const into = await watched(target, isWatched, () => bringIn(target, path))
    const afterImport = residentOf(product.pid, 'VmHWM')
    const outOf = await watched(target, isWatched, () => takeOut(target, fifteen))
    const whole = await watched(target, isWatched, () => takeOut(target))
    const bare = await copyThrough(product.url)
    const figures = {
      customers,
      import: {
        ...into,
        bare: bare.inSeconds,
        ratio: into.seconds / bare.inSeconds,
        mostResident: afterImport,
      },
      export: {
        ...outOf,
        bare: bare.outSeconds,
        ratio: outOf.seconds / bare.outSeconds,
        mostResident: residentOf(product.pid, 'VmHWM'),
      },
      exportOfAllColumns: whole,
    }
    process.stdout.write(json ? `${JSON.stringify(figures, null, 2)}\n` : textOf(figures))
  } finally {
    await product.stop()
  }
}

const textOf = ({ customers, ...measured }: Record<string, unknown>) =>
  [
    `${customers} customers`,
    ...Object.entries(measured).map(([name, of]) => `${name} ${JSON.stringify(of)}`),
    '',
  ].join('\n')

type Timed = { readonly seconds: number } & Readonly<Record<string, number>>

const headersOf = ({ headers }: Target) =>
  Object.fromEntries([headers.trim().split(': ') as [string, string]])

async function bringIn(target: Target, path: string): Promise<Timed> {
  const form = new FormData()
  form.set('file', await openAsBlob(path), 'customers.csv')
  const url = `http://127.0.0.1:${target.port}/api/v1/imports`
  const begun = performance.now()
  const reply = await fetch(url, { method: 'POST', headers: headersOf(target), body: form })
  const { id } = (await reply.json()) as { id: string }
  const uploaded = performance.now()
  for (;;) {
    const answer = await fetch(`${url}/${id}`, { headers: headersOf(target) })
    const now = (await answer.json()) as Record<string, unknown> & { state: string }
    if (now.state === 'failed') throw new Error(JSON.stringify(now))
    if (now.state === 'succeeded') {
      const { created, updated, unchanged, rejected, warnings } = now as Record<string, number>
      const upload = (uploaded - begun) / 1000
      const seconds = (performance.now() - begun) / 1000
      return { seconds, upload, created, updated, unchanged, rejected, warnings } as Timed
    }
    await pause(200)
  }
}

/** What the file had. */
const fifteen = [
  ...['number', 'firstName', 'middleName', 'lastName', 'businessName', 'email', 'phone'],
  ...['address.line1', 'address.city', 'address.postalCode', 'address.country'],
  ...['dateOfBirth', 'tags', 'notes', 'customerSince'],
]

async function takeOut(target: Target, columns?: readonly string[]): Promise<Timed> {
  const url = `http://127.0.0.1:${target.port}/api/v1/exports`
  const begun = performance.now()
  const reply = await fetch(url, {
    method: 'POST',
    headers: { ...headersOf(target), 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'customers', format: 'csv', filter: { status: 'all' }, columns }),
  })
  const { id } = (await reply.json()) as { id: string }
  const file = await fetch(`${url}/${id}/file`, { headers: headersOf(target) })
  let bytes = 0
  let firstByte = 0
  for await (const piece of file.body as unknown as AsyncIterable<Uint8Array>) {
    if (bytes === 0) firstByte = (performance.now() - begun) / 1000
    bytes += piece.length
  }
  return { seconds: (performance.now() - begun) / 1000, firstByte, bytes }
}

/** The whole of something, and how long a list took meanwhile. */
async function watched<T>(target: Target, isWatched: boolean, work: () => Promise<T>) {
  if (!isWatched) return work()
  const watch = watchList(target, listPath)
  const done = await work().catch(async (error) => {
    await watch.stop()
    throw error
  })
  const ms = await watch.stop()
  return { ...done, listP50: percentile(ms, 0.5), listP95: percentile(ms, 0.95), listMost: Math.max(...ms) }
}
