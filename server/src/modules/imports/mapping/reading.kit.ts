// For tests: files from text, and what is read of them.
import { Readable } from 'node:stream'
import type { ByteSource } from '../../../kernel/storage.ts'
import type { KnownMerchant, Mapping, ReadFields, ReadRow } from './canonical.ts'
import { openImport, type ReadFile } from './read-file.ts'

const merchant: KnownMerchant = {
  country: 'US',
  currency: 'USD',
  timeZone: 'America/New_York',
  locale: 'en',
  attributes: [],
  stores: [],
  now: new Date('2026-11-22T12:00:00Z'),
}

/** An uploaded file, without a place. */
export function fileOf(content: string | Uint8Array): ByteSource {
  const bytes = Buffer.from(content as Uint8Array)
  return {
    size: async () => bytes.length,
    read: async (at, length) => bytes.subarray(at, at + length),
    stream: ({ start = 0, length = bytes.length, chunk = 64 * 1024 } = {}) => {
      const wanted = bytes.subarray(start, start + length)
      const cuts = Array.from({ length: Math.ceil(wanted.length / chunk) }, (_, i) => i * chunk)
      return Readable.from(cuts.map((at) => wanted.subarray(at, at + chunk)))
    },
  }
}

export type Given = { readonly mapping?: Mapping; readonly context?: Partial<KnownMerchant> }

export async function opened(
  content: string | Uint8Array,
  { mapping = {}, context = {} }: Given = {},
): Promise<ReadFile> {
  return openImport(fileOf(content), mapping, { ...merchant, ...context })
}

export async function rowsOf(content: string | Uint8Array, given: Given = {}): Promise<ReadRow[]> {
  const file = await opened(content, given)
  const rows: ReadRow[] = []
  for await (const lot of file.rows()) rows.push(...lot)
  return rows
}

/** What the first row says. */
export async function firstOf(content: string | Uint8Array, given: Given = {}): Promise<ReadFields> {
  const [row] = await rowsOf(content, given)
  if (row === undefined) throw new Error('no row')
  return row.fields
}

/** The paths of a table of one row, by its headers. */
export async function pathsOf(
  headers: readonly string[],
  ...rows: readonly (readonly string[])[]
): Promise<Record<string, string>> {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  const file = await opened([headers, ...rows].map(line).join('\n'))
  return { ...file.plan.mapping.columns }
}
