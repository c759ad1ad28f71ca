// Whether the server can be reached. What a browser says of its network is only a hint: a till may be offline with the
// server beside it, and online while the server stands still. So the answers decide, and while there are none it is asked.
import { useSyncExternalStore } from 'react'
import { isOffline, isUnreachable } from './problem.ts'

type Ask = () => Promise<boolean>
/** Answers what calls it off. */
type Wait = (callback: () => void, ms: number) => () => void

const firstPause = 1000
const longestPause = 10_000

const timeout: Wait = (callback, ms) => {
  const timer = setTimeout(callback, ms)
  return () => clearTimeout(timer)
}

/** Pure of the browser, for the tests. `ask` tells whether anything answered. */
export function createConnection(ask: Ask, wait: Wait = timeout) {
  let isLost = false
  let isAsking = false
  let pause = firstPause
  let callOff = () => {}
  const watchers = new Set<() => void>()

  const set = (lost: boolean) => {
    if (isLost === lost) return
    isLost = lost
    pause = firstPause
    callOff()
    if (lost) askLater()
    for (const watcher of watchers) watcher()
  }
  /** One at a time, however often the connection comes and goes. */
  const askLater = () => {
    callOff()
    callOff = wait(again, pause)
  }
  const check = async () => {
    if (isAsking) return
    isAsking = true
    const answered = await ask()
    isAsking = false
    set(!answered)
  }
  const again = async () => {
    if (!isLost) return
    await check()
    pause = Math.min(pause * 1.6, longestPause)
    if (isLost) askLater()
  }
  return {
    isLost: () => isLost,
    /** Something may have changed: asks at once. */
    check,
    noteAnswer: () => set(false),
    noteSilence: () => set(true),
    watch: (watcher: () => void) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}

const connection = createConnection(async () => {
  try {
    // The least of all questions that needs the database as well.
    const { status } = await fetch('/api/v1/setup', { cache: 'no-store', signal: AbortSignal.timeout(8000) })
    return status < 500
  } catch {
    return false
  }
})

/** False while the server cannot be reached. */
export const isConnected = (): boolean => !connection.isLost()

export const useConnected = (): boolean => useSyncExternalStore(connection.watch, isConnected)

export const checkConnection = (): void => void connection.check()

/** What came of a request. */
export function noteOutcome(error: unknown): void {
  if (isOffline(error)) connection.noteSilence()
  // A proxy may say it of one request that took too long, while all others are answered.
  else if (isUnreachable(error)) checkConnection()
  else connection.noteAnswer()
}

/** The browser's hints are looked into. */
export function watchConnection(): () => void {
  const onVisible = () => {
    if (connection.isLost() && document.visibilityState === 'visible') checkConnection()
  }
  addEventListener('online', checkConnection)
  addEventListener('offline', checkConnection)
  document.addEventListener('visibilitychange', onVisible)
  if (!navigator.onLine) checkConnection()
  return () => {
    removeEventListener('online', checkConnection)
    removeEventListener('offline', checkConnection)
    document.removeEventListener('visibilitychange', onVisible)
  }
}
