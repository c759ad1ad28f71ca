// What ticks rows of a list: one of them, or all that are loaded.
import { useRef } from 'react'
import classes from './row-box.module.css'

type RowProps = Readonly<{
  label: string
  isSelected: boolean
  tabIndex?: number | undefined
  /** With Shift all from the last ticked one to this. */
  onSelect: (isRange: boolean) => void
}>

export function RowBox({ label, isSelected, tabIndex, onSelect }: RowProps) {
  const isRange = useRef(false)
  return (
    <label
      className={classes.label}
      onClickCapture={(event) => {
        isRange.current = event.shiftKey
      }}
    >
      <input
        type="checkbox"
        tabIndex={tabIndex}
        checked={isSelected}
        aria-label={label}
        onChange={() => onSelect(isRange.current)}
      />
    </label>
  )
}

type HeadProps = Readonly<{
  label: string
  state: 'none' | 'some' | 'all'
  disabled: boolean
  onToggle: () => void
}>

export function HeadBox({ label, state, disabled, onToggle }: HeadProps) {
  return (
    <label className={classes.label}>
      <input
        type="checkbox"
        aria-label={label}
        checked={state === 'all'}
        ref={(element) => {
          if (element !== null) element.indeterminate = state === 'some'
        }}
        disabled={disabled}
        onChange={onToggle}
      />
    </label>
  )
}
