import { useRouter } from '@tanstack/react-router'
import { type MouseEvent, useRef } from 'react'

const restBeforePrefetch = 60

type Target =
  | Readonly<{ to: '/customers/$customerId'; params: Readonly<{ customerId: string }> }>
  | Readonly<{ to: '/orders/$orderId'; params: Readonly<{ orderId: string }> }>

/**
 * For the mouse, a whole row or card opens what it is about: in a new tab as links do it, and fetched while the mouse rests
 * on it. Keyboards and screen readers have the link inside.
 */
export function useRowTarget(to: Target) {
  const router = useRouter()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
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
