import { type ReactNode, useEffect, useRef } from 'react'
import classes from './command-palette.module.css'
import type { PaletteGroup } from './palette-items.ts'

export type PaletteItem = Readonly<{
  id: string
  group: PaletteGroup
  label: string
  detail?: string
  /** Found by these words too. */
  also?: string
  icon: ReactNode
  run: () => void
}>

type Props = Readonly<{
  id: string
  item: PaletteItem
  heading: string | null
  active: boolean
  onPoint: () => void
  onRun: () => void
}>

export function PaletteOption({ id, item, heading, active, onPoint, onRun }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <>
      {heading !== null && (
        <div className={classes.heading} role="presentation">
          {heading}
        </div>
      )}
      {/* The field keeps the focus and steers the list by aria-activedescendant, so an option takes none. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter is handled in the field, see above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, see above. */}
      <div
        ref={ref}
        id={id}
        role="option"
        aria-selected={active}
        className={classes.option}
        onMouseMove={active ? undefined : onPoint}
        onClick={onRun}
      >
        <span className={classes.icon}>{item.icon}</span>
        <bdi className={classes.label}>{item.label}</bdi>
        {item.detail !== undefined && <span className={classes.detail}>{item.detail}</span>}
      </div>
    </>
  )
}
