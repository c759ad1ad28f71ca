import { badRequest } from '../../../kernel/problem.ts'
import type { ByteSource } from '../../../kernel/storage.ts'
import { csvParser } from './csv-parser.ts'
import {
  findLayout,
  isBlank,
  isProse,
  isUnparted,
  type KnownHeaders,
  layoutWithin,
} from './csv-shape.rules.ts'
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
  const outer = findLayout(sample, { delimiter, known })
  const within = layoutWithin(sample, outer, known, delimiter)
  const layout = within ?? outer
  const { header } = layout
  if (within === null && isProse(sample, layout, known)) throw unreadable('prose')
  if (header === null) throw unreadable('no_header')
  if (delimiter !== undefined && header.cells.length === 1 && isOneColumn(sample, known))
    throw unreadable('wrong_delimiter')
  if (delimiter === undefined && isUnparted(layout, known)) throw unreadable('no_delimiter')
  const shape = { ...layout, width: header.cells.length }
  const rows = () =>
    within === null
      ? csvRows(source, encoding.name, shape)
      : unwrapped(csvRows(source, encoding.name, { ...outer, width: 1 }), shape)
  return {
    kind: 'csv',
    headers: layout.names,
    headerRow: header.row,
    encoding: encoding.name,
    encodingSure: encoding.sure,
    delimiter: layout.delimiter,
    sheet: null,
    rows: () => withoutFooter(dataRows(rows(), header, known), header.cells.length),
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

/** Lines that were one quoted cell, each read as a line of its own. */
async function* unwrapped(
  lots: AsyncIterable<readonly RawRow[]>,
  shape: Parameters<typeof csvParser>[0],
): AsyncGenerator<RawRow[]> {
  for await (const rows of lots)
    yield rows.flatMap((row) => {
      const [cell = ''] = row.cells
      const parser = csvParser(shape)
      const lines = [...parser.push(cell), ...parser.end()]
      return row.cells.length === 1 && lines.length > 0
        ? lines.map(({ cells }) => ({ ...row, cells }))
        : [row]
    })
}

/** What stands under the header, without blank lines and without the header that reports repeat on each page. */
export async function* dataRows(
  lots: AsyncIterable<readonly RawRow[]>,
  header: RawRow,
  known: KnownHeaders,
): AsyncGenerator<RawRow[]> {
  const [first] = header.cells
  const repeats = (row: RawRow) =>
    (row.cells[0] === first && row.cells.every((cell, i) => cell === header.cells[i])) ||
    (row.row <= header.row + 2 && isHeaderAgain(row, known))
  for await (const rows of lots) {
    const kept = rows.filter((row) => row.row > header.row && !isBlank(row) && !repeats(row))
    if (kept.length > 0) yield kept
  }
}

/** Some programs name their columns twice: for machines, and under that for people. */
function isHeaderAgain({ cells }: RawRow, known: KnownHeaders): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length > 2 && known(filled) === filled.length
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
