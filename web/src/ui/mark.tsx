import type { ReactNode } from 'react'
import classes from './mark.module.css'

type Props = Readonly<{
  tone: 'accent' | 'blue' | 'gray' | 'orange' | 'red' | 'teal' | 'yellow' | 'dimmed'
  /** Where several tones stand side by side their forms differ too: colour alone tells nothing to some. */
  shape?: 'dot' | 'ring' | 'diamond' | 'square'
  title?: string | undefined
  children: ReactNode
}>

/** A state in a word, with a mark before it that says the same. A dimmed one has its word dimmed with it. */
export function Mark({ tone, shape = 'dot', title, children }: Props) {
  return (
    <span className={classes.mark} data-tone={tone} data-shape={shape} title={title}>
      <span className={classes.words}>{children}</span>
    </span>
  )
}
