import { Select } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './import-check.module.css'

/** As Select takes them, which does not promise to leave them as they are. */
export type Choices = { group: string; items: { value: string; label: string }[] }[]

type Props = Readonly<{
  header: string
  path: string | null
  /** The name of the field that it goes to. */
  text: string
  choices: Choices
  onChoose: (path: string | null) => void
}>

const none = '-'

/** A button until it is used: a file has hundreds of columns, and a list to choose from costs ten milliseconds each. */
export function TargetPicker({ header, path, text, choices, onChoose }: Props) {
  const { t } = useTranslation()
  const { isOpen, isListed, open, close, button } = useOpening()
  if (!isOpen) {
    return (
      <button
        ref={button}
        type="button"
        className={classes.pick}
        data-unset={path === null || undefined}
        aria-haspopup="listbox"
        aria-label={t('imports.columns.targetIs', { header, target: text })}
        onClick={open}
      >
        <span className={classes.picked}>{text}</span>
        <IconSelector size={16} stroke={1.5} aria-hidden />
      </button>
    )
  }
  return (
    <Select
      aria-label={t('imports.columns.targetOf', { header })}
      data={[{ value: none, label: t('imports.columns.notRead') }, ...choices]}
      value={path ?? none}
      autoFocus
      dropdownOpened={isListed}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      withScrollArea={false}
      styles={{ options: { maxHeight: 320, overflowY: 'auto' } }}
      onFocus={(event) => event.currentTarget.select()}
      onDropdownClose={close}
      onChange={(next) => onChoose(next === none ? null : next)}
    />
  )
}

/** The focus that goes with the list comes back to the button, unless somebody took it elsewhere. */
function useOpening() {
  const [isOpen, setIsOpen] = useState(false)
  // The field first, then its list: opened at once, the list would be unknown to the field.
  const [isListed, setIsListed] = useState(false)
  const wasOpen = useRef(false)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const isLost = document.activeElement === document.body
    if (wasOpen.current && !isOpen && isLost) button.current?.focus({ preventScroll: true })
    wasOpen.current = isOpen
    setIsListed(isOpen)
  }, [isOpen])
  return { isOpen, isListed, open: () => setIsOpen(true), close: () => setIsOpen(false), button }
}
