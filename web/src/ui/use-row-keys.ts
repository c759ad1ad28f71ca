// Keys in the table: arrows go from row to row, and sideways where rows open; `x` selects where that is of use. The row in use is the only one on the way of Tab.
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useShortcut } from './shortcuts.ts'

type Options = Readonly<{
  region: RefObject<HTMLElement | null>
  count: number
  /** The rows that are drawn: who has scrolled far from the row in use goes on from here. */
  drawn: Readonly<{ first: number; last: number }>
  isLoaded: (index: number) => boolean
  scrollTo: (index: number) => void
  labels: Readonly<{ next: string; previous: string; select?: string }>
  onSelect?: (index: number) => void
  /** Forward (1) opens a row, back (-1) closes it: the row to go to, or null where that means nothing. */
  onSide?: ((index: number, step: 1 | -1) => number | null) | undefined
}>

export function useRowKeys({ region, count, drawn, isLoaded, scrollTo, labels, onSelect, onSide }: Options) {
  const [wanted, setActive] = useState(0)
  const isNear = isLoaded(wanted) || (wanted >= drawn.first && wanted <= drawn.last)
  const inUse = isNear ? wanted : Math.floor((drawn.first + drawn.last) / 2)
  const active = Math.max(0, Math.min(inUse, count - 1))
  const focusNext = useRef(false)

  const link = (index: number) =>
    region.current?.querySelector<HTMLElement>(`[data-row="${index}"] [data-name]`) ?? null
  const isInside = () => region.current?.contains(document.activeElement) ?? false
  const go = (index: number) => {
    if (count === 0) return
    const next = Math.max(0, Math.min(index, count - 1))
    scrollTo(next)
    if (next === active) link(next)?.focus({ preventScroll: true })
    else focusNext.current = true
    setActive(next)
  }
  // The row was not there before this render when it was far away.
  useEffect(() => {
    if (!focusNext.current) return
    focusNext.current = false
    region.current
      ?.querySelector<HTMLElement>(`[data-row="${active}"] [data-name]`)
      ?.focus({ preventScroll: true })
  }, [active, region])

  const step = (by: 1 | -1) => go(isInside() ? active + by : active)
  useShortcut('arrowdown', labels.next, () => step(1))
  useShortcut('arrowup', labels.previous, () => step(-1))
  useShortcut('x', labels.select ?? '', () => onSelect?.(active), {
    enabled: onSelect !== undefined && count > 0,
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (isArrow(event.key)) {
      event.preventDefault()
      step(event.key === 'ArrowDown' ? 1 : -1)
    }
    const to = isSide(event.key) ? onSide?.(active, sideOf(event)) : null
    if (to === null || to === undefined) return
    event.preventDefault()
    go(to)
  }
  return { active, setActive, goTo: go, onKeyDown }
}

const isArrow = (key: string): boolean => key === 'ArrowDown' || key === 'ArrowUp'
const isSide = (key: string): boolean => key === 'ArrowRight' || key === 'ArrowLeft'

/** Forward is where the text goes. */
function sideOf({ key, currentTarget }: KeyboardEvent): 1 | -1 {
  const isLeftward = getComputedStyle(currentTarget).direction === 'rtl'
  return (key === 'ArrowRight') === isLeftward ? -1 : 1
}
