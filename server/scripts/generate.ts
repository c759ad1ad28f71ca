// Writes what is generated and committed: database types, openapi.json, the web app's API types and formats
// of telephone numbers. With --check it only compares, and exits 1 when something is out of step.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openapiText } from '../src/cli/openapi.ts'
import { migrate } from '../src/db/migrate.ts'
import { createPool } from '../src/db/pool.ts'
import { startTestServer } from '../test/postgres.ts'
import { phoneFormatsText } from './phone-formats.ts'

const root = new URL('../../', import.meta.url).pathname
const checking = process.argv.includes('--check')
const outOfStep: string[] = []

await databaseTypes()
const openapi = `${await openapiText()}\n`
put('openapi.json', openapi)
clientTypes(openapi)
put('web/src/kernel/phone-formats.json', phoneFormatsText())
if (outOfStep.length > 0) {
  process.stderr.write(`Out of step: ${outOfStep.join(', ')}. Run "npm run gen" and commit.\n`)
  process.exit(1)
}

async function databaseTypes(): Promise<void> {
  const server = await startTestServer('embedded')
  try {
    const pool = createPool(server.url, { max: 2, onError: () => undefined })
    await migrate(pool)
    await pool.end()
    inFolder((folder) => {
      const file = join(folder, 'types.ts')
      run(
        'kysely-codegen',
        [
          '--dialect',
          'postgres',
          '--date-parser',
          'string',
          '--type-mapping',
          '{"int8":"number"}',
          '--exclude-pattern',
          '+(graphile_worker.*|public.schema_migrations)',
          '--out-file',
          file,
        ],
        { DATABASE_URL: server.url },
      )
      put('server/src/db/types.ts', readFileSync(file, 'utf8'))
    })
  } finally {
    await server.stop()
  }
}

function clientTypes(document: string): void {
  inFolder((folder) => {
    writeFileSync(join(folder, 'openapi.json'), document)
    const file = join(folder, 'schema.d.ts')
    run('openapi-typescript', [join(folder, 'openapi.json'), '-o', file], {})
    put('web/src/api/schema.d.ts', readFileSync(file, 'utf8'))
  })
}

function put(file: string, text: string): void {
  const path = join(root, file)
  if (!checking) {
    writeFileSync(path, text)
    return
  }
  let committed = ''
  try {
    committed = readFileSync(path, 'utf8')
  } catch {
    // A file that is not there is out of step too.
  }
  if (committed !== text) outOfStep.push(file)
}

function run(program: string, args: readonly string[], env: Record<string, string>): void {
  execFileSync(join(root, 'node_modules/.bin', program), args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  })
}

function inFolder(use: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-gen-'))
  try {
    use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
