import { open } from 'node:fs/promises'
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
export async function openTable(path: string, options: ReadOptions, known: KnownHeaders): Promise<Table> {
  const head = await headOf(path)
  const kind = fileKind(head)
  if (kind !== 'csv' && kind !== 'xlsx' && kind !== 'vcard') throw unreadable(kind)
  const table =
    kind === 'xlsx'
      ? await openXlsx(path, known)
      : kind === 'vcard'
        ? await openVcards(path, head, options)
        : await openCsv(path, head, options, known)
  for await (const rows of table.rows()) if (rows.length > 0) return table
  throw unreadable('no_rows')
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const buffer = Buffer.alloc(HEAD_BYTES)
    const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
