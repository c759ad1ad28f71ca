// The process of the server or of the worker. It lives as long as its supervisor: when the channel to it breaks, whatever
// the reason, it finishes what it has in hand and leaves.
import { flushCompileCache } from 'node:module'
import { oneLine } from './one-line.ts'
import {
  type FromChild,
  loadRole,
  type Role,
  type RoleSettings,
  type RunningRole,
  type ToChild,
} from './roles.ts'

const AFTER_SUPERVISOR_MS = 2000
const AFTER_SIGNAL_MS = 8000
/** By then the page that waited for the start has been served. */
const AFTER_START_MS = 10_000

let running: RunningRole | undefined
let isWorkerUp = false
let isLeaving = false

export function runChild(role: Role): void {
  process.title = `clientele ${role}`
  const loading = loadRole(role)
  loading.catch(fail)
  process.on('message', (message: ToChild) => {
    if (message.type === 'start') void begin(loading, message.settings).catch(fail)
    else if (message.type === 'stop') void leave(AFTER_SIGNAL_MS)
    else {
      isWorkerUp = message.up
      running?.noteWorker(isWorkerUp)
    }
  })
  process.on('disconnect', () => void leave(AFTER_SUPERVISOR_MS))
  process.on('SIGTERM', () => void leave(AFTER_SIGNAL_MS))
  process.on('SIGINT', () => void leave(AFTER_SIGNAL_MS))
  process.on('uncaughtException', crash)
  process.on('unhandledRejection', crash)
}

async function begin(loading: ReturnType<typeof loadRole>, settings: RoleSettings): Promise<void> {
  const start = await loading
  running = await start(settings)
  running.noteWorker(isWorkerUp)
  void running.broken.then(() => process.exit(1))
  say({ type: 'ready', ready: { address: running.address, setupCode: running.setupCode } })
  // Written now, because a process that is killed never gets to its end.
  flushCompileCache()
  setTimeout(dropWhatStartingLeft, AFTER_START_MS).unref()
}

/** Loading fills the space of young objects (32 MB), which a quiet process would otherwise keep for as long as it lives. */
function dropWhatStartingLeft(): void {
  void globalThis.gc?.({ type: 'major', execution: 'async', flavor: 'last-resort' })
}

async function leave(withinMs: number): Promise<void> {
  if (isLeaving) return
  isLeaving = true
  setTimeout(() => process.exit(1), withinMs).unref()
  await running?.stop().catch(() => undefined)
  process.exit(0)
}

function fail(error: unknown): void {
  if (isLeaving) return
  if (process.connected) process.send?.({ type: 'failed', message: oneLine(error) }, () => process.exit(1))
  else process.exit(1)
}

/** An error nobody expected leaves no state to trust: say it in the log and let the supervisor start anew. */
function crash(error: unknown): void {
  const stack = error instanceof Error ? error.stack : undefined
  const line = {
    level: 60,
    time: Date.now(),
    pid: process.pid,
    name: process.title,
    msg: oneLine(error),
    stack,
  }
  process.stdout.write(`${JSON.stringify(line)}\n`, () =>
    running === undefined ? fail(error) : process.exit(1),
  )
}

function say(message: FromChild): void {
  if (process.connected) process.send?.(message)
}
