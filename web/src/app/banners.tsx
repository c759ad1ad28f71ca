import { useNotifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import type { Notifications } from './banner-stack.ts'

/** Before any of these nobody has done anything to be told of. */
const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const
/** The first screen stands by then. */
const LATEST_MS = 5000

/**
 * Banners are kept in their store until what shows them is there. It is no part of the first screen, but comes before the
 * connection may be lost: what failed to load once, a browser does not load again.
 */
export function Banners() {
  const [Stack, setStack] = useState<typeof Notifications | null>(null)
  const isNeeded = useNotifications().notifications.length > 0
  useEffect(() => {
    if (Stack !== null) return
    const load = () => {
      import('./banner-stack.ts')
        .then((module) => setStack(() => module.Notifications))
        .catch(() => undefined)
    }
    if (isNeeded) load()
    const timer = setTimeout(load, LATEST_MS)
    for (const sign of signs) addEventListener(sign, load, { once: true, passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of signs) removeEventListener(sign, load)
    }
  }, [Stack, isNeeded])
  return Stack && <Stack position="top-right" limit={4} />
}
