// A real PgBouncer in transaction mode between a test and its database, where this machine has one. It lends few server
// connections, so that two transactions of one client seldom find the same one.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chooseLauncher } from '../src/db/embedded/launcher.ts'
import { answering, type TestServer } from './postgres.ts'

const env = { PATH: process.env.PATH ?? '/usr/bin:/bin' }

/** Null where there is none. Distributions put it where only root looks for programs. */
export function poolerProgram(): string | null {
  const folders = [...env.PATH.split(delimiter), '/usr/sbin', '/usr/local/sbin']
  return folders.map((folder) => join(folder, 'pgbouncer')).find(existsSync) ?? null
}

export async function startPooler(program: string, server: string): Promise<TestServer> {
  const launcher = chooseLauncher(env)
  const folder = await mkdtemp(join(tmpdir(), 'clientele-pooler-'))
  const settings = join(folder, 'pgbouncer.ini')
  await writeFile(settings, settingsFor(folder, new URL(server).searchParams.get('host') ?? ''))
  if (launcher.owner !== null)
    for (const path of [folder, settings]) await chown(path, launcher.owner.uid, launcher.owner.gid)
  const [command, ...args] = [...launcher.prefix('INT'), program, '--quiet', settings] as unknown as [
    string,
    ...string[],
  ]
  const pooler = spawn(command, args, { env, detached: true, stdio: ['ignore', 'ignore', 'inherit'] })
  const url = `postgres://owner@localhost:6432/postgres?host=${encodeURIComponent(folder)}`
  await answering(url)
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => pooler.once('exit', resolve))
      pooler.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const settingsFor = (folder: string, server: string) => `
[databases]
* = host=${server} port=5432 user=owner
[pgbouncer]
pool_mode = transaction
auth_type = any
unix_socket_dir = ${folder}
listen_port = 6432
max_client_conn = 1000
default_pool_size = 5
server_idle_timeout = 5
`
