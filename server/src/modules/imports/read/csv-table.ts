import { badRequest } from '../../../kernel/problem.ts'
import type { ByteSource } from '../../../kernel/storage.ts'
import { csvParser } from './csv-parser.ts'
import { findLayout, isBlank, isProse, type KnownHeaders } from './csv-shape.rules.ts'
import { decodedText, findEncoding } from './encoding.ts'
import { withoutFooter } from './footer.rules.ts'
import { type RawRow, type ReadOptions, type Table, unreadable } from './table.ts'

const SAMPLE_CHARACTERS = 256 * 1024

export async function openCsv(
  source: ByteSource,
  head: Buffer,
  options: ReadOptions,
  known: KnownHeaders,
): Promise<Table> {
  const encoding = await findEncoding(source, head, options.encoding)
  const delimiter = askedDelimiter(options.delimiter)
  const sample = await sampleOf(source, encoding.name)
  const layout = findLayout(sample, { delimiter, known })
  const { header } = layout
  if (isProse(sample, layout, known)) throw unreadable('prose')
  if (header === null) throw unreadable('no_header')
  if (delimiter !== undefined && header.cells.length === 1 && isOneColumn(sample, known))
    throw unreadable('wrong_delimiter')
  const shape = { ...layout, width: header.cells.length }
  return {
    kind: 'csv',
    headers: header.cells,
    headerRow: header.row,
    encoding: encoding.name,
    encodingSure: encoding.sure,
    delimiter: layout.delimiter,
    sheet: null,
    rows: () => withoutFooter(dataRows(csvRows(source, encoding.name, shape), header), header.cells.length),
  }
}

/** Whether it is one only because of the delimiter that was asked for. */
function isOneColumn(sample: string, known: KnownHeaders): boolean {
  const found = findLayout(sample, { known }).header
  return found !== null && found.cells.length > 2 && known(found.cells) > 1
}

async function* csvRows(
  source: ByteSource,
  encoding: string,
  shape: Parameters<typeof csvParser>[0],
): AsyncGenerator<RawRow[]> {
  const parser = csvParser(shape)
  for await (const text of decodedText(source, encoding)) yield parser.push(text)
  yield parser.end()
}

/** What stands under the header, without blank lines and without the header that reports repeat on each page. */
export async function* dataRows(
  lots: AsyncIterable<readonly RawRow[]>,
  header: RawRow,
): AsyncGenerator<RawRow[]> {
  const [first] = header.cells
  const repeats = (row: RawRow) =>
    row.cells[0] === first && row.cells.every((cell, i) => cell === header.cells[i])
  for await (const rows of lots) {
    const kept = rows.filter((row) => row.row > header.row && !isBlank(row) && !repeats(row))
    if (kept.length > 0) yield kept
  }
}

async function sampleOf(source: ByteSource, encoding: string): Promise<string> {
  let sample = ''
  for await (const text of decodedText(source, encoding)) {
    sample += text
    if (sample.length >= SAMPLE_CHARACTERS) break
  }
  return sample
}

function askedDelimiter(asked: string | undefined): string | undefined {
  if (asked === undefined || asked === '') return undefined
  const delimiter = asked === '\\t' || asked.toLowerCase() === 'tab' ? '\t' : asked
  if (delimiter.length === 1 && !/["\r\n]/.test(delimiter)) return delimiter
  throw badRequest('import.delimiter_unknown', 'a delimiter is one character')
}
