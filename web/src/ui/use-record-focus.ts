import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

const PATIENCE_MS = 1500
let latest = 0

/**
 * For the page of one record. What led to it is gone: the keyboard, and who listens, goes on from its heading. Whoever goes back to
 * where it was opened from finds the focus on its row, or, having walked on out of sight, on the row that was opened.
 */
export function useRecordFocus(path: string): void {
  const opened = useRef(path)
  const router = useRouter()
  useEffect(() => {
    const first = opened.current
    const { __TSR_index: step } = router.latestLocation.state
    // A page that is the first begins where pages begin, before the way past the navigation.
    if (router.state.resolvedLocation !== undefined) lead(headingOf)
    return () => {
      const next = router.latestLocation
      // A link to it in another list is not where it was.
      const isBack = next.state.__TSR_index < step || next.pathname === listOf(path)
      if (isBack) lead(() => linkOf(path) ?? linkOf(first))
    }
  }, [path, router])
}

/** What is led to comes with the next frames, and where it was scrolled to. */
function lead(find: () => HTMLElement | null): void {
  const turn = ++latest
  const until = performance.now() + PATIENCE_MS
  const look = () => {
    // Somebody has gone on, or has taken hold of something themselves.
    if (turn !== latest || !isFocusLost()) return
    const target = find()
    if (target !== null) target.focus({ preventScroll: true })
    else if (performance.now() < until) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

const isFocusLost = () => document.activeElement === document.body || document.activeElement?.id === 'main'

function headingOf(): HTMLElement | null {
  const heading = document.querySelector<HTMLElement>('main h1')
  heading?.setAttribute('tabindex', '-1')
  return heading
}

const linkOf = (path: string) =>
  document.querySelector<HTMLElement>(`main :is(tbody tr, li) a[href="${path}"]`)

/** `/customers/0196…` is of `/customers`. */
const listOf = (path: string) => path.slice(0, path.lastIndexOf('/'))
