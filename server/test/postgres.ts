// A real PostgreSQL for the tests, thrown away afterwards: fsync is off, all else is as shipped.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Binaries, findBinaries } from '../src/db/embedded/binaries.ts'
import { chooseLauncher } from '../src/db/embedded/launcher.ts'

const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
const INITDB = [
  '--encoding=UTF8',
  '--lc-collate=C',
  '--lc-ctype=C.UTF-8',
  '--auth=trust',
  '--username=owner',
  '--no-instructions',
  '--no-sync',
]

export type TestServer = { readonly url: string; stop(): Promise<void> }

/** The PostgreSQL that Clientele ships, or the one that this machine has installed. */
export async function startTestServer(which: 'embedded' | 'installed'): Promise<TestServer> {
  const binaries = which === 'embedded' ? await findBinaries() : installedBinaries()
  if (binaries === null) throw new Error('no PostgreSQL is installed on this machine')
  const launcher = chooseLauncher(env)
  const folder = await mkdtemp(join(tmpdir(), 'clientele-test-'))
  if (launcher.owner !== null) await chown(folder, launcher.owner.uid, launcher.owner.gid)
  const [command, ...prefix] = [...launcher.prefix('KILL'), binaries.initdb] as unknown as [
    string,
    ...string[],
  ]
  execFileSync(command, [...prefix, ...INITDB, '-D', join(folder, 'pg')], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const server = launch(binaries, launcher.prefix('INT'), folder)
  const url = `postgres://owner@localhost:5432/postgres?host=${encodeURIComponent(folder)}`
  await answering(url)
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGQUIT')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Null where none is installed, or none that can be used from here. */
export function installedBinaries(): Binaries | null {
  try {
    const folder = execFileSync('pg_config', ['--bindir'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
    const binaries = { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }
    return existsSync(binaries.initdb) && existsSync(binaries.postgres) ? binaries : null
  } catch {
    return null
  }
}

function launch(binaries: Binaries, prefix: readonly string[], folder: string): ChildProcess {
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'full_page_writes=off',
    'synchronous_commit=off',
    'max_connections=200',
    'shared_buffers=128MB',
    'max_wal_size=2GB',
  ]
  const [command, ...args] = [
    ...prefix,
    binaries.postgres,
    '-D',
    join(folder, 'pg'),
    ...settings.flatMap((s) => ['-c', s]),
  ] as unknown as [string, ...string[]]
  return spawn(command, args, { env, detached: true, stdio: 'ignore' })
}

export async function answering(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (attempt > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
