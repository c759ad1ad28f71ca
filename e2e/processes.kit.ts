// Clientele as its users start it: real processes in a session of their own, each test's on its own data folder.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = resolve(import.meta.dirname, '..')
const entry = join(root, 'server/start.mjs')

export type Ended = {
  readonly code: number | null
  readonly out: string
  readonly err: string
  readonly ms: number
}

export type Started = {
  readonly process: ChildProcess
  readonly pid: number
  readonly url: string
  readonly ended: Promise<Ended>
  /** Resolves when /readyz says 200; throws when the process ends before. */
  ready(): Promise<number>
  /** Sends the signal to the whole process group, as a terminal does. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
}

export type Env = Readonly<Record<string, string>>

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'clientele-processes-'))
}

/** Ends what a failed test left, then removes the folder. */
export async function removeFolder(folder: string): Promise<void> {
  for (let attempt = 0; attempt < 50 && processesOf(folder).length > 0; attempt++) {
    for (const { pid } of processesOf(folder)) kill(pid, 'SIGKILL')
    await sleep(100)
  }
  rmSync(folder, { recursive: true, force: true })
}

/** A port that is taken until `free` is called. */
export function takePort(wanted = 0): Promise<{ readonly port: string; free(): Promise<void> }> {
  return new Promise((done, refused) => {
    const server = createServer().once('error', refused)
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      const port = String(typeof address === 'object' && address !== null ? address.port : 0)
      done({ port, free: () => new Promise((freed) => server.close(() => freed())) })
    })
  })
}

/** None that the system gives away by itself: it might be a connection's of another test before a server listens there. */
export async function freePort(): Promise<string> {
  const taken = await takePort(randomInt(10_000, 32_000)).catch(() => null)
  if (taken === null) return freePort()
  await taken.free()
  return taken.port
}

export function run(args: readonly string[], env: Env): Promise<Ended> {
  return launch(args, env).ended
}

/** What a command says that must go well. */
export async function succeed(args: readonly string[], env: Env): Promise<string> {
  const { code, out, err } = await run(args, env)
  if (code !== 0) throw new Error(err)
  return out
}

export async function serve(folder: string, env: Env = {}): Promise<Started> {
  const port = env.PORT ?? (await freePort())
  const { child, ended } = launch(['serve'], { CLIENTELE_DATA: folder, PORT: port, ...env })
  const url = `http://127.0.0.1:${port}`
  const begun = performance.now()
  let isOver = false
  void ended.then(() => {
    isOver = true
  })
  return {
    process: child,
    pid: child.pid as number,
    url,
    ended,
    ready: async () => {
      while (!(await isReady(url))) {
        if (isOver) throw new Error(`serve ended: ${(await ended).err}`)
        await sleep(20)
      }
      return performance.now() - begun
    },
    stop: async (signal = 'SIGTERM') => {
      process.kill(-(child.pid as number), signal)
      return ended
    },
  }
}

export async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`, { headers: { connection: 'close' } }).then(
    (answer) => answer.status === 200,
    () => false,
  )
}

/** What works for this folder: PostgreSQL's processes stand in it, ours carry it in their environment. */
export function processesOf(folder: string): { readonly pid: number; readonly command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && worksFor(name, folder))
    .map((name) => ({ pid: Number(name), command: read(name, 'cmdline').replaceAll('\0', ' ') }))
}

function worksFor(pid: string, folder: string): boolean {
  if (read(pid, 'environ').includes(`CLIENTELE_DATA=${folder}\0`)) return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)
  } catch {
    return false
  }
}

export function pidOf(folder: string, part: 'web' | 'worker' | 'postgres'): number {
  const name = part === 'postgres' ? `/bin/postgres -D ${folder}` : `clientele ${part}`
  const found = processesOf(folder).find(({ command }) => command.includes(name))
  if (found === undefined) throw new Error(`no ${part} process`)
  return found.pid
}

export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It went by itself.
  }
}

export async function eventually(
  holds: () => boolean | Promise<boolean>,
  withinMs = 10_000,
): Promise<number> {
  const begun = performance.now()
  while (!(await holds())) {
    if (performance.now() - begun > withinMs) throw new Error(`not within ${withinMs} ms: ${holds}`)
    await sleep(20)
  }
  return performance.now() - begun
}

function launch(args: readonly string[], env: Env): { child: ChildProcess; ended: Promise<Ended> } {
  const begun = performance.now()
  const clean = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LOG_LEVEL: 'warn' }
  const child = spawn(process.execPath, [entry, ...args], {
    cwd: root,
    env: { ...clean, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const ended = new Promise<Ended>((done) => {
    child.once('exit', (code) => setImmediate(() => done({ code, out, err, ms: performance.now() - begun })))
  })
  return { child, ended }
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
