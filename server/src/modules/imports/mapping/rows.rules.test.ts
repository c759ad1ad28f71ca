// What a row becomes, and what is said of the cells and rows that could not be read.
import { describe, expect, test } from 'vitest'
import { firstOf, opened, rowsOf } from './reading.kit.ts'

describe('cells that cannot be read', () => {
  test('leave their field empty, with the column, the text and the reason', async () => {
    const [row] = await rowsOf(
      'Name,Email,Phone,Birthday,Country,Website\nAnn Lee,ann@,BusinessPhone,31.02.1990,Atlantis,not a site\n',
    )

    expect(row?.fields).toMatchObject({ type: 'personal', firstName: 'Ann', lastName: 'Lee' })
    for (const field of ['email', 'phones', 'dateOfBirth', 'website'])
      expect(row?.fields).not.toHaveProperty(field)
    expect(row?.fields.addresses).toEqual([{ use: 'default', countryText: 'Atlantis' }])
    expect(row?.warnings.map(({ column, original, code }) => [column, original, code])).toEqual([
      ['Email', 'ann@', 'email.invalid'],
      ['Birthday', '31.02.1990', 'day.unreadable'],
      ['Country', 'Atlantis', 'country.unknown'],
      ['Website', 'not a site', 'url.invalid'],
      ['Phone', 'BusinessPhone', 'phone.letters'],
    ])
  })

  test('placeholders are empty without a word', async () => {
    const [row] = await rowsOf(
      'Name,Email,Phone,Birthday,Notes,City\nAnn Lee,N/A,-,0/0/00,NULL,Unspecified\n',
    )

    expect(row?.fields).toEqual({ type: 'personal', typeGiven: false, firstName: 'Ann', lastName: 'Lee' })
    expect(row?.warnings).toEqual([])
  })

  test('people may be called Null', async () => {
    expect(await firstOf('First name,Last name\nNan,Null\n')).toMatchObject({
      firstName: 'Nan',
      lastName: 'Null',
    })
  })

  test('words of the mapping stand for nothing too', async () => {
    expect(await firstOf('Name,Notes\nAnn Lee,leer\n', { mapping: { nulls: ['leer'] } })).not.toHaveProperty(
      'notes',
    )
  })

  test('NUL is taken out with a warning', async () => {
    const [row] = await rowsOf('Name,Notes\nAnn\0 Lee,hi\n')

    expect(row?.fields).toMatchObject({ firstName: 'Ann', lastName: 'Lee' })
    expect(row?.warnings).toMatchObject([{ column: 'Name', original: 'Ann\0 Lee', code: 'text.unstorable' }])
  })

  test('what is longer than its field is not cut', async () => {
    const [row] = await rowsOf(`First name,Email\n${'x'.repeat(201)},a@b.co\n`)

    expect(row?.fields.firstName).toBeUndefined()
    expect(row?.warnings[0]?.code).toBe('text.too_long')
  })
})

describe('rows', () => {
  test('of nobody are rejected with their number and cells', async () => {
    const rows = await rowsOf('Name,Email,City\nAnn Lee,,\n,,Reston\n,a@b.co,\n')

    expect(rows.map((row) => [row.row, row.rejected?.code])).toEqual([
      [2, undefined],
      [3, 'row.nobody'],
      [4, undefined],
    ])
    expect(rows[1]?.cells).toEqual(['', '', 'Reston'])
  })

  test('too short lack what is missing, with a warning', async () => {
    const [row] = await rowsOf('Name,Email,City\nAnn Lee,a@b.co\n')

    expect(row?.fields.email).toBe('a@b.co')
    expect(row?.warnings).toMatchObject([{ column: '', code: 'row.short' }])
  })

  test('too long are read as far as they go, with a warning', async () => {
    const [row] = await rowsOf('Name,Email,City\nAnn Lee,a@b.co,Reston,what is this\n')

    expect(row?.fields.addresses?.[0]?.city).toBe('Reston')
    expect(row?.warnings).toMatchObject([{ original: 'what is this', code: 'row.long' }])
  })

  test('ending in empty cells are not too long', async () => {
    expect((await rowsOf('Name,Email\nAnn Lee,a@b.co,,,\n'))[0]?.warnings).toEqual([])
  })

  test('whose cells stand in the wrong columns are rejected', async () => {
    const rows = await rowsOf('Name,Email,City\nAnn Lee,a@b.co,Reston\nLee, Bob,b@b.co,Reston\n')

    expect(rows.map((row) => row.rejected?.code)).toEqual([undefined, 'row.shifted'])
  })

  test('with a field of more than 1 MB are rejected, the others are read', async () => {
    const rows = await rowsOf(`Name,Notes\nAnn Lee,"${'x'.repeat(1_100_000)}"\nBob Fox,hi\n`)

    expect(rows.map((row) => row.rejected?.code)).toEqual(['row.field_too_long', undefined])
  })

  test('that open a quote and never close it are read when their cells are all there', async () => {
    const rows = await rowsOf('Name,Email,City\n"Ann Lee,a@b.co,Reston\nBob Fox,b@b.co,York\n')

    expect(rows.map((row) => [row.fields.firstName, row.warnings[0]?.code])).toEqual([
      ['Ann', 'row.unclosed_quote'],
      ['Bob', undefined],
    ])
  })
})

test('rows can be read from any place on', async () => {
  const file = await opened(`Name\n${Array.from({ length: 2500 }, (_, i) => `Ann A${i}`).join('\n')}\n`)
  const names = []
  for await (const lot of file.rows(2498)) names.push(...lot.map((row) => row.fields.lastName))

  expect(names).toEqual(['A2498', 'A2499'])
})
