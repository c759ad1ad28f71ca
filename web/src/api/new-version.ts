// A release that came while this page was open took the files of its own away: what is loaded later is missing. Then,
// and only then, the server is asked whether it has another version.
import { useSyncExternalStore } from 'react'

let isNewer = false
const watchers = new Set<() => void>()

export function watchVersion(): void {
  addEventListener('vite:preloadError', () => void check())
}

/** The address of the program is made of what is in it. */
async function check(): Promise<void> {
  const mine = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.getAttribute('src')
  const answer = await fetch('/', { headers: { accept: 'text/html' }, cache: 'no-store' }).catch(() => null)
  if (!mine || !answer?.ok || (await answer.text()).includes(mine)) return
  isNewer = true
  for (const watcher of watchers) watcher()
}

export const useNewVersion = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => isNewer,
  )

/** A part of the program did not come: there is no connection, or it is of a release that is gone. */
export const isMissingCode = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported module|importing a module script|preload css/i.test(error.message)
