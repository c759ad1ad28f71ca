// What an operator types, and what is wrong with it: one line and exit 1, before anything is touched.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newFolder, removeFolder, run } from './processes.kit.ts'

const folder = newFolder()
afterAll(() => removeFolder(folder))
const data = join(folder, 'data')
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const customers = file('customers.csv', 'First name\nAnn\n')
const call = (...args: string[]) => run(args, { CLIENTELE_DATA: data })

test('every command explains itself', async () => {
  const all = await call('help')
  expect([all.code, all.err]).toEqual([0, ''])
  expect(all.out).toMatch(/^ {2}backup +write everything into one file: --out FILE \[--force\]$/m)
  expect(all.out).toContain('--merchant ID|NAME')
  for (const args of [
    ['backup', '--help'],
    ['backup', '--out', 'x', '-h'],
    ['help', 'backup'],
  ]) {
    const one = await call(...args)
    expect([one.code, one.err], args.join(' ')).toEqual([0, ''])
    expect(one.out).toBe(
      'Usage: npm run -s clientele -- backup\n\n  write everything into one file: --out FILE [--force]\n',
    )
  }
})

test.each([
  [['-x'], 'there is no command "-x": "help" lists them'],
  [['help', 'backups'], 'there is no command "backups": "help" lists them'],
  [['openapi', 'all'], "Unexpected argument 'all'. This command does not take positional arguments"],
  [['restore', 'a', 'b'], 'name one file: restore FILE'],
  [
    ['export', 'customers', 'vips', '--format', 'csv'],
    'say what: export customers --format csv|xlsx|json|vcf',
  ],
  [['export', 'customers', '--format', 'csv', '--out', folder], `${folder} is a folder: name a file in it`],
  [
    ['export', 'customers', '--format', 'csv', '--out', join(folder, 'no/x.csv')],
    `there is no folder ${join(folder, 'no')}`,
  ],
  [['import', 'customers', folder], `there is no file ${folder}`],
  [
    ['import', 'customers', customers, '--mapping', join(folder, 'none.json')],
    `--mapping: there is no file ${join(folder, 'none.json')}`,
  ],
  [['import', 'customers', customers, '--mapping', customers], '--mapping: mapping is not JSON'],
  [
    ['import', 'customers', customers, '--mapping', file('wrong.json', '{"columns":5}')],
    '--mapping: mapping.columns must be object',
  ],
])('%j is told in one line', async (args, line) => {
  const { code, out, err } = await call(...args)

  expect([code, out, err]).toEqual([1, '', `clientele: ${line}\n`])
  expect(existsSync(data)).toBe(false)
})
