import { expect, test } from 'vitest'
import { setup } from '../../../test/harness.ts'
import { newId } from '../../kernel/ids.ts'
import { keepEarly } from './early-words.ts'

async function importing(state: string) {
  const { db, merchant } = await setup()
  const { id: merchantId } = await merchant({ name: 'South Deli' })
  const importId = newId()
  await db.owner.query(
    `insert into imports (merchant_id, id, kind, state, dry_run, file_name, file_bytes, file_sha256, actor_kind, actor_name)
     values ($1, $2, 'customers', $3, false, 'a.csv', 1, '\\x00', 'system', 'System')`,
    [merchantId, importId, state],
  )
  const kept = async () =>
    (
      await db.owner.query('select distinct word from name_word_deletes where merchant_id = $1 order by 1', [
        merchantId,
      ])
    ).rows.map(({ word }) => word)
  return { db, merchantId, kept, keep: (words: string[]) => keepEarly({ db, merchantId, importId }, words) }
}

test('words are kept once, and none of an import that does not go on', async () => {
  const running = await importing('running')
  expect(await running.keep(['maria', 'lopez'])).toBe(true)
  expect(await running.keep(['lopez', 'perez'])).toBe(true)
  expect(await running.kept()).toEqual(['lopez', 'maria', 'perez'])

  const cancelled = await importing('cancelled')
  expect(await cancelled.keep(['maria'])).toBe(false)
  expect(await cancelled.kept()).toEqual([])
})

test('no word outlives a business that is removed at the same moment', async () => {
  const { db, merchantId, kept, keep } = await importing('running')
  const remover = await db.owner.connect()
  await remover.query('begin')
  await remover.query('delete from merchants where merchant_id = $1', [merchantId])

  const keeping = keep(['maria'])
  await remover.query('commit')
  remover.release()

  expect(await keeping).toBe(false)
  expect(await kept()).toEqual([])
})
