// For tests: files on disk from text, and what is read of them.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Mapping, ReadContext, ReadFields, ReadRow } from './canonical.ts'
import { openImport, type ReadFile } from './read-file.ts'

const merchant: ReadContext = {
  country: 'US',
  currency: 'USD',
  timeZone: 'America/New_York',
  locale: 'en',
  attributes: [],
  stores: [],
  now: new Date('2026-11-22T12:00:00Z'),
}

/** A file that lasts as long as the test. */
export async function fileOf(content: string | Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'import-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'file')
  await writeFile(path, content)
  return path
}

export type Given = { readonly mapping?: Mapping; readonly context?: Partial<ReadContext> }

export async function opened(
  content: string | Uint8Array,
  { mapping = {}, context = {} }: Given = {},
): Promise<ReadFile> {
  return openImport(await fileOf(content), mapping, { ...merchant, ...context })
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
