// Which screen an import is at, and how far it is. Pure.
import type { Import } from './imports.api.ts'

type Standing = Pick<Import, 'state' | 'held' | 'dryRun' | 'processed'>

/** `check`: it waits for somebody to look at it; `trial`: it is only tried; `run`; `end`. */
export type Phase = 'check' | 'trial' | 'run' | 'end'

const hasEnded = ({ state }: Pick<Import, 'state'>) =>
  state === 'succeeded' || state === 'failed' || state === 'cancelled'

export function phaseOf(standing: Standing): Phase {
  if (hasEnded(standing)) return standing.dryRun ? 'check' : 'end'
  if (standing.held) return 'check'
  return standing.dryRun ? 'trial' : 'run'
}

/** Orders, or the lines of orders. */
export const isOfOrders = (kind: Import['kind']): boolean => kind === 'orders' || kind === 'order-lines'

/** Whether it goes on by itself, so that it is worth asking again. */
export const isGoing = ({ state, held }: Pick<Import, 'state' | 'held'>): boolean =>
  (state === 'queued' && !held) || state === 'running'

/** It ended before its first row came in: the same file can be started again. */
export const mayStartAgain = (standing: Standing): boolean => hasEnded(standing) && standing.processed === 0

/** Null while nobody knows of how many. */
export function percentOf({ processed, total }: Pick<Import, 'processed' | 'total'>): number | null {
  if (total === null || total === 0) return null
  return Math.min(100, Math.floor((processed / total) * 100))
}

/** What a row of the list of imports says in one word. */
export type Mark = Import['state'] | 'held' | 'tried'
export function markOf({ state, held, dryRun }: Pick<Import, 'state' | 'held' | 'dryRun'>): Mark {
  if (state === 'queued' && held) return 'held'
  return state === 'succeeded' && dryRun ? 'tried' : state
}
