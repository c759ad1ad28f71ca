// Who was changed elsewhere a moment ago: their row is marked for as long, so that nothing changes under somebody's eyes
// without a word.
import { useSyncExternalStore } from 'react'

/** As long as the mark takes to fade, see global.css. */
const shownFor = 2500
/** More at once are somebody's import; marking them all would mark nothing. */
const most = 5

let changed: ReadonlySet<string> = new Set()
const watchers = new Set<() => void>()

export function noteElsewhere(ids: readonly string[]): void {
  if (ids.length === 0 || ids.length > most) return
  set(new Set([...changed, ...ids]))
  setTimeout(() => set(new Set([...changed].filter((id) => !ids.includes(id)))), shownFor)
}

export const useChangedElsewhere = (id: string): boolean => useSyncExternalStore(watch, () => changed.has(id))

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

function set(next: ReadonlySet<string>): void {
  changed = next
  for (const watcher of watchers) watcher()
}
