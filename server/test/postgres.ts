// A real PostgreSQL for the tests, thrown away afterwards: fsync is off, all else is as shipped.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
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

export type Which = 'embedded' | 'installed'

/** The PostgreSQL that Clientele ships, or the one that this machine has installed. */
export async function startTestServer(which: Which): Promise<TestServer> {
  const cluster = await makeCluster(which)
  const server = await cluster.start()
  return {
    url: cluster.url,
    stop: async () => {
      await server.stop()
      await cluster.remove()
    },
  }
}

export type Cluster = Awaited<ReturnType<typeof makeCluster>>

/** One that has not been started yet; its data is in `data`, its socket beside it. */
export async function makeCluster(which: Which) {
  const cluster = await placeFor(which)
  const [command, ...prefix] = [...cluster.launcher.prefix('KILL'), cluster.binaries.initdb] as unknown as [
    string,
    ...string[],
  ]
  execFileSync(command, [...prefix, ...INITDB, '-D', cluster.data], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return cluster
}

/** A second one with the same data, which follows the first. That must not have been started yet. */
export async function makeStandby(which: Which, primary: Cluster): Promise<Cluster> {
  const cluster = await placeFor(which)
  execFileSync('cp', ['-a', primary.data, cluster.data], { env })
  await writeFile(join(cluster.data, 'standby.signal'), '')
  await appendFile(
    join(cluster.data, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=${primary.folder} user=owner'\n`,
  )
  return cluster
}

async function placeFor(which: Which) {
  const binaries = which === 'embedded' ? await findBinaries() : installedBinaries()
  if (binaries === null) throw new Error('no PostgreSQL is installed on this machine')
  const launcher = chooseLauncher(env)
  const folder = await mkdtemp(join(tmpdir(), 'clientele-test-'))
  if (launcher.owner !== null) await chown(folder, launcher.owner.uid, launcher.owner.gid)
  const url = urlIn(folder)
  return {
    ...{ binaries, launcher, folder, url },
    data: join(folder, 'pg'),
    start: async (settings: readonly string[] = []) => {
      const server = launch(binaries, launcher.prefix('INT'), { folder, settings })
      await answering(url)
      return {
        stop: async () => {
          const ended = new Promise((resolve) => server.once('exit', resolve))
          server.kill('SIGQUIT')
          await ended
        },
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Through the socket in this folder. */
export const urlIn = (folder: string) =>
  `postgres://owner@localhost:5432/postgres?host=${encodeURIComponent(folder)}`

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

function launch(
  binaries: Binaries,
  prefix: readonly string[],
  { folder, settings }: { readonly folder: string; readonly settings: readonly string[] },
): ChildProcess {
  const all = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'full_page_writes=off',
    'synchronous_commit=off',
    'max_connections=200',
    'shared_buffers=128MB',
    'max_wal_size=2GB',
    ...settings,
  ]
  const [command, ...args] = [
    ...prefix,
    binaries.postgres,
    '-D',
    join(folder, 'pg'),
    ...all.flatMap((s) => ['-c', s]),
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
