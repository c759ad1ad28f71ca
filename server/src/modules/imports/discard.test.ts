// Taking away what brought nothing in.
import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../test/harness.ts'
import { userOf } from '../../../test/people.ts'
import { importer, upload } from './imports.kit.ts'

const file = 'Name,Email\nAnn Lee,ann@example.com\nBob Fox,bob@@example\n'

async function withImports() {
  const kit = await setup()
  const { run } = await importer(kit)
  const rowsOf = async (id: string) =>
    (await kit.db.owner.query('select 1 from import_issues where import_id = $1', [id])).rows.length
  const keyOf = async (id: string) =>
    (await kit.db.owner.query<{ key: string }>('select storage_key as key from imports where id = $1', [id]))
      .rows[0]?.key as string
  const discard = (id: string, caller = kit.as) => caller.call('DELETE', `/imports/${id}`)
  return { kit, run, rowsOf, keyOf, discard }
}

test('a trial goes with its file and what it found; a second time it is not there', async () => {
  const { kit, run, rowsOf, keyOf, discard } = await withImports()
  const { id } = await run(file, { dryRun: 'true' })
  const key = await keyOf(id)
  expect([await rowsOf(id), await kit.storage.source(key).size()]).toEqual([1, file.length])

  expect((await discard(id)).status).toBe(204)
  expect([(await kit.as.get(`/imports/${id}`)).status, await rowsOf(id)]).toEqual([404, 0])
  expect((await kit.as.get('/imports')).body.items).toEqual([])
  await expect(kit.storage.source(key).size()).rejects.toThrow()
  expect((await discard(id)).status).toBe(404)
})

test('a held one goes likewise; what came in stays, and so does its import', async () => {
  const { kit, run, discard } = await withImports()
  const held = await upload({ caller: kit.as, file, fields: { hold: 'true' } })
  expect((await discard(held.body.id)).status).toBe(204)
  const { id } = await run(file)
  const refused = await discard(id)

  expect([refused.status, refused.body.code]).toEqual([409, 'import.started'])
  expect((await kit.as.get(`/imports/${id}/warnings.csv`)).text).toContain('bob@@example')
})

test('one that is on its way is cancelled first', async () => {
  const kit = await setup()
  const { body } = await upload({ caller: kit.as, file, fields: { dryRun: 'true' } })
  const at = `/imports/${body.id}`
  const refused = await kit.as.call('DELETE', at)
  expect([refused.status, refused.body.code]).toEqual([409, 'import.running'])
  await kit.as.post(`${at}/cancel`)

  expect((await kit.as.call('DELETE', at)).status).toBe(204)
})

test("nobody takes away another's, of another merchant or unseen by who is limited to stores", async () => {
  const { kit, run, discard } = await withImports()
  const { id } = await run(file, { dryRun: 'true' })
  const store = (await kit.as.post('/stores', { name: 'North' })).body.id as string
  const { cookie } = await userOf(kit.db.owner, kit.first.id, { role: 'owner', storeIds: [store] })
  const limited = callerWith(kit.app, { cookie, 'sec-fetch-site': 'same-origin' })
  const { caller: stranger } = await kit.merchant()

  expect([(await discard(id, limited)).status, (await discard(id, stranger)).status]).toEqual([404, 404])
  expect((await kit.as.get(`/imports/${id}`)).status).toBe(200)
})
