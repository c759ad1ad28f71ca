// Headers that name two things at once, and what becomes of the cells under them.
import { expect, test } from 'vitest'
import { splitName } from './cells/name.rules.ts'
import { readPhones } from './cells/phone.rules.ts'
import { splitTown } from './cells/town.rules.ts'
import { matchHeader, partsOfHeader } from './header-match.rules.ts'
import { firstOf, pathsOf, rowsOf } from './reading.kit.ts'

test.each([
  ['PLZ/Ort', '01067 Dresden', { postalCode: '01067', city: 'Dresden' }],
  ['PLZ/Ort', 'D-80331 München', { postalCode: 'D-80331', city: 'München' }],
  ['PLZ/Ort', 'Dresden', { city: 'Dresden' }],
  ['PLZ/Ort', '01067', { postalCode: '01067' }],
  ['Postnr/ort', '111 22 Stockholm', { postalCode: '111 22', city: 'Stockholm' }],
  ['Postcode / plaats', '1234 AB Utrecht', { postalCode: '1234 AB', city: 'Utrecht' }],
  ['CP y población', '28001 - Madrid', { postalCode: '28001', city: 'Madrid' }],
  ['CAP - Città (Prov.)', '20121 Milano (MI)', { postalCode: '20121', city: 'Milano', state: 'MI' }],
  ['City, State Zip', 'Reston, VA 20190-1234', { city: 'Reston', state: 'VA', postalCode: '20190-1234' }],
  ['City/St/Zip', 'New York NY 10001', { city: 'New York', state: 'NY', postalCode: '10001' }],
  [
    'City, State, Zip, Country',
    'Hull, MA 02045, USA',
    { city: 'Hull', state: 'MA', postalCode: '02045', country: 'USA' },
  ],
  ['Town/Postcode', 'York YO1 7HH', { city: 'York', postalCode: 'YO1 7HH' }],
  ['Cidade/UF', 'São Paulo - SP', { city: 'São Paulo', state: 'SP' }],
  ['City/State', 'Winston-Salem', { city: 'Winston-Salem' }],
])('under %s stands %s', (header, text, parts) => {
  expect(matchHeader(header)?.path).toBe('address.city')
  expect(splitTown(text, partsOfHeader(header))).toEqual(parts)
})

test('a whole name is cut in the order of its header', async () => {
  const named = async (header: string, name: string) => {
    const { firstName, lastName } = await firstOf(`"${header}",Email\n"${name}",a@b.co\n`)
    return [firstName, lastName]
  }

  expect(await named('Cognome e nome', 'Rossi Mario')).toEqual(['Mario', 'Rossi'])
  expect(await named('Nom et prénom', 'Durand Claire')).toEqual(['Claire', 'Durand'])
  expect(await named('Nachname, Vorname', 'van der Berg Jan Piet')).toEqual(['Jan Piet', 'van der Berg'])
  expect(await named('Vor- und Nachname', 'Petra Müller')).toEqual(['Petra', 'Müller'])
  expect(splitName('García López María', { familyFirst: true, spanish: true })).toEqual({
    firstName: 'María',
    lastName: 'García López',
  })
})

test('what each number of a cell is called parts them', () => {
  const numbers = (text: string) =>
    readPhones(text, 'US').phones.map(({ number, extension }) => number + (extension ?? ''))

  expect(numbers('Phone:(202) 555-0143 Mobile:(202) 555-0149')).toEqual(['+12025550143', '+12025550149'])
  expect(numbers('H: 2025550143; C: 2025550144')).toEqual(['+12025550143', '+12025550144'])
  expect(numbers('202-555-0143 ext: 12')).toEqual(['+1202555014312'])
})

test('an apostrophe before every cell of a column marks them as text', async () => {
  const marked = await rowsOf("Name,Email\n'Ann Lee,a@b.co\n'Bob Fox,b@b.co\n'Cem Ray,c@b.co\n")
  const own = await rowsOf("Name,Email\n't Hooft Gerard,a@b.co\nBob Fox,b@b.co\nCem Ray,c@b.co\n")

  expect(marked.map(({ fields }) => fields.firstName)).toEqual(['Ann', 'Bob', 'Cem'])
  expect(own[0]?.fields.firstName).toBe("'t Hooft")
})

test('whoever is the same in every row is not the customer', async () => {
  const rows = ['Ann', 'Bob', 'Cem'].map((name) => ['Sam Fox', 'sam@ours.co', `${name} Lee`, `${name}@b.co`])

  expect(await pathsOf(['User Name', 'User Email', 'Invitee Name', 'Invitee Email'], ...rows)).toEqual({
    'Invitee Name': 'fullName',
    'Invitee Email': 'email',
  })
})

test('the numbers of lines are nobody’s', async () => {
  const numbered = (numbers: readonly string[]) =>
    pathsOf(['#', 'Name'], ...numbers.map((number, i) => [number, `${['Ann', 'Bob', 'Cem'][i]} Lee`]))

  expect(await numbered(['1', '2', '3'])).toEqual({ Name: 'fullName' })
  expect(await numbered(['1', '2', '5'])).toEqual({ '#': 'number', Name: 'fullName' })
})

const others =
  'Marketing status|Marketing contact status|Telefon (Notfall)|City code|Partner name|Mobile OS|Next of kin phone|Predicted gender|Datenschutz-Einwilligung|' +
  'Tax exempt category|Account holder|Telefon-Kategorie|Address_1 Notes|Delivery zone|Do not mail|Birthday discount|Consenso privacy|Email notes|Email delivered|Mobile app version|Home page views|Street parking'

test('a header of something else is read as nothing', () => {
  const taken = others.split('|').filter((header) => matchHeader(header) !== null)

  expect(taken.map((header) => `${header}: ${matchHeader(header)?.path}`)).toEqual([])
})
