import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { exportCommand } from '../src/cli/export.ts'
import { loadConfig } from '../src/config.ts'
import { setup } from './harness.ts'

async function commandLine() {
  const kit = await setup()
  const folder = await mkdtemp(join(tmpdir(), 'clientele-export-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const config = loadConfig({ DATABASE_URL: kit.url, CLIENTELE_DATA: folder })
  const run = async (...args: string[]) => {
    const lines: string[] = []
    await exportCommand(args, { config, out: (line) => void lines.push(line) })
    return JSON.parse(lines.join())
  }
  return { kit, folder, run }
}

test('the command line writes the file here and now, and it is recorded', async () => {
  const { kit, folder, run } = await commandLine()
  await kit.as.post('/customers', { type: 'personal', firstName: 'Ann' })
  const gone = (await kit.as.post('/customers', { type: 'personal', firstName: 'Bob' })).body
  await kit.as.delete(`/customers/${gone.id}`)
  const file = join(folder, 'all.json')

  expect(await run('customers', '--format', 'json', '--out', file, '--status', 'all')).toEqual({
    rows: 2,
    file,
  })
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject([{ firstName: 'Ann' }, { firstName: 'Bob' }])
  expect(await run('customers', '--format', 'json', '--out', file)).toEqual({ rows: 1, file })
  expect(await readdir(folder)).toEqual(['all.json'])
  const { rows } = await kit.db.owner.query(
    `select actor_kind, (after ->> 'count')::int as count from activities where kind = 'customers.exported' order by at`,
  )
  expect(rows).toEqual([
    { actor_kind: 'system', count: 2 },
    { actor_kind: 'system', count: 1 },
  ])
})

test.each([
  ['no kind', ['--format', 'csv'], /export customers/],
  ['no format', ['customers'], /--format is missing/],
  ['a format that is none', ['customers', '--format', 'pdf'], /--format must be one of/],
  ['a status that is none', ['customers', '--format', 'csv', '--status', 'dead'], /--status must be one of/],
])('what is wrong with the call is said in one line: %s', async (_, args, message) => {
  const { run } = await commandLine()

  await expect(run(...args)).rejects.toThrow(message)
})
