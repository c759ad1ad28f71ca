import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { firstOf, opened, rowsOf } from './reading.kit.ts'

const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')

describe('versions', () => {
  test('2.1: bare types, quoted-printable with soft breaks, a picture', async () => {
    const fields = await firstOf(
      [
        'BEGIN:VCARD',
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;Dr.;',
        'FN:x',
        'TEL;CELL;PREF:0171 2345678',
        'TEL;WORK;FAX:030 1234567',
        'NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=C3=9Fe=0D=0A=',
        'zweite Zeile',
        'ADR;HOME:;;Ring 1;Berlin;;10115;Deutschland',
        'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD',
        ' 2wBDAAIBAQEBAQIBAQE=',
        '',
        'END:VCARD',
        '',
      ].join('\r\n'),
      { context: { country: 'DE' } },
    )

    expect(fields).toMatchObject({
      salutation: 'Dr.',
      firstName: 'Jörg',
      lastName: 'Müller',
      notes: 'Grüße\nzweite Zeile',
      phones: [
        { kind: 'mobile', number: '+491712345678', isPrimary: true },
        { kind: 'fax', number: '+49301234567' },
      ],
      addresses: [
        {
          use: 'default',
          label: 'Home',
          line1: 'Ring 1',
          city: 'Berlin',
          postalCode: '10115',
          country: 'DE',
        },
      ],
    })
  })

  test('3.0: folded lines, groups, escapes, several of each', async () => {
    const fields = await firstOf(
      card(
        'N:Lee;Ann;Bea\\, Cleo;Mrs.;Jr.',
        'NICKNAME:Annie,An',
        'ORG:Acme\\, Inc.;Sales',
        'TITLE:Buyer',
        'item1.EMAIL;type=INTERNET;type=pref:ANN@example.com',
        'EMAIL;TYPE=WORK:work@example.com',
        'item2.TEL:202-555-0143',
        'item2.X-ABLabel:_$!<Main>!$_',
        'TEL;TYPE=HOME,VOICE:202-555-0144',
        'ADR;TYPE=WORK:;Suite 5;1 Main St;Res',
        ' ton;VA;20190;USA',
        'ADR;TYPE=HOME:;;2 Oak St\\nBack door;York;;;',
        'BDAY;value=date:1985-03-12',
        'URL:http\\://ann.example.com',
        'CATEGORIES:VIP,Wine',
        'NOTE:one\\ntwo\\, three',
      ),
    )

    expect(fields).toMatchObject({
      salutation: 'Mrs.',
      firstName: 'Ann',
      middleName: 'Bea Cleo',
      lastName: 'Lee Jr.',
      nickname: 'Annie',
      organizations: [{ name: 'Acme, Inc.', title: 'Buyer' }],
      email: 'ann@example.com',
      additionalEmails: ['work@example.com'],
      phones: [
        { number: '+12025550143', isPrimary: true },
        { number: '+12025550144', kind: 'home' },
      ],
      addresses: [
        {
          use: 'default',
          label: 'Work',
          line1: '1 Main St',
          line2: 'Suite 5',
          city: 'Reston',
          country: 'US',
        },
        { use: 'other', line1: '2 Oak St, Back door', city: 'York' },
      ],
      dateOfBirth: '1985-03-12',
      website: 'http://ann.example.com',
      tags: ['VIP', 'Wine'],
      notes: 'one\ntwo, three',
    })
  })

  test('4.0: a birthday without its year, telephone addresses, preference', async () => {
    const fields = await firstOf(
      card(
        'N:Perreault;Simon;;;',
        'BDAY:--0203',
        'GENDER:M',
        'LANG;PREF=2:en',
        'LANG;PREF=1:fr',
        'TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+1-418-656-9254;ext=102',
        'TEL;VALUE=uri;TYPE="cell,text":tel:+1-418-262-6501',
      ).replace('3.0', '4.0'),
    )

    expect(fields).toMatchObject({
      dateOfBirth: '--02-03',
      gender: 'male',
      phones: [
        { number: '+14186569254', kind: 'work', extension: '102', isPrimary: true },
        { number: '+14182626501', kind: 'mobile' },
      ],
    })
  })
})

describe('who a card is', () => {
  test('FN where there is no N', async () => {
    expect(await firstOf(card('FN:Tim Howes', 'EMAIL:t@example.com'))).toMatchObject({
      firstName: 'Tim',
      lastName: 'Howes',
    })
  })

  test('a company', async () => {
    expect(await firstOf(card('FN:Acme', 'N:;;;;', 'ORG:Acme', 'X-ABShowAs:COMPANY'))).toMatchObject({
      type: 'business',
      businessName: 'Acme',
      typeGiven: true,
    })
    expect(await firstOf(card('FN:Acme', 'ORG:Acme', 'TEL:2025550143'))).toMatchObject({
      type: 'business',
      businessName: 'Acme',
      typeGiven: false,
    })
  })

  test('somebody with an email alone', async () => {
    expect(await firstOf(card('EMAIL:ann@example.com'))).toMatchObject({
      type: 'personal',
      email: 'ann@example.com',
    })
  })

  test('a wedding is no first visit', async () => {
    expect(await firstOf(card('FN:Ann Lee', 'ANNIVERSARY:20090808'))).not.toHaveProperty('anniversary')
  })

  test('Apple’s year for none', async () => {
    expect(await firstOf(card('FN:Ann Lee', 'BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-12'))).toMatchObject({
      dateOfBirth: '--05-12',
    })
  })
})

describe('broken cards', () => {
  const broken = [
    'BEGIN:VCARD',
    'FN:Ann Lee',
    'BEGIN:VCARD',
    'VERSION:3.0',
    'FN:Bob Fox',
    'END:VCARD',
    'BEGIN:VCARD',
    'FN:Cy Ray',
    '',
  ].join('\n')

  test('are rejected one by one, the whole ones are read', async () => {
    const rows = await rowsOf(broken)

    expect(rows.map((row) => [row.row, row.rejected?.code, row.fields.firstName])).toEqual([
      [1, 'vcard.unfinished', undefined],
      [3, undefined, 'Bob'],
      [7, 'vcard.unfinished', undefined],
    ])
    expect(rows[0]?.cells).toEqual(['BEGIN:VCARD\nFN:Ann Lee'])
  })

  test('cards of nobody and of groups', async () => {
    const rows = await rowsOf(card('NOTE:hello') + card('FN:Team', 'X-ADDRESSBOOKSERVER-KIND:group'))

    expect(rows.map((row) => row.rejected?.code)).toEqual(['row.nobody', 'vcard.group'])
  })

  test('mended in a table they come in again', async () => {
    const [row] = await rowsOf(
      'vCard,import.reason\n"BEGIN:VCARD\nFN:Ann Lee\nEND:VCARD",is a card that does not end\n',
    )

    expect(row?.fields).toMatchObject({ firstName: 'Ann', lastName: 'Lee' })
  })
})

test('what is not read is told by the names of the properties', async () => {
  const file = await opened(
    card('FN:Ann', 'X-SPOUSE:Bob', 'PHOTO:http://example.com/a.jpg') + card('FN:Cy', 'X-SPOUSE:Di', 'UID:1'),
  )

  expect(file.plan.unreadColumns).toEqual([
    { header: 'X-SPOUSE', filled: 2 },
    { header: 'PHOTO', filled: 1 },
  ])
})

test('the letters of old address books', async () => {
  expect(
    await firstOf(
      iconv.encode(card('N:Müller;Jörg;;;', 'FN:Jörg Müller', 'NOTE:Grüße aus Köln'), 'windows-1252'),
    ),
  ).toMatchObject({ lastName: 'Müller', notes: 'Grüße aus Köln' })
})

test('the UID of a card is our own id where our export wrote it, else an id of the program that did', async () => {
  const id = '0190aaaa-0000-7000-8000-000000000001'
  const of = async (...lines: string[]) => {
    const { id: own, externalIds, isCardId } = await firstOf(card('FN:Ann Lee', ...lines))
    expect(isCardId).toBe(externalIds === undefined ? undefined : true)
    return { own, externalIds }
  }
  expect(await of(`UID:urn:uuid:${id.toUpperCase()}`)).toEqual({ own: id, externalIds: undefined })
  expect(await of('PRODID:-//Apple Inc.//iOS 5.0.1//EN', `UID:urn:uuid:${id}`)).toEqual({
    own: undefined,
    externalIds: { 'Apple Inc.': `urn:uuid:${id}` },
  })
  expect(await of('UID:8b574c60-fd7f-4e99', 'PRODID:ez-vcard 0.9.14-fc')).toEqual({
    own: undefined,
    externalIds: { 'ez-vcard': '8b574c60-fd7f-4e99' },
  })
  expect((await of('UID:4a1f9c77-20f1')).externalIds).toEqual({ vcard: '4a1f9c77-20f1' })
  // The next telephone has a card of this number too.
  expect((await of('UID:4711')).externalIds).toBeUndefined()
})
