// Files with trouble, through the whole path: a clear message, or the good rows in and the others named with their reasons.
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { counts, customersOf, ended, importer, upload } from './imports.kit.ts'

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const script =
  "CREATE TABLE customers (\n  CustomerID nchar (5),\n  CompanyName nvarchar (40)\n)\nGO\nINSERT INTO customers VALUES ('ALFKI', 'Alfreds, Inc')\n"
const prose =
  'Dear all, thank you for coming, and for the flowers.\nWe shall see each other again in spring, I hope.\nYours, and with many greetings from everybody here, Ann\n'

test.each<[string, string | Buffer, Record<string, unknown>, string]>([
  ['an empty file', '', {}, 'empty'],
  ['a picture', png, {}, 'picture'],
  ['a header alone', 'First name,Email\n', {}, 'no_rows'],
  ['a script', script, {}, 'sql'],
  ['a letter', prose, {}, 'prose'],
  ['columns of spaces', 'First name   Email     Phone\nAnn          a@b.co    1\n', {}, 'no_delimiter'],
  [
    'another delimiter than was said',
    'First name;Email;Phone\nAnn;a@b.co;1\n',
    { delimiter: ',' },
    'wrong_delimiter',
  ],
])('%s is refused, and why', async (_, file, mapping, reason) => {
  const kit = await setup()

  const { status, body } = await upload({
    caller: kit.as,
    file,
    fields: { mapping: JSON.stringify(mapping) },
  })

  expect([status, body.code, body.params]).toEqual([422, 'import.unreadable', { reason }])
  expect(body.detail).toMatch(/^The file|^With this|^Nothing that/)
})

const vcards = `BEGIN:VCARD
VERSION:3.0
FN:Ann Lee
EMAIL:ann@example.com
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Broken
TEL:2025550143
BEGIN:VCARD
VERSION:3.0
FN:Bob Fox
END:VCARD
`
const wide = (cells: readonly string[]) => [...cells, ...new Array<string>(498).fill('x')].join(',')
const columns = ['First name', 'Email', ...Array.from({ length: 498 }, (_, i) => `Extra ${i}`)].join(',')

/** The file, the names that come in, and the reasons of the rejected ones. */
const cases: readonly [string, string | Buffer, readonly string[], readonly string[]][] = [
  ['not UTF-8', Buffer.from('First name,City\nJos\xe9,Malm\xf6\n', 'latin1'), ['José'], []],
  ['another delimiter than commas', 'First name|Email|Note\nAnn|a@b.co|x, y\n', ['Ann'], []],
  [
    'ragged rows',
    'First name,Email,City\nAnn,a@b.co\nBob,b@b.co,Rome,more\nLee,Jr,c@b.co,Oslo\n',
    ['Ann', 'Bob'],
    ['row.shifted'],
  ],
  [
    'a field of 30 MB',
    `First name,Note\nAnn,x\nBob,${'a'.repeat(30 * 1024 * 1024)}\nCem,y\n`,
    ['Ann', 'Cem'],
    ['row.field_too_long'],
  ],
  ['500 columns', `${columns}\n${wide(['Ann', 'a@b.co'])}\n${wide(['', ''])}\n`, ['Ann'], ['row.nobody']],
  ['lines in quotes', '"First name,Email"\n"Ann,a@b.co"\n"Bob,b@b.co"\n', ['Ann', 'Bob'], []],
  ['empty columns at the end', 'First name,Email,,,,\nAnn,a@b.co,,,,\n', ['Ann'], []],
  [
    'line ends of all kinds',
    'First name,Email\r\nAnn,a@b.co\nBob,b@b.co\rCem,c@b.co\r\n',
    ['Ann', 'Bob', 'Cem'],
    [],
  ],
  ['NUL in a cell', 'First name,Email\nA\0nn,a@b.co\n', ['Ann'], []],
  ['a broken vCard', vcards, ['Ann Lee', 'Bob Fox'], ['vcard.unfinished']],
  [
    'a quote that is never closed',
    'First name,Email,City\n"Ann,a@b.co,Rome\nBob,b@b.co,Oslo\n',
    ['Ann', 'Bob'],
    [],
  ],
  [
    'rows of nobody',
    'First name,Email,City\n,,Rome\nBob,,\nN/A,-,Oslo\n',
    ['Bob'],
    ['row.nobody', 'row.nobody'],
  ],
]

test('of a file with trouble the good rows come in, the others are told with their reasons', async () => {
  const kit = await setup()
  await importer(kit)
  for (const [what, file, names, reasons] of cases) {
    const { caller } = await kit.merchant({ name: what })
    const reply = await upload({ caller, file })
    expect(reply.status, `${what}: ${reply.text}`).toBe(202)
    const done = await ended(caller, reply.body.id)
    const { created, updated, unchanged, rejected } = counts(done)
    const told = (await caller.get(`/imports/${done.id}/rejected.csv`)).text

    expect(done, what).toMatchObject({ state: 'succeeded', rejected: reasons.length })
    expect(created + updated + unchanged + rejected, what).toBe(done.total)
    expect((await customersOf(caller)).map((one) => one.displayName).sort(), what).toEqual([...names].sort())
    for (const reason of reasons) expect(told, what).toContain(reason)
  }
}, 60_000)
