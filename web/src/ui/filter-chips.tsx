import { IconChevronDown, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './list-toolbar.module.css'
import { PopoverButton, type PopoverTarget } from './popover-button.tsx'

/** A filter of a list; `value` says in words what it is set to, null that it is not. */
export type Filter<Name extends string> = Readonly<{ name: Name; label: string; value: string | null }>

type SetProps<Name extends string> = Readonly<{
  filters: readonly Filter<Name>[]
  onRemove: (name: Name) => void
}>
type Props<Name extends string> = SetProps<Name> &
  Readonly<{
    preload: () => void
    /** What opens at the chip's button, to set the filter. */
    children: (name: Name, button: PopoverTarget) => ReactNode
  }>

/** One chip a filter: it opens to be set, says what it is set to, and is removed by its cross. */
export function FilterChips<Name extends string>({ filters, preload, onRemove, children }: Props<Name>) {
  const { t } = useTranslation()
  return (
    <ul aria-label={t('lists.filters')} className={classes.chips}>
      {filters.map(({ name, label, value }) => (
        <li key={name} className={classes.chip} data-set={value !== null || undefined}>
          <PopoverButton target={chipButton(label, value)} preload={preload}>
            {(button) => children(name, button)}
          </PopoverButton>
          {value !== null && <RemoveButton label={label} onClick={() => onRemove(name)} />}
        </li>
      ))}
    </ul>
  )
}

/** Only those that are set, for phones: the drawer holds the rest. */
export function SetFilters<Name extends string>({ filters, onRemove }: SetProps<Name>) {
  const { t } = useTranslation()
  const set = filters.filter(({ value }) => value !== null)
  if (set.length === 0) return null
  return (
    <ul aria-label={t('lists.filters')} className={classes.setChips}>
      {set.map(({ name, label, value }) => (
        <li key={name} className={classes.chip} data-set>
          <span className={classes.chipText}>
            {label}: <b>{value}</b>
          </span>
          <RemoveButton label={label} onClick={() => onRemove(name)} />
        </li>
      ))}
    </ul>
  )
}

const chipButton = (label: string, value: string | null) => (
  <button type="button" className={classes.chipButton}>
    <span className={classes.chipText}>
      {label}
      {value !== null && (
        <>
          : <b>{value}</b>
        </>
      )}
    </span>
    {value === null && <IconChevronDown size={14} aria-hidden />}
  </button>
)

function RemoveButton({ label, onClick }: Readonly<{ label: string; onClick: () => void }>) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={classes.chipRemove}
      aria-label={t('lists.removeFilter', { filter: label })}
      onClick={onClick}
    >
      <IconX size={14} aria-hidden />
    </button>
  )
}
