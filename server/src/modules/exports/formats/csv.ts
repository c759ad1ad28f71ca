// RFC 4180 with a byte-order mark, by which Excel knows UTF-8. PostgreSQL writes the lines; only their ends are ours.
import { writePlainCsv } from '../plain/write-plain.ts'
import { type Column, headerOf, safe } from '../sheet-columns.ts'
import { passOn } from './blocks.ts'
import type { Format } from './format.ts'
import { selectedColumns } from './sheet.ts'

export const csv: Format = {
  ending: 'csv',
  contentType: 'text/csv; charset=utf-8',
  write: async (source, { columns, plain }, sink) => {
    if (plain !== undefined) return writePlainCsv(source, plain, sink)
    await sink.write(Buffer.from(`\ufeff${columns.map((column) => quoted(headerOf(column))).join(',')}\r\n`))
    const cell = columns.length === 1 ? aloneInItsLine : safe
    await passOn(source, selectedColumns(columns, cell), { format: 'csv', frame, sink })
  },
}

/** Lines end as spreadsheets expect. */
const frame = { before: Buffer.alloc(0), after: Buffer.from('\r\n') }

/** A line with nothing in it is no row to most readers: "" is. */
const aloneInItsLine = (column: Column) => `coalesce((${safe(column)})::text, '')`

const quoted = (header: string) => (/[",\r\n]/.test(header) ? `"${header.replaceAll('"', '""')}"` : header)
