import { constants, deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { countKnown } from '../mapping/header-match.rules.ts'
import { fileOf } from '../mapping/reading.kit.ts'
import { openTable } from './open-table.ts'

async function read(content: Uint8Array) {
  const table = await openTable(fileOf(content), {}, countKnown)
  const rows = []
  for await (const lot of table.rows()) rows.push(...lot)
  return { table, rows }
}

const sheet = (name: string, rows: (string | number | boolean | Date | null)[][]) => ({ name, rows })

/** A ZIP of these parts. `claimed` lies about how long the unpacked part is. */
function zipOf(
  parts: readonly {
    readonly name: string
    readonly data: Buffer
    readonly claimed?: number
    readonly isPacked?: boolean
  }[],
): Buffer {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, data, claimed = data.length, isPacked } of parts) {
    const packed = isPacked === true ? data : deflateRawSync(data)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(claimed, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claimed, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    bodies.push(local, Buffer.from(name), packed)
    entries.push(entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, directory, end])
}

const rels = (links: string) => Buffer.from(`<?xml version="1.0"?><Relationships>${links}</Relationships>`)
/** Ordered as Excel does it: the sheet before the texts that it needs. */
const workbookOf = (
  sheetXml: Buffer,
  { texts = '', claimed, isPacked }: { texts?: string; claimed?: number; isPacked?: boolean } = {},
) =>
  zipOf([
    { name: '[Content_Types].xml', data: Buffer.from('<Types/>') },
    {
      name: '_rels/.rels',
      data: rels('<Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/>'),
    },
    {
      name: 'xl/workbook.xml',
      data: Buffer.from(
        '<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: sheetXml,
      ...(claimed !== undefined && { claimed }),
      ...(isPacked && { isPacked }),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: rels(
        '<Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>',
      ),
    },
    { name: 'xl/sharedStrings.xml', data: Buffer.from(`<sst>${texts}</sst>`) },
  ])

describe('a workbook', () => {
  test('gives texts, numbers, flags, days and moments as text', async () => {
    const content = await writeXlsx({
      sheets: [
        sheet('People', [
          ['Name', 'Phone', 'Active', 'Birthday', 'Created', 'Amount'],
          [
            'Ann & <Bob>',
            2025550143,
            true,
            new Date('1985-03-12T00:00:00Z'),
            new Date('2024-03-12T09:14:00Z'),
            12.5,
          ],
          ['=1+1', null, false, null, null, 1e21],
        ]),
      ],
    })
    const { table, rows } = await read(content)

    expect([table.kind, table.sheet, table.headers]).toEqual([
      'xlsx',
      'People',
      ['Name', 'Phone', 'Active', 'Birthday', 'Created', 'Amount'],
    ])
    expect(rows.map((row) => row.cells)).toEqual([
      ['Ann & <Bob>', '2025550143', 'true', '1985-03-12', '2024-03-12T09:14:00', '12.5'],
      ['=1+1', '', 'false', '', '', '1000000000000000000000'],
    ])
  })

  test('is read from the first sheet with a header, under its preamble', async () => {
    const content = await writeXlsx({
      sheets: [
        sheet('Cover', [
          [1, 2],
          [3, 4],
        ]),
        sheet('List', [['Customer report'], [], ['Name', 'Email'], ['Ann', 'a@b.co'], ['Total', 1]]),
      ],
    })
    const { table, rows } = await read(content)

    expect([table.sheet, table.headerRow]).toEqual(['List', 3])
    expect(rows).toEqual([{ row: 4, cells: ['Ann', 'a@b.co'] }])
  })

  test('goes on in further sheets under the same header, after empty rows too, and leaves others alone', async () => {
    const content = await writeXlsx({
      sheets: [
        sheet('A', [[], [], ['Name', 'Email'], ['Ann', 'a@b.co']]),
        sheet('Notes', [
          ['What', 'When'],
          ['x', 'y'],
        ]),
        sheet('A (2)', [[], ['Name', 'Email'], ['Bob', 'b@b.co'], ['Cem', 'c@b.co']]),
      ],
    })
    const { rows } = await read(content)

    expect(rows.map(({ cells }) => cells[0])).toEqual(['Ann', 'Bob', 'Cem'])
    expect(new Set(rows.map(({ row }) => row)).size).toBe(3)
  })

  test('keeps its texts in another part, rich ones included', async () => {
    const texts =
      '<si><t>Name</t></si><si><t>Email</t></si><si><r><rPr><b/></rPr><t>An</t></r><r><t xml:space="preserve">n </t></r><rPh><t>ghost</t></rPh></si><si><t>a@b.co_x000D_</t></si>'
    const xml =
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="s"><v>3</v></c></row></sheetData></worksheet>'
    const { rows } = await read(workbookOf(Buffer.from(xml), { texts }))

    expect(rows).toEqual([{ row: 3, cells: ['Ann ', 'a@b.co\r'] }])
  })

  test('cells without references and self-closing cells stand in their place', async () => {
    const xml =
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>Email</t></is></c><c t="inlineStr"><is><t>City</t></is></c></row><row><c t="inlineStr"><is><t>Ann</t></is></c><c/><c t="str"><v>Reston</v></c></row></sheetData></worksheet>'

    expect((await read(workbookOf(Buffer.from(xml)))).rows[0]?.cells).toEqual(['Ann', '', 'Reston'])
  })
})

describe('a bomb is refused', () => {
  const head =
    '<worksheet><sheetData><row><c t="inlineStr"><is><t>Name</t></is></c></row><row><c t="inlineStr"><is><t>'
  const bomb = Buffer.concat([
    Buffer.from(head),
    Buffer.alloc(120 * 1024 * 1024, 65),
    Buffer.from('</t></is></c></row></sheetData></worksheet>'),
  ])

  test('that says how large it is', async () => {
    await expect(read(workbookOf(bomb))).rejects.toMatchObject({
      code: 'import.unreadable',
      params: { reason: 'bomb' },
    })
  })

  test('of a gigabyte, without unpacking it', async () => {
    const megabyte = Buffer.alloc(1024 * 1024, 65)
    const block = deflateRawSync(megabyte, { finishFlush: constants.Z_FULL_FLUSH })
    const packed = Buffer.concat([
      deflateRawSync(Buffer.from(head), { finishFlush: constants.Z_FULL_FLUSH }),
      ...Array.from({ length: 1024 }, () => block),
      deflateRawSync(Buffer.alloc(0)),
    ])
    const before = process.memoryUsage().rss

    await expect(read(workbookOf(packed, { claimed: 1000, isPacked: true }))).rejects.toMatchObject({
      params: { reason: 'bomb' },
    })
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
  })

  test('that lies about it', async () => {
    await expect(read(workbookOf(bomb, { claimed: 500 }))).rejects.toMatchObject({
      code: 'import.unreadable',
      params: { reason: 'bomb' },
    })
  })

  test('a workbook cut off in the middle', async () => {
    const whole = await writeXlsx({
      sheets: [
        sheet('P', [
          ['Name', 'Email'],
          ['Ann', 'a@b.co'],
        ]),
      ],
    })

    await expect(read(whole.subarray(0, whole.length - 200))).rejects.toMatchObject({
      params: { reason: 'damaged' },
    })
  })

  test('a ZIP of lists', async () => {
    const zip = zipOf([{ name: 'customers.csv', data: Buffer.from('Name\nAnn\n') }])

    await expect(read(zip)).rejects.toMatchObject({ params: { reason: 'archive' } })
  })

  test('a ZIP of something else', async () => {
    await expect(read(zipOf([{ name: 'readme.txt', data: Buffer.from('hello') }]))).rejects.toMatchObject({
      params: { reason: 'not_a_sheet' },
    })
  })
})
