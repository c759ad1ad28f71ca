// Becoming the one supervisor of a data folder, or saying who is.
import { setTimeout as sleep } from 'node:timers/promises'
import { askWho, type Holder } from './control.ts'
import type { DataFolder } from './data-folder.ts'
import { type Lock, tryLock } from './lock.ts'

/** A short command, or a server that is just stopping, may still have the folder: it gets this long to leave. */
const PATIENCE_MS = 8000

export async function claimForServing(folder: DataFolder): Promise<Lock> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const lock = await tryLock(folder)
    if (lock !== null) return lock
    const holder = await askWho(folder.control)
    const stays = holder?.kind === 'serve' && !holder.stopping
    if (stays || Date.now() >= deadline) throw new Error(taken(folder, holder))
    await sleep(50)
  }
}

function taken(folder: DataFolder, holder: Holder | null): string {
  if (holder === null) return `the data folder ${folder.path} is in use by a process that does not answer`
  const at = holder.address === null ? '' : `, at ${holder.address}`
  return `the data folder ${folder.path} is in use by process ${holder.pid} (${holder.command}), running since ${holder.since}${at}`
}
