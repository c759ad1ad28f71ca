// The embedded PostgreSQL: a real server of this data folder's own, reached through a private socket only, started again
// when it dies.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmod, chown, open, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, findBinaries } from './binaries.ts'
import { DATABASE, ensureCluster, reasonIn, USER } from './cluster.ts'
import { chooseLauncher, type Launcher } from './launcher.ts'
import { endLeftovers } from './leftover.ts'
import { settingsFor } from './settings.ts'

export type PostgresOptions = {
  readonly folder: string
  readonly sockets: string
  readonly log: string
  /** The environment for PostgreSQL's programs: PATH, and none of its own variables. */
  readonly env: Readonly<Record<string, string>>
  readonly onDown?: (reason: string) => void
}

export type Postgres = {
  readonly url: string
  /** Answers queries; rejects with one line when the first start fails. */
  readonly ready: Promise<void>
  stop(): Promise<void>
}

type Parts = { readonly binaries: Binaries; readonly launcher: Launcher }

const SLOWEST_RESTART_MS = 5000
/** The first waits for nobody, but what is in memory has to be written; after the second the log is read at the start. */
const STOPPING: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGINT', 8000],
  ['SIGQUIT', 1500],
  ['SIGKILL', 500],
]

export function runPostgres(options: PostgresOptions): Postgres {
  const stopping = new AbortController()
  let server: ChildProcess | undefined
  let failures = 0

  async function prepare(): Promise<Parts> {
    const parts = {
      binaries: await findBinaries(),
      launcher: chooseLauncher(options.env, await otherOwner(options.folder)),
    }
    await endLeftovers(options.folder)
    if (parts.launcher.owner !== null) await letIn(parts.launcher.owner, options)
    await ensureCluster({ ...options, ...parts, signal: stopping.signal })
    return parts
  }

  async function launch(parts: Parts): Promise<void> {
    stopping.signal.throwIfAborted()
    const log = await openLog(options.log)
    const from = (await log.stat()).size
    const child = start(options, parts, log.fd)
    server = child
    await log.close()
    const exited = new Promise<void>((resolve) =>
      child.once('exit', () => resolve()).once('error', () => resolve()),
    )
    const isReady = await becomesReady(options.folder, child, exited)
    if (!isReady) throw new Error(`the database did not start: ${await reasonSince(options.log, from)}`)
    failures = 0
    void exited.then(() => (stopping.signal.aborted ? undefined : revive(parts)))
  }

  async function revive(parts: Parts): Promise<void> {
    options.onDown?.('the database ended unexpectedly and is started again')
    while (!stopping.signal.aborted) {
      try {
        await endLeftovers(options.folder)
        return await launch(parts)
      } catch (error) {
        if (stopping.signal.aborted) return
        options.onDown?.((error as Error).message)
        await sleep(Math.min(100 * 2 ** failures++, SLOWEST_RESTART_MS))
      }
    }
  }

  const ready = prepare().then(launch)
  ready.catch(() => undefined)
  return {
    url: `postgres://${USER}@localhost:5432/${DATABASE}?host=${encodeURIComponent(options.sockets)}`,
    ready,
    stop: async () => {
      stopping.abort()
      await ready.catch(() => undefined)
      if (server !== undefined) await end(server)
    },
  }
}

/** Null when there is no database yet, or it belongs to root. */
async function otherOwner(folder: string): Promise<Launcher['owner']> {
  const found = await stat(folder).catch(() => null)
  return found === null || found.uid === 0 ? null : { uid: found.uid, gid: found.gid }
}

/** Another user runs it: it has to get through the data folder, and own the folder of its socket. */
async function letIn(owner: NonNullable<Launcher['owner']>, options: PostgresOptions): Promise<void> {
  await chmod(dirname(options.folder), 0o711)
  await chown(options.sockets, owner.uid, owner.gid)
  const found = await stat(options.folder).catch(() => null)
  if (found === null || found.uid === owner.uid) return
  // It was root's, on a machine that could run it so.
  spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, options.folder], { env: options.env })
}

function start(options: PostgresOptions, parts: Parts, log: number): ChildProcess {
  const command = [
    ...lockedFor(options),
    ...parts.launcher.prefix('INT'),
    parts.binaries.postgres,
    '-D',
    options.folder,
    ...settingsFor(options.sockets),
  ] as [string, ...string[]]
  // A session of its own, so that Ctrl-C at a terminal reaches the supervisor alone, which stops it last.
  return spawn(command[0], command.slice(1), {
    env: options.env,
    detached: true,
    stdio: ['ignore', log, log],
  })
}

/** All its processes inherit this lock, so two containers that share a volume cannot both work in one folder. */
function lockedFor(options: PostgresOptions): string[] {
  const command = ['flock', '--no-fork', '--wait', '5', options.folder]
  const isThere =
    process.platform === 'linux' && spawnSync('flock', ['--version'], { env: options.env }).status === 0
  return isThere ? command : []
}

/** Its own sign: the last line of postmaster.pid. */
async function becomesReady(folder: string, child: ChildProcess, exited: Promise<void>): Promise<boolean> {
  let gone = false
  void exited.then(() => {
    gone = true
  })
  while (!gone) {
    const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return true
    await sleep(10)
  }
  return false
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  for (const [signal, forMs] of STOPPING) {
    server.kill(signal)
    if (await Promise.race([exited.then(() => true), sleep(forMs, false, { ref: false })])) return
  }
}

const LARGEST_LOG = 5 * 1024 * 1024

async function openLog(path: string) {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size > LARGEST_LOG) await rename(path, `${path}.old`)
  return open(path, 'a', 0o600)
}

async function reasonSince(path: string, from: number): Promise<string> {
  const log = await readFile(path)
  return reasonIn(log.subarray(from).toString('utf8'))
}
