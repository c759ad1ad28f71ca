// A file like one that was read before, seen by whoever may see that import.
import { expect, test } from 'vitest'
import { callerWith, setup } from '../../../test/harness.ts'
import { userOf } from '../../../test/people.ts'
import { importer, upload } from './imports.kit.ts'

const header = 'Name,Remark'
const mapping = { columns: { Name: 'fullName', Remark: 'nickname' }, constants: { tags: 'March' } }

test('the mapping of the last file with the same header and kind is proposed, and used only when it is given', async () => {
  const kit = await setup()
  const { run } = await importer(kit)
  const earlierOf = async (file: string, kind = 'customers', caller = kit.as) => {
    const { status, body, text } = await upload({ caller, path: '/imports/preview', file, fields: { kind } })
    expect(status, text).toBe(200)
    return body
  }
  const first = await run(`${header}\nDora Fox,Early bird\n`, { mapping: JSON.stringify(mapping) })
  await run(`${header}\nTry Fox,Late bird\n`, { dryRun: 'true' })

  const preview = await earlierOf(`${header}\nEve Fox,Night owl\n`)
  const { cookie } = await userOf(kit.db.owner, kit.first.id, { role: 'manager', storeIds: [] })
  const limited = callerWith(kit.app, { cookie, 'sec-fetch-site': 'same-origin' })
  const { caller: stranger } = await kit.merchant()

  expect(preview.earlier).toEqual({
    ...{ importId: first.id, fileName: 'customers.csv', createdAt: first.createdAt },
    mapping: { columns: mapping.columns },
  })
  expect(preview.mapping.columns).not.toMatchObject({ Remark: 'nickname' })
  const mended = await earlierOf(`import.row,import.code,import.reason,${header}\n2,x,y,Eve Fox,Night owl\n`)
  expect(mended.earlier).toMatchObject({ importId: first.id })
  expect((await earlierOf(`${header},More\nEve Fox,Night owl,x\n`)).earlier).toBeNull()
  expect((await earlierOf(`${header}\nEve Fox,Night owl\n`, 'customers', limited)).earlier).toBeNull()
  expect((await earlierOf(`${header}\nEve Fox,Night owl\n`, 'customers', stranger)).earlier).toBeNull()
  await run(`${header}\nAda Fox,Lark\n`)
  expect((await earlierOf(`${header}\nEve Fox,Night owl\n`)).earlier).toBeNull()
})
