// Draws only the rows in view, of a list as long as it may be. Where the list is higher than a browser can draw, small steps
// (wheel, keys, fingers) move it pixel by pixel and the track follows when they rest; a long way on the track at once, as
// when somebody drags the scrollbar, is a jump to the place it stands for.
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { drawnRows, type Place, printedRows, topForRow, visibleRows } from '../kernel/row-window.ts'
import { isScaled, listTop, mostPixels, scaleOf, trackTop } from '../kernel/scroll-scale.ts'
import { usePrinting } from './use-printing.ts'

/** What scrolls: an element, or the page. Tops are counted from the first row. */
export type Scroller = Readonly<{
  target: () => EventTarget | null
  top: () => number
  view: () => number
  scrollTo: (top: number) => void
}>

type Options = Readonly<{
  scroller: Scroller
  count: number
  rowHeight: number
  /** What lies over the rows at the top and at the bottom of the view. */
  head: number
  room: number
  /** Counts by how many rows what is in view was moved: it stays in view. */
  moved: number
  /** The rows that were read; they go on paper in place of those in view. */
  read: Readonly<{ start: number; end: number }>
  onInView: (first: number, last: number) => void
}>

const rest = 150

export function useRowWindow(options: Options) {
  const { scroller, count, rowHeight, head, room, moved, read, onInView } = options
  const isPrinting = usePrinting()
  const [place, setPlace] = useState<Place>({
    first: 0,
    last: Math.min(30, Math.max(0, count - 1)),
    offset: 0,
  })
  const at = useRef({ list: 0, track: 0 })
  const pending = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const height = count * rowHeight + head + room
  const look = () => {
    const view = scroller.view()
    return { view, scale: scaleOf(height, view), rows: { view: view - head, rowHeight, count } }
  }

  const show = () => {
    const { rows } = look()
    const { list, track } = at.current
    const next = { ...drawnRows({ ...rows, top: list }), offset: list - track }
    setPlace((old) =>
      old.first === next.first && old.last === next.last && old.offset === next.offset ? old : next,
    )
    const seen = visibleRows({ ...rows, top: list })
    onInView(seen.first, seen.last)
  }
  /** The list is here now, and the track where that is. */
  const settle = (list: number) => {
    const { scale } = look()
    at.current = { list, track: trackTop(scale, list) }
    pending.current = true
    show()
    // Drawn anew in any case: only then does the track go there.
    setPlace((shown) => ({ ...shown }))
  }
  /** Takes over where the track is; true when that was a small step on a long list. */
  const follow = (): boolean => {
    const { view, scale } = look()
    const track = scroller.top()
    const by = track - at.current.track
    // What a browser rounds is no step.
    if (Math.abs(by) < 1) return false
    const isStep = isScaled(scale) && Math.abs(by) < view && at.current.list > 0
    const list = isStep ? Math.min(scale.list, Math.max(0, at.current.list + by)) : listTop(scale, track)
    at.current = { list, track }
    return isStep
  }
  const onRest = useEffectEvent(() => settle(at.current.list))
  const onScroll = () => {
    if (isPrinting) return
    const isStep = follow()
    show()
    clearTimeout(timer.current)
    if (isStep) timer.current = setTimeout(() => onRest(), rest)
  }
  const onResize = () => {
    if (!isPrinting) show()
  }
  useTrackEvents(scroller, onScroll, onResize)
  useEffect(() => () => clearTimeout(timer.current), [])
  // Before it is seen: where the rows now stand, the track goes with them.
  const before = useRef({ count, rowHeight, moved })
  const onChange = useEffectEvent((now: Readonly<{ count: number; rowHeight: number; moved: number }>) => {
    const old = before.current
    before.current = now
    follow()
    const rows = at.current.list / old.rowHeight + now.moved - old.moved
    const isSame = old.rowHeight === now.rowHeight && old.moved === now.moved
    if (isSame && !isScaled(look().scale)) show()
    else settle(isSame ? at.current.list : rows * now.rowHeight)
  })
  useLayoutEffect(() => onChange({ count, rowHeight, moved }), [count, rowHeight, moved])
  useLayoutEffect(() => {
    if (!pending.current) return
    pending.current = false
    if (scroller.top() !== at.current.track) scroller.scrollTo(at.current.track)
  })

  return {
    ...(isPrinting ? { ...place, ...printedRows(read, place.first) } : place),
    isPrinting,
    /** Of all rows and what lies over them, as high as it is drawn. */
    height: Math.min(height, mostPixels),
    /** Where a row is drawn. */
    topOf: (row: number) => row * rowHeight - place.offset,
    toTop: () => settle(0),
    toRow: (row: number) => {
      const { rows } = look()
      const view = rows.view - room
      const list = topForRow(row, { top: at.current.list, view, rowHeight })
      if (list !== at.current.list) settle(list)
    },
  }
}

function useTrackEvents(scroller: Scroller, scrolled: () => void, resized: () => void): void {
  const onScroll = useEffectEvent(scrolled)
  const onResize = useEffectEvent(resized)
  useEffect(() => {
    const target = scroller.target()
    const listenToScroll = () => onScroll()
    const listenToResize = () => onResize()
    target?.addEventListener('scroll', listenToScroll, { passive: true })
    addEventListener('resize', listenToResize)
    return () => {
      target?.removeEventListener('scroll', listenToScroll)
      removeEventListener('resize', listenToResize)
    }
  }, [scroller])
}
