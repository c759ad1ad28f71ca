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
