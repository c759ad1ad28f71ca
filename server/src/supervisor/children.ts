// The server's and the worker's processes: each in a session of its own, written down so that the next life can end what
// is left of this one, started again with growing pauses when it dies.
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { childEntry, childFlags } from './code-cache.ts'
import type { DataFolder } from './data-folder.ts'
import { endProcess, markOf, type ProcessMark } from './processes.ts'
import { type FromChild, type Ready, type Role, type RoleSettings, roles, type ToChild } from './roles.ts'

export type Child = {
  /** Lets it work; resolves when it is ready for the first time, rejects with one line when it never gets there. */
  begin(settings: RoleSettings): Promise<Ready>
  post(message: ToChild): void
  stop(): Promise<void>
}

type Options = {
  readonly role: Role
  readonly folder: DataFolder
  readonly onUp: (ready: Ready) => void
  readonly onDown: (reason: string) => void
}

const STOP_PATIENCE_MS = 4000
const SLOWEST_RESTART_MS = 10_000
const STEADY_AFTER_MS = 30_000
/** A first start that dies without a word is tried this often; one that says why is not. */
const FIRST_TRIES = 3
/** The process is made at once, so that its code is loaded by the time `begin` is called. */
export function superviseChild(options: Options): Child {
  const { role } = options
  let settings: RoleSettings | undefined
  let child: ChildProcess
  let isStopping = false
  let isUp = false
  let failures = 0
  const first = Promise.withResolvers<Ready>()
  first.promise.catch(() => undefined)

  function spawn(): void {
    let complaint: string | undefined
    let upSince = Number.POSITIVE_INFINITY
    child = fork(childEntry, [role], {
      detached: true,
      execArgv: [...childFlags],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    remember(options, child)
    child.on('error', () => undefined)
    child.on('message', (message: FromChild) => {
      if (message.type === 'failed') complaint = message.message
      else {
        upSince = Date.now()
        isUp = true
        first.resolve(message.ready)
        options.onUp(message.ready)
      }
    })
    child.once('exit', (code, signal) => {
      if (isStopping) return
      if (Date.now() - upSince > STEADY_AFTER_MS) failures = 0
      ended(complaint, `the ${role} process ended unexpectedly (${signal ?? code})`)
    })
    if (settings !== undefined) child.send({ type: 'start', settings })
  }

  function ended(complaint: string | undefined, reason: string): void {
    const wasUp = isUp
    isUp = false
    failures++
    const isFirst = !hasStarted
    if (isFirst && (complaint !== undefined || failures >= FIRST_TRIES)) {
      first.reject(new Error(complaint ?? reason))
      return
    }
    if (wasUp || complaint !== undefined) options.onDown(complaint ?? reason)
    setTimeout(() => (isStopping ? undefined : spawn()), Math.min(50 * 2 ** failures, SLOWEST_RESTART_MS))
  }

  let hasStarted = false
  void first.promise.then(
    () => {
      hasStarted = true
    },
    () => undefined,
  )
  spawn()
  return {
    begin: (given) => {
      settings = given
      post(child, { type: 'start', settings })
      return first.promise
    },
    post: (message) => post(child, message),
    stop: async () => {
      isStopping = true
      await end(child)
      rmSync(noteOf(options.folder, role), { force: true })
    },
  }
}

/** Ends what a killed supervisor left; its children do so themselves, unless they are stuck. */
export async function endLeftChildren(folder: DataFolder): Promise<void> {
  await Promise.all(
    roles.map(async (role) => {
      const mark = recall(noteOf(folder, role))
      if (mark !== null) await endProcess(mark, { graceMs: 1000 })
      rmSync(noteOf(folder, role), { force: true })
    }),
  )
}

const noteOf = (folder: DataFolder, role: Role) => join(folder.run, `${role}.json`)

function remember(options: Options, child: ChildProcess): void {
  const mark = child.pid === undefined ? null : markOf(child.pid)
  if (mark !== null) writeFileSync(noteOf(options.folder, options.role), JSON.stringify(mark))
}

function recall(path: string): ProcessMark | null {
  try {
    const { pid, began } = JSON.parse(readFileSync(path, 'utf8')) as Partial<ProcessMark>
    return Number.isInteger(pid) && typeof began === 'string' ? { pid: pid as number, began } : null
  } catch {
    return null
  }
}

function post(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message, () => undefined)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  post(child, { type: 'stop' })
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS)
  await exited
  clearTimeout(timer)
}
