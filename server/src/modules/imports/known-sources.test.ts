// The names of programs that a file can be said to be from.
import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { importer, upload } from './imports.kit.ts'

const file = 'Customer ID,Name\n7,Ann Lee\n8,Bob Fox\n'

test('those that ids are kept under are offered, not names made up from columns, nor those of others', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const offered = async (caller = kit.as) =>
    (await upload({ caller, path: '/imports/preview', file })).body.knownSources
  expect(await offered()).toEqual([])

  await kit.as.post('/customers', { firstName: 'Cleo', externalIds: { webshop: '1', crm: '5' } })
  await kit.as.post('/customers', { firstName: 'Dora', externalIds: { webshop: '2' } })
  const unnamed = await run(file)
  expect(unnamed.mapping).toMatchObject({ source: expect.stringMatching(/^file-/) })
  const reviews = { kind: 'reviews', mapping: JSON.stringify({ source: 'Survey' }) }
  await run('Date,Score\n2026-03-01,5\n', reviews)
  await run('Date,Score\n2026-03-01,5\n', { ...reviews, mapping: '{"source":"Tried"}', dryRun: 'true' })

  expect(await offered()).toEqual(['crm', 'Survey', 'webshop'])
  expect(await offered((await kit.merchant()).caller)).toEqual([])
})

test('those behind hundreds of made-up names are found, and those before and among them', async () => {
  const kit = await setup()
  const { body } = await kit.as.post('/customers', { firstName: 'Cleo' })
  const named = ['crm', 'file', 'file-', 'file-000', 'file-ga', 'shopify', 'till']
  await kit.db.owner.query(
    `insert into external_ids (merchant_id, source, external_id, customer_id)
     select $1::uuid, source, '1', $2::uuid from unnest($3::text[]) source
     union all select $1, 'file-' || lpad(to_hex(n * 20000003::bigint), 8, '0'), '1', $2 from generate_series(1, 200) n`,
    [kit.first.id, body.id, named],
  )

  const reply = await upload({ caller: kit.as, path: '/imports/preview', file })
  expect(reply.body.knownSources).toEqual(named.toSorted((a, b) => a.localeCompare(b)))
})
