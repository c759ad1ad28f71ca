import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import { loadTexts } from '../../../locales/i18n.ts'
import type { Asking } from './review-item.tsx'

// Whoever it is given to is found by the field of the form.
const ReviewQuestion = lazy(() =>
  Promise.all([import('./review-questions.tsx'), loadTexts('customerForm')]).then(([module]) => ({
    default: module.ReviewQuestion,
  })),
)

type Question = Readonly<{
  heading: RefObject<HTMLHeadingElement | null>
  ask: (asking: Asking) => void
  /** What is asked, above the page. */
  layer: ReactNode
}>

/** The review that was asked about may be gone afterwards, and its button with it: the keyboard goes on from the top. */
export function useQuestion(): Question {
  const heading = useRef<HTMLHeadingElement>(null)
  const [asking, ask] = useState<Asking | null>(null)
  const [times, setTimes] = useState(0)
  useEffect(() => {
    if (times > 0) heading.current?.focus()
  }, [times])
  const done = () => {
    ask(null)
    setTimes((before) => before + 1)
  }
  const layer = (
    <Suspense>
      {asking !== null && <ReviewQuestion asking={asking} onClose={() => ask(null)} onDone={done} />}
    </Suspense>
  )
  return { heading, ask, layer }
}
