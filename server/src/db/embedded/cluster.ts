// The database's folder: made whole or not at all, and only touched by the PostgreSQL that made it.
import { spawn } from 'node:child_process'
import { chown, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Binaries, POSTGRES_MAJOR } from './binaries.ts'
import type { Launcher } from './launcher.ts'

export const DATABASE = 'clientele'
export const USER = 'clientele'

type Making = {
  readonly folder: string
  readonly binaries: Binaries
  readonly launcher: Launcher
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

// Sorting and character classes are PostgreSQL's own (builtin provider), so no upgrade of the system changes an index.
// LC_CTYPE must not be C, else pg_trgm is silently blind to every other script.
const INITDB = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--lc-collate=C',
  '--lc-ctype=C.UTF-8',
  '--data-checksums',
  '--auth=trust',
  `--username=${USER}`,
  '--no-instructions',
]

export async function ensureCluster(making: Making): Promise<void> {
  const version = await readFile(join(making.folder, 'PG_VERSION'), 'utf8').catch(() => null)
  if (version === null) return makeCluster(making)
  if (version.trim() !== String(POSTGRES_MAJOR)) {
    throw new Error(
      `${making.folder} was made by PostgreSQL ${version.trim()}, this version runs ${POSTGRES_MAJOR}: make a backup with the version of Clientele that made it, and restore it into a new data folder`,
    )
  }
}

/** In a folder beside it that gets its name when all is there: a crash leaves nothing that looks like a database. */
async function makeCluster(making: Making): Promise<void> {
  const { folder, binaries, launcher } = making
  await removeDrafts(folder)
  const draft = `${folder}.new-${process.pid}`
  await mkdir(draft, { mode: 0o700 })
  if (launcher.owner !== null) await chown(draft, launcher.owner.uid, launcher.owner.gid)
  await run(making, [binaries.initdb, ...INITDB, '-D', draft])
  await run(
    making,
    [binaries.postgres, '--single', '-D', draft, 'postgres'],
    `create database ${DATABASE};\n`,
  )
  await rename(draft, folder)
  const parent = await open(dirname(folder))
  await parent.sync().finally(() => parent.close())
}

async function removeDrafts(folder: string): Promise<void> {
  const begun = (await readdir(dirname(folder))).filter((name) => name.startsWith(`${basename(folder)}.new-`))
  await Promise.all(begun.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true })))
}

function run(making: Making, program: readonly string[], input = ''): Promise<void> {
  const [command, ...args] = [...making.launcher.prefix('KILL'), ...program] as [string, ...string[]]
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: making.env,
      detached: true,
      signal: making.signal,
      killSignal: 'SIGKILL',
    })
    let told = ''
    child.stdout.resume()
    child.stderr.on('data', (chunk) => {
      told += chunk
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`the database could not be made: ${reasonIn(told)}`)),
    )
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** PostgreSQL's own last word, without its prefix. */
export function reasonIn(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '')
  const fault =
    lines.findLast((line) => /(FATAL|PANIC|error):/i.test(line)) ?? lines.at(-1) ?? 'no reason given'
  return fault.replace(/^.*?(FATAL|PANIC|error):\s*/i, '')
}
