// Whole files, from bytes to rows.
import { randomBytes } from 'node:crypto'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { countKnown } from '../mapping/header-match.rules.ts'
import { fileOf } from '../mapping/reading.kit.ts'
import { openTable } from './open-table.ts'
import type { ReadOptions, Table } from './table.ts'

async function table(content: string | Uint8Array, options: ReadOptions = {}): Promise<Table> {
  return openTable(fileOf(content), options, countKnown)
}

async function cells(content: string | Uint8Array, options?: ReadOptions) {
  const rows = []
  for await (const lot of (await table(content, options)).rows()) rows.push(...lot.map((row) => row.cells))
  return rows
}

describe('encodings', () => {
  const list = 'Name;Ort\nMüller;Köln\nJosé García;Málaga\nFrançois;Orléans\nSánchez;León\n'

  test.each([
    ['utf-8', list],
    ['windows-1252', list],
    ['windows-1252', 'Name,Note\nAnn,costs 5 € “quoted”\n'],
    ['windows-1252', 'Name,City\nRené,Paris\n'],
    ['windows-1250', 'Imię;Miasto\nŁukasz Żółć;Łódź\nGrzegorz Brzęczyszczykiewicz;Gdańsk\nŚwiątek;Kraków\n'],
    ['windows-1251', 'Имя;Город\nИван Петров;Москва\nОльга Сидорова;Санкт-Петербург\n'],
    ['windows-1253', 'Όνομα;Πόλη\nΝίκος Παπαδόπουλος;Αθήνα\n'],
    ['windows-1255', 'שם;עיר\nדוד כהן;תל אביב\n'],
    ['macintosh', list],
    ['cp850', list],
    ['shift_jis', '名前,都市\n山田太郎,東京\n鈴木花子,大阪\n'],
    ['gb18030', '姓名,城市\n王小明,北京\n李华,上海\n'],
    ['big5', '姓名,城市\n王小明,台北\n李華,高雄\n'],
    ['euc-kr', '이름,도시\n김철수,서울\n이영희,부산\n'],
    ['utf-16le', list],
    ['utf-16be', list],
  ])('%s is recognised', async (encoding, text) => {
    const content = iconv.encode(text, encoding)
    const [, ...lines] = text.trim().split('\n')

    expect(await cells(content)).toEqual(lines.map((line) => line.split(/[;,]/)))
  })

  test.each(['utf-8', 'utf-16le', 'utf-16be'])('%s with its mark', async (encoding) => {
    const read = await table(iconv.encode(list, encoding, { addBOM: true }))

    expect([read.headers, read.encoding, read.encodingSure]).toEqual([['Name', 'Ort'], encoding, true])
  })

  test('accents far behind the beginning are found', async () => {
    const plain = 'Name,City\n'.concat('Ann Lee,Reston\n'.repeat(100_000))
    const read = await table(iconv.encode(`${plain}François,Orléans\n`, 'windows-1252'))

    expect([read.encoding, read.encodingSure]).toEqual(['windows-1252', false])
  })

  test('a broken character among many whole ones is still UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(list.repeat(5)), Buffer.from([0x4d, 0xc3, 0x3b, 0x58, 0x0a])])

    expect((await table(bytes)).encoding).toBe('utf-8')
  })

  test('what was asked for is taken', async () => {
    expect((await cells(iconv.encode('Name,City\nRené,Paris\n', 'cp850'), { encoding: 'cp850' }))[0]).toEqual(
      ['René', 'Paris'],
    )
    await expect(table('Name\nAnn\n', { encoding: 'klingon' })).rejects.toMatchObject({
      code: 'import.encoding_unknown',
    })
  })

  test('characters cut by the end of a piece are whole', async () => {
    const text = `Name,Note\n${'é€𝄞,x\n'.repeat(60_000)}`

    expect(new Set((await cells(text)).map((row) => row[0]))).toEqual(new Set(['é€𝄞']))
  })
})

describe('layout', () => {
  test.each([
    [',', 'Name,Email\nLee; Ann,a@b.co\nFox; Bob,b@b.co\n'],
    [';', 'Name;Amount;Email\n"Lee, Ann";1,50;a@b.co\n"Fox, Bob";2,75;b@b.co\n'],
    ['\t', 'Name\tNote\tEmail\nLee, Ann\tx, y; z\ta@b.co\n'],
    ['|', 'Name|Note|Email\nLee, Ann|x|a@b.co\n'],
  ])('the delimiter %j is the one by which lines agree', async (delimiter, text) => {
    expect((await table(text)).delimiter).toBe(delimiter)
  })

  test('a sep= line names it', async () => {
    expect(await cells('sep=|\nName|Email\nLee, Ann|a@b.co\n')).toEqual([['Lee, Ann', 'a@b.co']])
  })

  test('what was asked for is taken', async () => {
    expect((await table('Name;Email\na;b\n', { delimiter: ',' })).headers).toEqual(['Name;Email'])
    await expect(table('Name;Email;Phone\na;b;c\n', { delimiter: ',' })).rejects.toMatchObject({
      params: { reason: 'wrong_delimiter' },
    })
    expect((await table('Name\tEmail\na\tb\n', { delimiter: '\\t' })).delimiter).toBe('\t')
  })

  test('preamble, blank lines, repeated headers and footer are no rows', async () => {
    const report =
      'Customer report\nMain street branch\nGenerated,2026-11-01\n\nName,Email,Phone\nAnn Lee,a@b.co,2025550143\n\nName,Email,Phone\nBob Fox,b@b.co,\n\nTotal,2,\nGenerated on 2026-11-01 by Till 3\n'
    const read = await table(report)

    expect([read.headers, read.headerRow]).toEqual([['Name', 'Email', 'Phone'], 5])
    expect(await cells(report)).toEqual([
      ['Ann Lee', 'a@b.co', '2025550143'],
      ['Bob Fox', 'b@b.co', ''],
    ])
  })

  test.each(['Total Energies,,', 'Page Smith,,', 'Count Basie,c@b.co,', 'Sum Ting,,2025550143'])(
    '%s at the end is a customer',
    async (line) => {
      expect(await cells(`Name,Email,Phone\nAnn Lee,a@b.co,2025550143\n${line}\n`)).toHaveLength(2)
    },
  )

  test('five hundred columns', async () => {
    const header = Array.from({ length: 500 }, (_, i) => `Column ${i}`).join(',')
    const [row] = await cells(`Name,${header}\nAnn${',x'.repeat(500)}\n`)

    expect(row).toHaveLength(501)
  })

  test('columns that nobody fills stand at the end', async () => {
    const read = await table('Name,Email,,,,\nAnn Lee,a@b.co,,,,\nBob Fox,b@b.co,,,,\n')

    expect(read.headers.filter((name) => name !== '')).toEqual(['Name', 'Email'])
  })

  test('names that recur are still names', async () => {
    const read = await table('Name,Phone,Phone,Phone,Email,Email,Email\nAnn Lee,1,2,3,a@b.co,b@b.co,c@b.co\n')

    expect(read.headerRow).toBe(1)
  })

  test('groups in a line above tell columns of one name apart', async () => {
    const read = await table(
      ',,Home,,Work,\nFirst,Last,Street,City,Street,City\nAnn,Lee,1 Main St,Reston,9 Side St,Hull\n',
    )

    expect([read.headers, read.headerRow]).toEqual([
      ['First', 'Last', 'Home Street', 'Home City', 'Work Street', 'Work City'],
      2,
    ])
  })

  test('what columns are called for people, under what they are called for machines, is no row', async () => {
    const text =
      'cust_no,fname,lname,email_addr\nCustomer number,First name,Last name,Email\n1,Ann,Lee,a@b.co\n'

    expect(await cells(text)).toEqual([['1', 'Ann', 'Lee', 'a@b.co']])
  })

  test('a CR alone ends a line where the lines then agree', async () => {
    expect(await cells('Name,Email\r\nAnn,a@b.co\nBob,b@b.co\rCem,c@b.co\r\n"Di\r\nOx",d@b.co\n')).toEqual([
      ['Ann', 'a@b.co'],
      ['Bob', 'b@b.co'],
      ['Cem', 'c@b.co'],
      ['Di\r\nOx', 'd@b.co'],
    ])
  })

  test('lines that stand whole in quotes are read as lines', async () => {
    const text = '"Name,Email,Note"\n"Ann Lee,a@b.co,""x, y"""\n"Bob Fox,b@b.co,"\n'
    const read = await table(text)

    expect([read.headers, read.delimiter]).toEqual([['Name', 'Email', 'Note'], ','])
    expect(await cells(text)).toEqual([
      ['Ann Lee', 'a@b.co', 'x, y'],
      ['Bob Fox', 'b@b.co', ''],
    ])
  })

  test('a list whose one column holds commas stays one column', async () => {
    expect(await cells('Name\n"Lee, Ann"\n"Fox, Bob"\n')).toEqual([['Lee, Ann'], ['Fox, Bob']])
  })

  test('a rare delimiter is found where none of the usual ones parts anything', async () => {
    expect(await cells('Name^Email\nLee, Ann^a@b.co\n')).toEqual([['Lee, Ann', 'a@b.co']])
  })

  test('a line of dashes under the header is no row', async () => {
    expect(await cells('|Name|Email|\n|---|:---|\n|Ann|a@b.co|\n')).toEqual([['', 'Ann', 'a@b.co', '']])
  })

  test('one column', async () => {
    expect(await cells('email\na@b.co\nb@b.co\n')).toEqual([['a@b.co'], ['b@b.co']])
  })
})

describe('what cannot be read is refused with its reason', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'empty'],
    ['blank lines', '\n \r\n\n', 'empty'],
    ['a mark alone', Buffer.from([0xef, 0xbb, 0xbf]), 'empty'],
    ['a picture', png, 'picture'],
    ['a PDF', '%PDF-1.7\n...', 'binary'],
    ['noise', Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 7) % 31)), 'binary'],
    ['random bytes', randomBytes(5000), 'binary'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'old_excel'],
    ['a web page', '<!DOCTYPE html><html><table><tr><td>Name</td></tr></table>', 'web_page'],
    ['JSON', '[{"name": "Ann"}]', 'json'],
    [
      'a script',
      "-- dump\nSET NAMES utf8;\nINSERT INTO customers (id, name) VALUES (1, 'Ann, Lee');\n",
      'sql',
    ],
    ['a script of tables', 'CREATE TABLE customers (\n  name text,\n  email text\n);\n', 'sql'],
    [
      'prose',
      'It was the best of times, it was the worst of times.\nThere were a king, a queen, and a plain face on the throne.\nIn both countries it was clearer than crystal to the lords.\n',
      'prose',
    ],
    ['rich text', '{\\rtf1\\ansi Name, Email}', 'binary'],
    [
      'columns of spaces',
      'Name      Email        Phone\nAnn Lee   ann@b.co     2025550143\n',
      'no_delimiter',
    ],
    ['a header alone', 'Name,Email\n', 'no_rows'],
    ['a header and its footer', 'Name,Email\n\nTotal,0\n', 'no_rows'],
    ['values alone', 'Ann,a@b.co\nBob,b@b.co\n', 'no_header'],
    ['numbers', '1,2,3\n4,5,6\n', 'no_header'],
    ['a ZIP that is none', Buffer.from('PK\x03\x04 and nothing more', 'latin1'), 'damaged'],
  ])('%s', async (_, content, reason) => {
    await expect(table(content)).rejects.toMatchObject({
      code: 'import.unreadable',
      status: 422,
      params: { reason },
    })
  })
})
