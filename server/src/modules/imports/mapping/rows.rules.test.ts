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

describe('dates', () => {
  test('the order is decided over the whole column', async () => {
    const file = await opened('Name,Birthday\nAnn Lee,03/04/1990\nBob Fox,25/12/1980\n')

    expect(file.plan.assumptions).toContainEqual({
      kind: 'dateOrder',
      value: 'dmy',
      column: 'Birthday',
      sure: true,
      setBy: 'dateOrder',
      alternatives: ['mdy', 'ymd'],
    })
    expect(
      (await rowsOf('Name,Birthday\nAnn Lee,03/04/1990\nBob Fox,25/12/1980\n'))[0]?.fields.dateOfBirth,
    ).toBe('1990-04-03')
  })

  test('nothing decides: the country does, and somebody should look', async () => {
    const text = 'Name,Birthday\nAnn Lee,03/04/1990\n'
    const sure = async (country: string) =>
      (await opened(text, { context: { country } })).plan.assumptions.find((one) => one.kind === 'dateOrder')

    expect(await sure('US')).toMatchObject({ value: 'mdy', sure: false })
    expect(await sure('DE')).toMatchObject({ value: 'dmy', sure: false })
    expect(await firstOf(text, { mapping: { dateOrder: 'dmy' } })).toMatchObject({
      dateOfBirth: '1990-04-03',
    })
  })

  test('the header may say it', async () => {
    const file = await opened('Name,Birthday (DD/MM/YYYY)\nAnn Lee,03/04/1990\n')

    expect(file.plan.assumptions.find((one) => one.kind === 'dateOrder')).toMatchObject({
      value: 'dmy',
      sure: true,
    })
  })

  test('another column of the file that is sure decides for one that is not', async () => {
    const file = await opened('Name,Birthday,Created\nAnn Lee,03/04/1990,25/12/2020\n')

    expect(file.plan.assumptions.find((one) => one.column === 'Birthday')).toMatchObject({
      value: 'dmy',
      sure: false,
    })
  })

  test('a column of both orders: the fewer are left unread', async () => {
    const rows = await rowsOf('Name,Birthday\nA B,25/12/1980\nC D,26/12/1980\nE F,12/27/1980\n')

    expect(rows.map((row) => row.fields.dateOfBirth)).toEqual(['1980-12-25', '1980-12-26', undefined])
    expect(rows[2]?.warnings[0]?.code).toBe('day.unreadable')
  })

  test('birthdays in three columns', async () => {
    expect(
      await firstOf('Name,Birth Year,Birth Month,Birth Day Number\nAnn Lee,1990,March,7\n'),
    ).toMatchObject({ dateOfBirth: '1990-03-07' })
    expect(await firstOf('Name,Birth Year,Birth Month,Birth Day Number\nAnn Lee,,3,7\n')).toMatchObject({
      dateOfBirth: '--03-07',
    })
  })

  test('a time without a zone is the merchant’s unless the mapping says otherwise', async () => {
    const text = 'Name,Registration date\nAnn Lee,2024-03-12 09:14\n'

    expect(await firstOf(text)).toMatchObject({ registeredAt: '2024-03-12T13:14:00.000Z' })
    expect(await firstOf(text, { mapping: { timeZone: 'Europe/Berlin' } })).toMatchObject({
      registeredAt: '2024-03-12T08:14:00.000Z',
    })
  })
})

describe('phones', () => {
  test('ring in the country of the row’s address, else of its store, else of the merchant', async () => {
    const text =
      'Name,Phone,Country,Store\nA B,030 1234567,Germany,\nC D,912345678,,Madrid\nE F,202-555-0143,,\n'
    const rows = await rowsOf(text, {
      context: { stores: [{ id: '1', name: 'Madrid', code: null, country: 'ES', timeZone: null }] },
    })

    expect(rows.map((row) => row.fields.phones?.[0]?.number)).toEqual([
      '+49301234567',
      '+34912345678',
      '+12025550143',
    ])
  })

  test('the country can be said for the whole file', async () => {
    const fields = await firstOf('Name,Phone\nA B,912345678\n', {
      mapping: { constants: { 'address.country': 'ES' } },
    })

    expect(fields.phones?.[0]?.number).toBe('+34912345678')
    expect(fields.addresses).toBeUndefined()
  })

  test('one that the rules do not know is kept as typed', async () => {
    expect((await firstOf('Name,Phone\nA B,(5) 555-4729\n')).phones).toMatchObject([
      { number: '(5) 555-4729', valid: false, isPrimary: true },
    ])
  })

  test('type and extension from columns of their own', async () => {
    expect(
      (await firstOf('Name,Phone,Phone Type,Extension\nA B,202-555-0143,Work,12\n')).phones,
    ).toMatchObject([{ kind: 'work', extension: '12' }])
  })

  test('a fixed line is no mobile where the column does not say its kind', async () => {
    const rows = await rowsOf(
      'Name,Phone,Country\nA B,020 7946 0958,GB\nC D,07400 123456,GB\nE F,202-555-0143,US\n',
    )
    expect(rows.map((row) => row.fields.phones?.[0]?.kind)).toEqual(['home', 'mobile', 'mobile'])
    expect((await firstOf('Name,Mobile\nA B,+44 20 7946 0958\n')).phones).toMatchObject([{ kind: 'mobile' }])
  })

  test('a business has its fixed line at work, and so has whoever is its contact', async () => {
    const text =
      'Business name,Phone,Contact name,Contact phone\n' +
      'Acme Ltd,+44 7400 123456,Ann Lee,+44 20 7946 0958\nBolt Ltd,+44 20 7946 0123,Bo Ray,+44 7400 123457\n'
    const rows = await rowsOf(text, { mapping: { constants: { type: 'business' } } })
    expect(rows.map(({ fields }) => [fields.phones?.[0]?.kind, fields.contact?.phones?.[0]?.kind])).toEqual([
      ['work', 'work'],
      ['work', 'mobile'],
    ])
  })

  test('a fax is never the primary one while there is another', async () => {
    expect((await firstOf('Name,Fax,Mobile\nA B,202-555-0143,202-555-0144\n')).phones).toMatchObject([
      { kind: 'mobile', isPrimary: true },
      { kind: 'fax', isPrimary: false },
    ])
  })
})

describe('the mapping that is given', () => {
  const text = 'c1,c2,c3,c4\nAnn,Lee,Acme,x1\n'

  test('is followed, and other columns stay unread', async () => {
    const given = {
      mapping: {
        columns: { c1: 'firstName', c2: 'lastName', c4: 'externalId' },
        source: 'till',
        constants: { tags: 'new, web', 'consent.email': 'in' },
      },
    }
    const file = await opened(text, given)

    expect(file.plan.unreadColumns).toEqual([{ header: 'c3', filled: 1 }])
    expect(await firstOf(text, given)).toMatchObject({
      firstName: 'Ann',
      lastName: 'Lee',
      externalIds: { till: 'x1' },
      tags: ['new', 'web'],
      consent: { email: { state: 'in' } },
    })
  })

  test('a type for the whole file', async () => {
    expect(
      await firstOf('Name,Email\nAnn Lee,a@b.co\n', { mapping: { constants: { type: 'business' } } }),
    ).toMatchObject({ type: 'business', businessName: 'Ann Lee', typeGiven: true })
  })

  test('a business with a person in its row has that person as its contact', async () => {
    const given = {
      mapping: {
        columns: { c1: 'firstName', c2: 'lastName', c3: 'organization' },
        constants: { type: 'business' },
      },
    }

    expect(await firstOf(text, given)).toMatchObject({
      businessName: 'Acme',
      contact: { firstName: 'Ann', lastName: 'Lee' },
    })
  })

  test('what is given back reads the file in the same way', async () => {
    const file = await opened('Nombre,Apellidos,Tel. móvil,Otro\nAna,Ruiz,612345678,x\n')
    const again = await opened('Nombre,Apellidos,Tel. móvil,Otro\nAna,Ruiz,612345678,x\n', {
      mapping: file.plan.mapping,
    })

    expect(again.plan.mapping).toEqual(file.plan.mapping)
    expect(file.plan.mapping.columns).toEqual({
      Nombre: 'firstName',
      Apellidos: 'lastName',
      'Tel. móvil': 'phones.mobile',
    })
  })

  test('a field that does not exist is named', async () => {
    await expect(opened(text, { mapping: { columns: { c1: 'shoeSize' } } })).rejects.toMatchObject({
      status: 422,
      fields: [{ path: 'mapping.columns.c1', code: 'mapping.path_unknown' }],
    })
    await expect(opened(text, { mapping: { timeZone: 'Mars' } })).rejects.toMatchObject({ status: 400 })
  })
})

describe('fields with parts', () => {
  test('billing and delivery addresses', async () => {
    const [row] = await rowsOf(
      'Name,Billing Address,Billing City,Shipping Address,Shipping City\nA B,1 Main St,Reston,2 Oak St,York\nC D,1 Main St,Reston,1 Main St,Reston\n',
    )
    const rows = await rowsOf(
      'Name,Billing Address,Billing City,Shipping Address,Shipping City\nC D,1 Main St,Reston,1 Main St,Reston\n',
    )

    expect(row?.fields.addresses).toEqual([
      { use: 'billing', line1: '1 Main St', city: 'Reston' },
      { use: 'delivery', line1: '2 Oak St', city: 'York' },
    ])
    expect(rows[0]?.fields.addresses).toEqual([
      { use: 'default', line1: '1 Main St', city: 'Reston', isBilling: true, isDelivery: true },
    ])
  })

  test('billing preferences, with the mark of their column', async () => {
    const fields = await firstOf(
      'Firma;Kreditlimit;Rabatt;Zahlungsbedingungen;On hold\nAcme;1.234,50;10 %;30 Tage;nein\n',
      { context: { locale: 'de', currency: 'EUR' } },
    )

    expect(fields.billing).toEqual({
      creditLimit: { amount: 123450, currency: 'EUR' },
      discountPercent: 10,
      paymentTerms: '30 Tage',
      onHold: false,
    })
  })

  test('the merchant’s own attributes by label, each as its kind wants it', async () => {
    const attributes = [
      { key: 'shoeSize', label: 'Shoe size', kind: 'number', options: [] },
      { key: 'member', label: 'Member', kind: 'yesNo', options: [] },
      { key: 'diet', label: 'Diet', kind: 'choices', options: ['Vegan', 'Halal'] },
      { key: 'budget', label: 'Budget', kind: 'money', options: [] },
    ] as const
    const [row] = await rowsOf(
      'Name,Shoe size,attributes.member,diet,Budget\nAnn Lee,38.5,yes,vegan; halal,12.50\nBob Fox,big,,Keto,\n',
      { context: { attributes } },
    )
    const rows = await rowsOf('Name,Shoe size,diet\nBob Fox,big,Keto\n', { context: { attributes } })

    expect(row?.fields.attributes).toEqual({
      shoeSize: 38.5,
      diet: ['Vegan', 'Halal'],
      budget: { amount: 1250, currency: 'USD' },
      member: true,
    })
    expect(rows[0]?.warnings.map((warning) => warning.code)).toEqual([
      'attribute.number',
      'attribute.choices',
    ])
  })

  test('who opted out anywhere is out', async () => {
    expect(await firstOf('Name,Newsletter,Unsubscribed\nAnn Lee,yes,yes\n')).toMatchObject({
      consent: { email: { state: 'out' } },
    })
  })
})

test('rows can be read from any place on', async () => {
  const file = await opened(`Name\n${Array.from({ length: 2500 }, (_, i) => `Ann A${i}`).join('\n')}\n`)
  const names = []
  for await (const lot of file.rows(2498)) names.push(...lot.map((row) => row.fields.lastName))

  expect(names).toEqual(['A2498', 'A2499'])
})

test('ids of unknown programs are kept apart from those of others', async () => {
  const one = await opened('customer_id,first_name,last_name,email\n1,Ann,Lee,a@b.co\n2,Bob,Fox,b@b.co\n')
  const other = await opened(
    'CustomerId,FirstName,LastName,Company,Email\n1,Cy,Ray,Acme,c@b.co\n2,Di,Poe,,d@b.co\n',
  )
  const reordered = await opened('email,last_name,first_name,customer_id,shoe\na@b.co,Lee,Ann,1,38\n')

  expect(one.plan.mapping.source).not.toBe(other.plan.mapping.source)
  expect(reordered.plan.mapping.source).toBe(one.plan.mapping.source)
})
