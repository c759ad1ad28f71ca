// What an earlier life left running on this folder is ended before the next begins. Only the supervisor that holds the
// folder's lock comes here, so whatever still works in it belongs to nobody.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Asked to stop at once but cleanly, then told to stop as in a crash (nothing is lost by that), then killed. */
const PATIENCE: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGINT', 1500],
  ['SIGQUIT', 1000],
  ['SIGKILL', 2000],
]

export async function endLeftovers(folder: string): Promise<void> {
  for (const [signal, forMs] of PATIENCE) {
    const deadline = Date.now() + forMs
    let pids = workersIn(folder)
    if (pids.length === 0) break
    for (const pid of signal === 'SIGKILL' ? pids : postmasterOr(folder, pids)) kill(pid, signal)
    while (pids.length > 0 && Date.now() < deadline) {
      await sleep(20)
      pids = workersIn(folder)
    }
  }
  if (workersIn(folder).length > 0) throw new Error(`a PostgreSQL that cannot be stopped works in ${folder}`)
  removeDeadLock(folder)
}

/** PostgreSQL's processes stand in their data folder; that tells ours from every other one, whatever its pid was. */
function workersIn(folder: string): number[] {
  if (process.platform !== 'linux') return postmasterElsewhere(folder)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && standsIn(name, folder))
    .map(Number)
}

function standsIn(pid: string, folder: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === folder &&
      basename(readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres')
    )
  } catch {
    return false
  }
}

function postmasterElsewhere(folder: string): number[] {
  const pid = lockedBy(folder)
  if (pid === null) return []
  try {
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
    return command.includes('postgres') && command.includes(folder) ? [pid] : []
  } catch {
    return []
  }
}

/** The others obey the postmaster; without it they leave by themselves, or are asked one by one. */
function postmasterOr(folder: string, pids: readonly number[]): readonly number[] {
  const postmaster = lockedBy(folder)
  return postmaster !== null && pids.includes(postmaster) ? [postmaster] : pids
}

function lockedBy(folder: string): number | null {
  try {
    return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]) || null
  } catch {
    return null
  }
}

/** A pid of a former boot may be anybody's today, and PostgreSQL would refuse to start because of it. */
function removeDeadLock(folder: string): void {
  const pid = lockedBy(folder)
  if (pid !== null && existsSync(`/proc/${pid}`)) rmSync(join(folder, 'postmaster.pid'), { force: true })
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It went by itself.
  }
}
