import { VisuallyHidden } from '@mantine/core'
import type { CSSProperties, ReactNode } from 'react'
import { shadesOf } from '../kernel/palette.ts'
import classes from './tag-badge.module.css'

type Props = Readonly<{
  name: string
  color: string | null
  /** Whose it is, where it is not their own: such a tag is drawn as an outline. */
  note?: string | undefined
  children?: ReactNode
}>

/** A tag in its colour; `children` stand after the name (a button to remove it). */
export function TagBadge({ name, color, note, children }: Props) {
  return (
    <span
      className={classes.badge}
      style={shadeVariables(color)}
      data-outline={note !== undefined || undefined}
    >
      <span className={classes.name} title={note === undefined ? name : `${name} · ${note}`}>
        {name}
      </span>
      {note !== undefined && <VisuallyHidden>{note}</VisuallyHidden>}
      {children}
    </span>
  )
}

/** The round sample of a colour, in choices and lists. */
export function ColorDot({ color }: Readonly<{ color: string }>) {
  return <span aria-hidden className={classes.dot} style={{ background: shadesOf(color).light.dot }} />
}

/** Both schemes as CSS variables; the module picks the pair of the scheme in force. */
export function shadeVariables(color: string | null): CSSProperties {
  const { light, dark } = shadesOf(color)
  return {
    '--shade-light': light.background,
    '--shade-light-text': light.text,
    '--shade-dark': dark.background,
    '--shade-dark-text': dark.text,
  } as CSSProperties
}
