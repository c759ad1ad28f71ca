// Which process is which. A pid alone is not an identity: the system hands it out again, so a mark also holds when the
// process began (and in which boot), and nothing is ever ended on the word of a pid alone.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

export type ProcessMark = { readonly pid: number; readonly began: string }

/** Null when there is no such process, or it is dead and only waits to be collected. */
export function markOf(pid: number): ProcessMark | null {
  const began = process.platform === 'linux' ? beganOnLinux(pid) : beganElsewhere(pid)
  return began === null ? null : { pid, began }
}

export function isAlive(mark: ProcessMark): boolean {
  return markOf(mark.pid)?.began === mark.began
}

/** Ends this very process: asked first, killed when it does not go. Never touches another one with its pid. */
export async function endProcess(mark: ProcessMark, options: { readonly graceMs: number }): Promise<void> {
  if (!signal(mark, 'SIGTERM')) return
  if (await isGone(mark, options.graceMs)) return
  signal(mark, 'SIGKILL')
  await isGone(mark, 2000)
}

export function signal(mark: ProcessMark, name: NodeJS.Signals): boolean {
  if (!isAlive(mark)) return false
  try {
    return process.kill(mark.pid, name)
  } catch {
    return false
  }
}

export async function isGone(mark: ProcessMark, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs
  while (isAlive(mark)) {
    if (Date.now() >= deadline) return false
    await sleep(20)
  }
  return true
}

let boot: string | undefined

function beganOnLinux(pid: number): string | null {
  try {
    boot ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold anything; the fields behind it are state (3rd) … start time (22nd).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? null : `${boot}/${fields[19]}`
  } catch {
    return null
  }
}

function beganElsewhere(pid: number): string | null {
  try {
    return (
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim() ||
      null
    )
  } catch {
    return null
  }
}
