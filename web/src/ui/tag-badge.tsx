import type { CSSProperties, ReactNode } from 'react'
import { shadesOf } from '../kernel/palette.ts'
import classes from './tag-badge.module.css'

type Props = Readonly<{ name: string; color: string | null; children?: ReactNode }>

/** A tag in its colour; `children` stand after the name (a button to remove it). */
export function TagBadge({ name, color, children }: Props) {
  return (
    <span className={classes.badge} style={shadeVariables(color)}>
      <span className={classes.name} title={name}>
        {name}
      </span>
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
