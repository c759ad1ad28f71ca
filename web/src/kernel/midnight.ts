// When the next day begins. Pure, but for the timer.
import { today } from './calendar.ts'

const LONGEST_DAY = 26 * 3_600_000

/** Milliseconds until it is another day in this zone, whatever its clocks do that night. */
export function untilMidnight(timeZone: string, now: Date): number {
  const day = today(timeZone, now)
  let before = 0
  let after = LONGEST_DAY
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (today(timeZone, new Date(now.getTime() + middle)) === day) before = middle
    else after = middle
  }
  return after
}

/** Tells of every midnight, and of every time the page is looked at again: a machine that slept has missed some. */
export function onNewDay(
  timeZone: string,
  onChange: () => void,
  page: Pick<Document, 'addEventListener' | 'removeEventListener'> = document,
): () => void {
  const arm = () => setTimeout(look, untilMidnight(timeZone, new Date()))
  let timer = arm()
  function look() {
    clearTimeout(timer)
    timer = arm()
    onChange()
  }
  page.addEventListener('visibilitychange', look)
  return () => {
    clearTimeout(timer)
    page.removeEventListener('visibilitychange', look)
  }
}
