import { useEffect, useRef } from 'react'

const PATIENCE_MS = 1500
let latest = 0

/**
 * For the page of one record: whoever goes back to the list that it was opened from finds the focus on its row, or, having walked on
 * out of sight, on the row that was opened. The keyboard goes on where it was.
 */
export function useFocusBack(path: string): void {
  const opened = useRef(path)
  useEffect(() => {
    // A page that is on screen gives nothing back.
    latest++
    const first = opened.current
    return () => giveBack([path, first])
  }, [path])
}

/** The rows come with the next frames, and where they were scrolled to. */
function giveBack(paths: readonly string[]): void {
  const turn = ++latest
  const until = performance.now() + PATIENCE_MS
  const look = () => {
    // Somebody has gone on, or has taken hold of something themselves.
    if (turn !== latest || !isFocusLost()) return
    const link = paths.map(linkOf).find((one) => one !== null)
    if (link) link.focus({ preventScroll: true })
    else if (performance.now() < until) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

const isFocusLost = () => document.activeElement === document.body || document.activeElement?.id === 'main'

const linkOf = (path: string) =>
  document.querySelector<HTMLElement>(`main :is(tbody tr, li) a[href="${path}"]`)
