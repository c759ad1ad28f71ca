import { type RefObject, useEffect, useEffectEvent } from 'react'

/**
 * Leaving a group of fields, by a click beside it or by Tab. A click counts when it is done, not when it begins: the
 * group closes then, and what was clicked must not move away from under the mouse.
 */
export function useAway(region: RefObject<HTMLElement | null>, leave: () => void): void {
  const onAway = useEffectEvent(leave)
  useEffect(() => {
    let isPressed = false
    const isOutside = ({ target }: Event) =>
      target instanceof Element &&
      target.isConnected &&
      region.current !== null &&
      !region.current.contains(target) &&
      !isInList(target)
    const onDown = () => {
      isPressed = true
    }
    const onUp = () =>
      setTimeout(() => {
        isPressed = false
      })
    const onClick = (event: Event) => {
      if (isOutside(event)) onAway()
    }
    const onFocus = (event: Event) => {
      if (!isPressed && isOutside(event)) onAway()
    }
    const controller = new AbortController()
    const options = { capture: true, signal: controller.signal }
    document.addEventListener('pointerdown', onDown, options)
    document.addEventListener('pointerup', onUp, options)
    document.addEventListener('pointercancel', onUp, options)
    document.addEventListener('click', onClick, options)
    document.addEventListener('focusin', onFocus, options)
    return () => controller.abort()
  }, [region])
}

/** The choices of a field stand elsewhere on the page, yet they belong to it; those of a dialog do not, but a question. */
const isInList = (target: Element): boolean =>
  target.closest('[data-question]') !== null ||
  (target.closest('[data-portal]') !== null && target.closest('[role="dialog"]') === null)
