import { useNotifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import type { Notifications } from './banner-stack.ts'

/**
 * Banners are kept in their store until what shows them is there. It is no part of the first screen: it comes with the
 * first press, before which nobody has done anything to be told of, or with a banner that is earlier than that.
 */
export function Banners() {
  const [Stack, setStack] = useState<typeof Notifications | null>(null)
  const isNeeded = useNotifications().notifications.length > 0
  useEffect(() => {
    if (Stack !== null) return
    // Without a connection the next press tries again.
    const load = () => {
      import('./banner-stack.ts')
        .then((module) => setStack(() => module.Notifications))
        .catch(() => undefined)
    }
    if (isNeeded) load()
    addEventListener('pointerdown', load)
    addEventListener('keydown', load)
    return () => {
      removeEventListener('pointerdown', load)
      removeEventListener('keydown', load)
    }
  }, [Stack, isNeeded])
  return Stack && <Stack position="top-right" limit={4} />
}
