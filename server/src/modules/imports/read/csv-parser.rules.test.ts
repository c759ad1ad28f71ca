import { describe, expect, test } from 'vitest'
import { type CsvShape, csvParser, MAX_FIELD_BYTES } from './csv-parser.ts'

/** Whole, and cut into pieces of every small size: the same must come out. */
function parse(text: string, shape: Partial<CsvShape> = {}) {
  const given = { delimiter: ',', crEndsRecord: !text.includes('\n'), ...shape }
  const whole = csvParser(given)
  const rows = [...whole.push(text), ...whole.end()]
  if (text.length < 2000) {
    for (const size of [1, 2, 3, 7]) {
      const pieces = csvParser(given)
      const cut = []
      for (let at = 0; at < text.length; at += size) cut.push(...pieces.push(text.slice(at, at + size)))
      cut.push(...pieces.end())
      expect(cut, `in pieces of ${size}`).toEqual(rows)
    }
  }
  return rows
}
const cells = (text: string, shape?: Partial<CsvShape>) => parse(text, shape).map((row) => row.cells)

describe('records', () => {
  test.each([
    [
      'LF',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CRLF',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CR',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a mixture',
      'a,b\r\n1,2\n3,4\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'no end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'empty cells',
      'a,,\n,,\n',
      [
        ['a', '', ''],
        ['', '', ''],
      ],
    ],
    ['a blank line', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['a trailing delimiter', 'a,b,', [['a', 'b', '']]],
  ])('end by %s', (_, text, rows) => {
    expect(cells(text)).toEqual(rows)
  })

  test('are numbered as a sheet numbers its rows', () => {
    expect(parse('a\n\n"b\nc"\nd').map((row) => row.row)).toEqual([1, 2, 3, 4])
  })
})

describe('quotes', () => {
  test.each([
    ['hold delimiters', '"a,b",c', [['a,b', 'c']]],
    [
      'hold new lines as they are',
      '"a\nb",c\n1,2',
      [
        ['a\nb', 'c'],
        ['1', '2'],
      ],
    ],
    [
      'hold CRLF as it is',
      '"a\r\nb",c\r\n1,2\r\n',
      [
        ['a\r\nb', 'c'],
        ['1', '2'],
      ],
    ],
    ['are doubled inside', '"ha ""ha"" ha",1', [['ha "ha" ha', '1']]],
    ['hold themselves', '"""",""', [['"', '']]],
    ['may be followed by spaces', '"a" ,b\n', [['a', 'b']]],
    ['are letters inside an unquoted cell', 'a "b" c,d', [['a "b" c', 'd']]],
    ['nobody doubled are letters', '"He said "hi" to",x', [['He said "hi" to', 'x']]],
    ['hold JSON', '1,"{""type"": ""Point"", ""at"": [1, 2]}"', [['1', '{"type": "Point", "at": [1, 2]}']]],
    ['close before CRLF', '"a"\r\n"b"\r\n', [['a'], ['b']]],
  ])('%s', (_, text, rows) => {
    expect(cells(text)).toEqual(rows)
  })

  test('one that is never closed swallows nothing but its own row', () => {
    const rows = parse('a,b,c\n"x,1,2\ny,3,4\nz,5,6\n')

    expect(rows.map((row) => row.cells)).toEqual([
      ['a', 'b', 'c'],
      ['x', '1', '2'],
      ['y', '3', '4'],
      ['z', '5', '6'],
    ])
    expect(rows.map((row) => row.faults)).toEqual([undefined, ['row.unclosed_quote'], undefined, undefined])
  })

  test('a stray one that meets the quotes of a later row gives the rows between back', () => {
    const rows = parse('a,b,c\n"x,1,2\ny,3,4\nz,5,6\nw,"7",8\nv,9,10\n', { width: 3 })

    expect(rows.map((row) => row.cells)).toEqual([
      ['a', 'b', 'c'],
      ['x', '1', '2'],
      ['y', '3', '4'],
      ['z', '5', '6'],
      ['w', '7', '8'],
      ['v', '9', '10'],
    ])
    expect(rows[1]?.faults).toEqual(['row.unclosed_quote'])
  })

  test('an address of several lines is no row', () => {
    expect(
      cells('n,a,p\nAnn,"1 Main St, Apt 2\nReston, VA, 20190\nUSA, North",5\n', { width: 3 })[1],
    ).toEqual(['Ann', '1 Main St, Apt 2\nReston, VA, 20190\nUSA, North', '5'])
  })
})

describe('long fields', () => {
  const long = 'x'.repeat(MAX_FIELD_BYTES + 1)

  test.each([
    ['plain', `a,${long},c\n1,2,3\n`],
    ['quoted', `a,"${long}",c\n1,2,3\n`],
  ])('%s: the row is marked and keeps little of it, the next is well', (_, text) => {
    const rows = parse(text)

    expect(rows[0]?.faults).toEqual(['row.field_too_long'])
    expect(rows[0]?.cells.map((cell) => cell.length)).toEqual([1, 1000, 1])
    expect(rows[1]).toEqual({ row: 2, cells: ['1', '2', '3'] })
  })

  test('are measured in bytes', () => {
    const parser = csvParser({ delimiter: ',', crEndsRecord: false })

    expect(parser.push(`${'é'.repeat(600_000)},b\n`)[0]?.faults).toEqual(['row.field_too_long'])
    expect(parser.push(`${'e'.repeat(600_000)},b\n`)[0]?.faults).toBeUndefined()
  })

  test('a quote that is never closed gives the rows of the largest file back', () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => `P${i},note ${i},p${i}@example.com`)
    const parser = csvParser({ delimiter: ',', crEndsRecord: false, width: 3 })
    const rows = [...parser.push(`a,b,c\n1,"oops,3\n${lines.join('\n')}\n`), ...parser.end()]

    expect(rows).toHaveLength(60_002)
    expect(rows.filter((row) => row.faults !== undefined)).toEqual([
      { row: 2, cells: ['1', 'oops', '3'], faults: ['row.unclosed_quote'] },
    ])
  })

  test('what is held does not grow with a field of 30 MB', () => {
    const parser = csvParser({ delimiter: ',', crEndsRecord: false })
    const piece = 'y'.repeat(256 * 1024)
    parser.push('a,"')
    for (let i = 0; i < 120; i++) expect(parser.push(piece)).toEqual([])

    expect(parser.push('",b\nc,d,e\n').map((row) => row.faults)).toEqual([['row.field_too_long'], undefined])
  })
})
