// Rows that came in with warnings, taken out, mended and dropped in again.
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { counts, importer, recordOf } from './imports.kit.ts'

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
  const few = await run('Nº cliente,Nombre,Apellidos\n1,Ann,Lee\n2,Bob,Fox\n1,Cleo,Paz\n', { dryRun: 'true' })
  expect([few.unreadColumns, few.warnings]).toEqual([[], 1])
})
