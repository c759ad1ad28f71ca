import type { ByteSource } from '../../../kernel/storage.ts'
import type { KnownHeaders } from './csv-shape.rules.ts'
import { openCsv } from './csv-table.ts'
import { fileKind, HEAD_BYTES } from './file-kind.rules.ts'
import { type ReadOptions, type Table, unreadable } from './table.ts'
import { openVcards } from './vcard-table.ts'
import { openXlsx } from './xlsx-table.ts'

/**
 * Opens an uploaded file as a table, whatever it is. Refuses (`import.unreadable`) what is none of
 * the known kinds, names no columns, or has nothing under them.
 */
export async function openTable(
  source: ByteSource,
  options: ReadOptions,
  known: KnownHeaders,
): Promise<Table> {
  const head = await source.read(0, HEAD_BYTES)
  const kind = fileKind(head)
  if (kind !== 'csv' && kind !== 'xlsx' && kind !== 'vcard') throw unreadable(kind)
  const table =
    kind === 'xlsx'
      ? await openXlsx(source, known)
      : kind === 'vcard'
        ? await openVcards(source, head, options)
        : await openCsv(source, head, options, known)
  for await (const rows of table.rows()) if (rows.length > 0) return table
  throw unreadable('no_rows')
}
