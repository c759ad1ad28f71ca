// Keys in the table: arrows go from row to row, `x` selects. The row in use is the only one on the way of Tab.
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../../ui/shortcuts.ts'

type Options = Readonly<{
  region: RefObject<HTMLElement | null>
  count: number
  /** The rows that are drawn: who has scrolled far from the row in use goes on from here. */
  drawn: Readonly<{ first: number; last: number }>
  isLoaded: (index: number) => boolean
  scrollTo: (index: number) => void
  onSelect: (index: number) => void
}>

export function useRowKeys({ region, count, drawn, isLoaded, scrollTo, onSelect }: Options) {
  const { t } = useTranslation()
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
  useShortcut('arrowdown', t('customerList.keys.next'), () => step(1))
  useShortcut('arrowup', t('customerList.keys.previous'), () => step(-1))
  useShortcut('x', t('customerList.keys.select'), () => onSelect(active), { enabled: count > 0 })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isArrow(event.key)) return
    event.preventDefault()
    step(event.key === 'ArrowDown' ? 1 : -1)
  }
  return { active, setActive, goTo: go, onKeyDown }
}

const isArrow = (key: string): boolean => key === 'ArrowDown' || key === 'ArrowUp'
