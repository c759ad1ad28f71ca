import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { apiKeyCommand } from '../src/cli/accounts.ts'
import { sampleCommand } from '../src/cli/sample.ts'
import { verifyCommand } from '../src/cli/verify.ts'
import { loadConfig } from '../src/config.ts'
import { setup } from './harness.ts'
import { userOf } from './people.ts'

async function commandLine() {
  const kit = await setup()
  const folder = await mkdtemp(join(tmpdir(), 'clientele-sample-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const config = loadConfig({ DATABASE_URL: kit.url, CLIENTELE_DATA: folder })
  const lines: string[] = []
  const io = { config, out: (line: string) => void lines.push(line) }
  const run = async (...args: string[]) => {
    await sampleCommand(args, io)
    return JSON.parse(lines.at(-1) ?? '')
  }
  return { kit, io, lines, run }
}

test('the command makes the sample or says that it is there; verify finds nothing wrong in it', async () => {
  const { kit, io, lines, run } = await commandLine()
  await userOf(kit.db.owner, kit.first.id, { role: 'owner' })

  const made = await run()

  expect(made).toEqual({ merchantId: expect.any(String), name: 'Sample Bistro', created: true })
  expect(await run()).toEqual({ ...made, created: false })
  expect(await verifyCommand([], io)).toBe(0)
  expect(lines.at(-1)).toBe('No differences.')
  const { rows } = await kit.db.owner.query('select role from memberships where merchant_id = $1', [
    made.merchantId,
  ])
  expect(rows).toEqual([{ role: 'owner' }])
})

test('it is taken away again, also when it is named itself', async () => {
  const { kit, run } = await commandLine()
  const { merchantId } = await run()

  expect(await run('--remove')).toEqual({ removed: true })
  expect(await run('--remove')).toEqual({ removed: false })
  const again = await run()
  expect(again.merchantId).not.toBe(merchantId)
  expect(await run('--remove', '--merchant', again.name)).toEqual({ removed: true })
  expect((await kit.db.owner.query('select count(*)::int as n from merchants')).rows).toEqual([{ n: 1 }])
})

test('of several businesses the only one that has a sample is meant when it is taken away', async () => {
  const { kit, run } = await commandLine()
  await run()
  await kit.merchant()

  await expect(run()).rejects.toThrow('there are several businesses: say which with --merchant')
  expect(await run('--remove')).toEqual({ removed: true })
  await expect(run('--remove')).rejects.toThrow('several businesses')
})

test('other commands go on meaning the one real business', async () => {
  const { kit, io, run } = await commandLine()
  await run()

  await apiKeyCommand(['--name', 'till'], io)

  const { rows } = await kit.db.owner.query("select merchant_id as id from api_keys where name = 'till'")
  expect(rows).toEqual([{ id: kit.first.id }])
})

test('before the first business there is none to belong to, and the first start stays open', async () => {
  const { kit, run } = await commandLine()
  await kit.db.owner.query('delete from merchants')

  await expect(run()).rejects.toThrow(/there is no business yet: make one/)

  expect((await kit.anonymous.get('/setup')).body.needed).toBe(true)
})
