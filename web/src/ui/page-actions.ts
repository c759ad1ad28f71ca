// What can be done on the page in view, for the command palette: the page names it, the frame offers it.
import { type ReactNode, useEffect, useEffectEvent, useSyncExternalStore } from 'react'

export type PageAction = Readonly<{ label: string; icon: ReactNode; run: () => void }>

let actions: readonly PageAction[] = []
const watchers = new Set<() => void>()

/** `icon` stays the same from one drawing to the next: it stands outside the component. */
export function usePageAction({ label, icon, run }: PageAction, enabled = true): void {
  const onRun = useEffectEvent(run)
  useEffect(() => {
    if (!enabled) return
    const action: PageAction = { label, icon, run: () => onRun() }
    change([...actions, action])
    return () => change(actions.filter((other) => other !== action))
  }, [label, icon, enabled])
}

export const usePageActions = (): readonly PageAction[] =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => actions,
  )

function change(next: readonly PageAction[]): void {
  actions = next
  for (const watcher of watchers) watcher()
}
