import { describe, expect, test } from 'vitest'
import { readCountry, readLanguage } from './country.rules.ts'
import { readEmails } from './email.rules.ts'
import { isCompanyName, splitName } from './name.rules.ts'
import { decimalMark, minorUnits, readDecimal, readMoney } from './number.rules.ts'
import { readPhones } from './phone.rules.ts'
import { isNamePlaceholder, isPlaceholder, splitList, withoutGuard, withoutTextMark } from './text.rules.ts'
import { readBoolean, readConsent, readStatus, readType } from './words.rules.ts'

describe('text', () => {
  test('exactly one guard is taken off, and only a guard', () => {
    expect(["'=1+1", "'+1", "'-x", "'@a", "'\tx", "'\rx", "''=x", "'''@x"].map(withoutGuard)).toEqual([
      '=1+1',
      '+1',
      '-x',
      '@a',
      '\tx',
      '\rx',
      "'=x",
      "''@x",
    ])
    expect(["'t Hooft", "'", "''", "'721", '=x'].map(withoutGuard)).toEqual([
      "'t Hooft",
      "'",
      "''",
      "'721",
      '=x',
    ])
  })

  test('marks of sheets are taken off numbers', () => {
    expect(["'7210448301122", '="00123"', '"\'+1"', "'t"].map(withoutTextMark)).toEqual([
      '7210448301122',
      '00123',
      "'+1",
      "'t",
    ])
  })

  test('what stands for nothing is nothing', () => {
    expect(
      [
        '0/0/00',
        'N/A',
        'n/a',
        '-',
        '--',
        'NULL',
        'null',
        'Unspecified',
        '#N/A',
        '\\N',
        'nan',
        '0000-00-00',
        '?',
        'None',
        '',
      ].filter((text) => !isPlaceholder(text)),
    ).toEqual([])
    expect(['0', 'no', 'Nadia', '1', 'x', 'A-', 'Anna'].filter(isPlaceholder)).toEqual([])
  })

  test('people are called Null and Nan', () => {
    expect(['Null', 'Nan', 'Na', 'None'].filter(isNamePlaceholder)).toEqual([])
    expect(['NULL', 'nan', 'N/A', '-', 'Unspecified'].filter((text) => !isNamePlaceholder(text))).toEqual([])
  })

  test('lists', () => {
    expect(splitList('a ::: b, c')).toEqual(['a', 'b, c'])
    expect(splitList('a; b,c|d')).toEqual(['a', 'b,c', 'd'])
    expect(splitList('vip, wholesale ,')).toEqual(['vip', 'wholesale'])
  })
})

describe('phones', () => {
  const numbers = (text: string, country = 'US') =>
    readPhones(text, country).phones.map((phone) => phone.number)

  test.each([
    ["'+12025550143", 'US', ['+12025550143']],
    ['2025550143.0', 'US', ['+12025550143']],
    ['4.91512345678E+12', 'US', []],
    ['4.915112345678E+12', 'DE', ['+4915112345678']],
    ['412345678', 'AU', ['+61412345678']],
    ['612345678', 'NL', ['+31612345678']],
    ['573001112233', 'US', ['+573001112233']],
    ['030/1234567', 'DE', ['+49301234567']],
    ['202-555-0143 / 202-555-0144', 'US', ['+12025550143', '+12025550144']],
    ['202-555-0143, 202-555-0144; 202-555-0145', 'US', ['+12025550143', '+12025550144', '+12025550145']],
    ['912345678 o 612345678', 'ES', ['+34912345678', '+34612345678']],
    ['912 345 678 y 612 345 678', 'ES', ['+34912345678', '+34612345678']],
    ['(5) 555-4729', 'MX', ['(5) 555-4729']],
    ['٢٠٢٥٥٥٠١٤٣', 'US', ['+12025550143']],
  ])('%s in %s', (text, country, found) => {
    expect(numbers(text, country)).toEqual(found)
  })

  test('digits that a sheet dropped are told, not guessed', () => {
    expect(readPhones('4.9E+11', 'DE').problems).toMatchObject([{ code: 'phone.digits_lost' }])
    expect(numbers('2.025550143E+9')).toEqual(['+12025550143'])
  })

  test('what cannot be a number says why', () => {
    expect(readPhones('BusinessPhone', 'US').problems).toMatchObject([{ code: 'phone.letters' }])
    expect(readPhones('123', 'US').problems).toMatchObject([{ code: 'phone.too_short' }])
  })
})

test('one cell may hold several emails', () => {
  expect(readEmails('A@B.co; c@d.co')).toEqual({ emails: ['a@b.co', 'c@d.co'], problem: null })
  expect(readEmails('Ann <a@b.co>').emails).toEqual(['a@b.co'])
  expect(readEmails('a@b.co, broken@').emails).toEqual(['a@b.co'])
  expect(readEmails('a@b.co, broken@').problem?.code).toBe('email.invalid')
  expect(readEmails('none at all')).toMatchObject({ emails: [], problem: { code: 'email.invalid' } })
})

describe('names', () => {
  test.each([
    ['Ann Lee', { firstName: 'Ann', lastName: 'Lee' }],
    ['Lee, Ann', { lastName: 'Lee', firstName: 'Ann' }],
    ['Mary Ann Lee', { firstName: 'Mary Ann', lastName: 'Lee' }],
    ['John F. Kennedy', { firstName: 'John', middleName: 'F.', lastName: 'Kennedy' }],
    ['Ludwig van Beethoven', { firstName: 'Ludwig', lastName: 'van Beethoven' }],
    ['Jan van der Berg', { firstName: 'Jan', lastName: 'van der Berg' }],
    ['Maria de la Cruz', { firstName: 'Maria', lastName: 'de la Cruz' }],
    ['Vincent van den Heuvel Jr.', { firstName: 'Vincent', lastName: 'van den Heuvel Jr.' }],
    ['Cher', { firstName: 'Cher' }],
    ['Dr. Ann Lee', { salutation: 'Dr.', firstName: 'Ann', lastName: 'Lee' }],
    ['Frau Petra Müller', { salutation: 'Frau', firstName: 'Petra', lastName: 'Müller' }],
    ['Robert "Bob" Smith', { firstName: 'Robert', lastName: 'Smith', nickname: 'Bob' }],
    ['DUPONT Jean', { lastName: 'DUPONT', firstName: 'Jean' }],
    ['ANN LEE', { firstName: 'ANN', lastName: 'LEE' }],
    ['山田 太郎', { lastName: '山田', firstName: '太郎' }],
    ['John & Mary Smith', { firstName: 'John & Mary', lastName: 'Smith' }],
    ['Smith, Jr.', { firstName: 'Smith', lastName: 'Jr.' }],
  ])('%s', (text, parts) => {
    expect(splitName(text)).toEqual(parts)
  })

  test.each([
    ['María García López', 'María', 'García López'],
    ['José Luis Núñez Gil', 'José Luis', 'Núñez Gil'],
    ['Ana de la Torre Ruiz', 'Ana', 'de la Torre Ruiz'],
    ['Ana Ruiz', 'Ana', 'Ruiz'],
  ])('in Spanish the last two words of %s are the family', (text, firstName, lastName) => {
    expect(splitName(text, { spanish: true })).toEqual({ firstName, lastName })
  })

  test('a legal form is a company’s', () => {
    expect(
      [
        'Acme GmbH',
        'Acme, Inc.',
        'Bike Co.',
        'Tacos S.A. de C.V.',
        'Foo Ltd',
        'Bar S.L.',
        'Hotel Miramar',
        'Smith & Co',
      ].filter((text) => !isCompanyName(text)),
    ).toEqual([])
    expect(['Ann Lee', 'Marco', 'Inca Garcilaso', 'Ag Nes Smith'].filter(isCompanyName)).toEqual([])
  })
})

describe('countries and languages', () => {
  test.each([
    ['us', 'US'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['United States of America', 'US'],
    ['Estados Unidos', 'US'],
    ['UK', 'GB'],
    ['England', 'GB'],
    ['Deutschland', 'DE'],
    ['Alemania', 'DE'],
    ['Allemagne', 'DE'],
    ['Germania', 'DE'],
    ['Duitsland', 'DE'],
    ['DEU', 'DE'],
    ['España', 'ES'],
    ['espana', 'ES'],
    ['The Netherlands', 'NL'],
    ['Holland', 'NL'],
    ['Czech Republic', 'CZ'],
    ['Russian Federation', 'RU'],
    ['South Korea', 'KR'],
    ['Côte d’Ivoire', 'CI'],
    ['日本', 'JP'],
    ['Türkiye', 'TR'],
    ['Congo, The Democratic Republic of the', 'CD'],
    ['Hong Kong', 'HK'],
    ['Saint Vincent and the Grenadines', 'VC'],
    ['Atlantis', null],
    ['', null],
  ])('%s', (text, country) => {
    expect(readCountry(text)).toBe(country)
  })

  test.each([
    ['en', 'en'],
    ['es_MX', 'es-MX'],
    ['English', 'en'],
    ['Deutsch', 'de'],
    ['español', 'es'],
    ['French (Canada)', 'fr'],
    ['Klingonese', null],
  ])('the language %s', (text, tag) => {
    expect(readLanguage(text)).toBe(tag)
  })
})

test('yes and no in many languages', () => {
  expect(['yes', 'Y', 'TRUE', '1', 'sí', 'Oui', 'ja', 'x', 't'].map(readBoolean)).toEqual(Array(9).fill(true))
  expect(['no', 'N', 'false', '0', 'Nein', 'non', 'f', 'não'].map(readBoolean)).toEqual(Array(8).fill(false))
  expect(readBoolean('maybe')).toBeNull()
  expect([readType('Privatkunde'), readType('B2B'), readType('EM')]).toEqual(['personal', 'business', null])
  expect([readStatus('Archived'), readStatus('1'), readStatus('aktiv')]).toEqual([
    'inactive',
    'active',
    'active',
  ])
  expect(
    ['Subscribed', 'Unsubscribed', 'Unknown', 'yes', 'never_subscribed', 'opted-out'].map(readConsent),
  ).toEqual(['in', 'out', 'unknown', 'in', 'unknown', 'out'])
})

test('figures are read by the mark of their column', () => {
  expect([
    decimalMark(['1.234,50', '99,00']),
    decimalMark(['1,234.50']),
    decimalMark(['1.234', '5.678']),
    decimalMark(['12.5']),
    decimalMark(['1,234,567']),
  ]).toEqual([',', '.', null, '.', '.'])
  expect([
    readDecimal('1.234,50 €', ','),
    readDecimal('$1,234.50', '.'),
    readDecimal("1'234.50", '.'),
    readDecimal('(5)', '.'),
    readDecimal('10 %', '.'),
    readDecimal('abc', '.'),
  ]).toEqual(['1234.50', '1234.50', '1234.50', '-5', '10', null])
  expect([
    minorUnits('12.345', 2),
    minorUnits('12', 2),
    minorUnits('-0.005', 2),
    minorUnits('5', 0),
    minorUnits('1.2345', 3),
  ]).toEqual([1235, 1200, -1, 5, 1235])
})

test('a percentage is no amount of money', () => {
  expect([readMoney('21%', '.', 'EUR'), readMoney('21 %', ',', 'EUR'), readMoney('21', '.', 'EUR')]).toEqual([
    null,
    null,
    2100,
  ])
})
