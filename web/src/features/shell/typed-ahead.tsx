import { type RefObject, useEffectEvent, useLayoutEffect } from 'react'

type Props = Readonly<{
  /** What was typed so far; null once the palette's field has taken it over. */
  into: RefObject<string | null>
  onClose: () => void
}>

/**
 * Whoever presses Ctrl K types on at once: collects that until the palette's field has the focus, which is a while after
 * its code is there. The keys between are not for the page behind either.
 */
export function TypedAhead({ into, onClose }: Props) {
  const close = useEffectEvent(onClose)
  useLayoutEffect(() => {
    into.current = ''
    const collect = (event: KeyboardEvent) => {
      const typed = into.current
      if (typed === null || isCommand(event) || event.isComposing) return
      if (event.key === 'Backspace') into.current = typed.slice(0, -1)
      else if (event.key.length === 1) into.current = typed + event.key
      else if (event.key === 'Escape') close()
      else if (event.key !== 'Enter' && event.key !== 'Tab') return
      event.preventDefault()
      event.stopPropagation()
    }
    addEventListener('keydown', collect, { capture: true })
    return () => removeEventListener('keydown', collect, { capture: true })
  }, [into])
  return null
}

/** Alt Gr writes, as the @ of many keyboards, and Windows tells it as Ctrl and Alt. */
const isCommand = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey || event.altKey) &&
  !(event.key.length === 1 && event.getModifierState('AltGraph'))
