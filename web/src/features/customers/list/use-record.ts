import { useRouter } from '@tanstack/react-router'
import { type MouseEvent, useRef } from 'react'

const restBeforePrefetch = 60

/**
 * For the mouse, a whole row or card opens the record: in a new tab as links do it, and fetched while the mouse rests
 * on it. Keyboards and screen readers have the link inside.
 */
export function useRecordTarget(customerId: string) {
  const router = useRouter()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const to = { to: '/customers/$customerId', params: { customerId } } as const
  const open = (event: MouseEvent<HTMLElement>) => {
    const { target, button } = event
    if (button > 1 || (target instanceof Element && target.closest('a, button, label, input'))) return
    if (getSelection()?.isCollapsed === false) return
    const inNewTab = button === 1 || event.ctrlKey || event.metaKey || event.shiftKey
    if (inNewTab) window.open(router.buildLocation(to).href, '_blank', 'noopener')
    else void router.navigate(to)
  }
  return {
    onClick: open,
    onAuxClick: open,
    // The middle button would begin to scroll by itself.
    onMouseDown: (event: MouseEvent) => event.button === 1 && event.preventDefault(),
    onMouseEnter: () => {
      timer.current = setTimeout(
        () => void router.preloadRoute(to).catch(() => undefined),
        restBeforePrefetch,
      )
    },
    onMouseLeave: () => clearTimeout(timer.current),
  }
}
