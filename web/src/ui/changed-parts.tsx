import { type ReactNode, useEffect, useRef } from 'react'

type Props = Readonly<{ isChanged: boolean; children: ReactNode }>

/** What is one piece of information to a reader. */
const parts = 'dd, li, h1, p'

/**
 * While `isChanged`, the parts of the page whose words become others are marked. It looks at the page itself: whatever
 * shows a value need not know that values change.
 */
export function ChangedParts({ isChanged, children }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isChanged || frame.current === null) return
    const marked = new Set<Element>()
    const observer = new MutationObserver((mutations) => {
      for (const { target, addedNodes } of mutations) {
        // A part that is new stands in what holds it.
        const added = [...addedNodes]
          .filter((node) => node instanceof Element)
          .filter((el) => el.matches(parts))
        const around = (target instanceof Element ? target : target.parentElement)?.closest(parts)
        for (const part of added.length > 0 ? added : [around]) {
          if (part == null) continue
          part.setAttribute('data-changed', '')
          marked.add(part)
        }
      }
    })
    observer.observe(frame.current, { subtree: true, childList: true, characterData: true })
    return () => {
      observer.disconnect()
      for (const part of marked) part.removeAttribute('data-changed')
    }
  }, [isChanged])
  return <div ref={frame}>{children}</div>
}
