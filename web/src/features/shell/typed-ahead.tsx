import { type RefObject, useEffect } from 'react'

/** Stands in for the palette until its code is there: whoever presses Ctrl K types on at once, and nothing is lost. */
export function TypedAhead({ into }: Readonly<{ into: RefObject<string> }>) {
  useEffect(() => {
    into.current = ''
    const collect = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (event.key === 'Backspace') into.current = into.current.slice(0, -1)
      else if (event.key.length === 1) into.current += event.key
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    addEventListener('keydown', collect, { capture: true })
    return () => removeEventListener('keydown', collect, { capture: true })
  }, [into])
  return null
}
