// Rows that came in with warnings, taken out, mended and dropped in again.
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { counts, customersOf, importer, recordOf } from './imports.kit.ts'

const FILE =
  'First name,Last name,Email,Birthday\nAnn,Lee,ann(at)example.com,1980-02-30\nBob,Fox,bob@example.com,\n'

test('a mended row changes whom it made, also where it had nothing to be known by', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const first = await run(FILE)
  expect(first).toMatchObject({ created: 2, warnings: 1 })
  const { text } = await kit.as.get(`/imports/${first.id}/warnings.csv?language=es`)
  expect(text.split('\r\n')[0]).toBe(
    '\ufeffimportación: línea,importación: motivo,importación: id,First name,Last name,Email,Birthday',
  )
  const mended = text
    .replace('ann(at)example.com,', 'ann@example.com,')
    .replace(/1980-02-30\r/, '1980-02-28\r')

  expect(counts(await run(mended, { dryRun: 'true' }))).toMatchObject({ created: 0, updated: 1 })
  expect(counts(await run(mended))).toMatchObject({ created: 0, updated: 1 })
  expect(await recordOf(kit.as, 'Ann Lee')).toMatchObject({
    email: 'ann@example.com',
    dateOfBirth: '1980-02-28',
  })
  expect(counts(await run(mended))).toMatchObject({ created: 0, unchanged: 1 })

  const other = await kit.merchant()
  expect(counts(await run(mended, {}, other.caller))).toMatchObject({ created: 1 })
})

test('a number that stands twice is told with the row that had it first', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const job = await run(
    'Nº cliente,Nombre,Apellidos\n1,Ann,Lee\n2,Bob,Fox\n1,Cleo,Paz\n2,Bob,Fox\n3,Dora,Kim\n4,Eva,Roy\n5,Flo,May\n6,Gil,Sun\n7,Hal,Dee\n8,Ida,Poe\n9,Jo,Ray\n10,Kai,Ott\n11,Lou,Fay\n12,Max,Orr\n13,Ned,Ash\n14,Ola,Bay\n15,Pam,Cox\n16,Quy,Day\n17,Rex,Ely\n18,Sid,Fry\n',
  )
  expect(job).toMatchObject({ created: 18, updated: 1, unchanged: 1, warnings: 1 })
  expect((await kit.as.get(`/imports/${job.id}/warnings.csv?language=en`)).text).toContain(
    '4,"Nº cliente “1 (2: Ann Lee)”: that of the earlier row in brackets, of another name',
  )
  // Mended, it is not to change the one whose number it had.
  const { rows } = await kit.db.owner.query(`select customer_id from import_issues where import_id = $1`, [
    job.id,
  ])
  expect(rows).toEqual([{ customer_id: null }])
})

test('so few numbers that one stands twice by mistake among them are not taken for numbers of customers', async () => {
  const { run } = await importer(await setup())
  const numbered = (count: number) => {
    const rows = Array.from({ length: count }, (_, i) => `${i === 2 ? 1 : i + 1},Ann,Lee${i}`)
    return run(['Nº cliente,Nombre,Apellidos', ...rows, ''].join('\n'), { dryRun: 'true' })
  }
  const [few, enough] = [await numbered(9), await numbered(10)]
  expect([few.created, few.unreadColumns]).toEqual([9, [{ header: 'Nº cliente', filled: 9 }]])
  expect([enough.created, enough.unreadColumns, enough.warnings]).toEqual([9, [], 1])
})

test('a row that another person was typed over is somebody else', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const head = 'Customer number,First name,Last name,Company,Email,Birthday'
  const first = await run(`${head}
,Ann,Lee,,,1980-02-30
C-2,Bob,Fox,,,1980-02-30
,Cleo,Paz,,cleo@example.com,1980-02-30
,Dora,Kim,,,1980-02-30
`)
  expect(first).toMatchObject({ created: 4, warnings: 4 })
  const mended = (line: number, row: string) => `${line},,${first.id},${row}\n`
  const titles = `import: line,import: reason,import: id,${head}\n`
  const rows = [
    mended(2, ',Ann,Lee,,ann@example.com,1980-02-28'),
    mended(2, ',Ann,Lee,,other@example.com,1980-02-28'),
    mended(3, 'C-9,Bob,Fox,,,1980-02-28'),
    mended(4, ',Cleopatra,Paz,,cleo@example.com,1980-02-28'),
    mended(5, ',Eva,Roy,,,1980-02-28'),
    mended(2_147_483_648, ',Flo,May,,,1980-02-28'),
  ]
  const told = { created: 4, updated: 2, unchanged: 0, rejected: 0 }
  expect(counts(await run(titles + rows.join(''), { dryRun: 'true' }))).toEqual(told)
  expect(counts(await run(titles + rows.join('')))).toEqual(told)
  expect((await customersOf(kit.as)).map(({ displayName }) => displayName).sort()).toEqual([
    'Ann Lee',
    'Ann Lee',
    'Bob Fox',
    'Bob Fox',
    'Cleopatra Paz',
    'Dora Kim',
    'Eva Roy',
    'Flo May',
  ])
})

test('a business is mended by its name', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const first = await run('Company,Email\nAcme,acme(at)example.com\nBell,bell(at)example.com\n')
  const titles = 'import: line,import: reason,import: id,Company,Email\n'
  const rows = `2,,${first.id},ACME,acme@example.com\n3,,${first.id},Cord,cord@example.com\n`
  expect(counts(await run(titles + rows))).toMatchObject({ created: 1, updated: 1 })
})

test('whom a row made is kept also where only its ties are told of', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  for (const number of ['1', '2'])
    await kit.as.post('/customers', { type: 'business', businessName: 'Acme', number })
  const [ann, acme] = ['0190aaaa-0000-7000-8000-000000000001', '0190aaaa-0000-7000-8000-000000000002']
  const organizations = `"[{""id"":""${acme}"",""name"":""Acme""}]"`
  const job = await run(`id,firstName,lastName,organizations\n${ann},Ann,Lee,${organizations}\n`)
  expect(job).toMatchObject({ created: 1, warnings: 1 })
  const { rows } = await kit.db.owner.query(`select customer_id from import_issues where import_id = $1`, [
    job.id,
  ])
  expect(rows).toEqual([{ customer_id: (await recordOf(kit.as, 'Ann Lee')).id }])
})
