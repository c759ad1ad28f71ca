import { type OptionsFilter, Select, type SelectProps } from '@mantine/core'
import { type FocusEvent, type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ranked } from '../kernel/choice-match.ts'

type Choice = { value: string; label: string }
type Props = Omit<SelectProps, 'data' | 'multiple' | 'filter' | 'searchable' | 'onChange'> &
  Readonly<{ data: (string | Choice)[]; onChange: (value: string | null) => void }>

/** Typing replaces what is chosen and chooses the first that fits, also by leaving; an emptied field chooses nothing. */
export function SearchSelect({ data, onChange, clearable = false, ...props }: Props) {
  const { t } = useTranslation()
  // Null unless somebody typed into it since it was last settled.
  const typed = useRef<string | null>(null)
  const settle = (event: FocusEvent<HTMLInputElement>) => {
    const words = typed.current
    typed.current = null
    if (words?.trim() === '') {
      if (clearable) onChange(null)
    } else if (words !== null) {
      const found = ranked(data.map(choiceOf), words)[0]
      if (found !== undefined) onChange(found.value)
    }
    props.onBlur?.(event)
  }
  return (
    <Select
      searchable
      selectFirstOptionOnChange
      autoComplete="off"
      nothingFoundMessage={t('lists.nothingFound')}
      {...props}
      data={data}
      filter={byRank}
      clearable={clearable}
      allowDeselect={false}
      onFocus={(event) => {
        event.currentTarget.select()
        props.onFocus?.(event)
      }}
      onInput={(event) => {
        typed.current = event.currentTarget.value
      }}
      onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
        if (event.key === 'Escape') typed.current = null
        props.onKeyDown?.(event)
      }}
      onChange={(value) => {
        typed.current = null
        onChange(value)
      }}
      onBlur={settle}
    />
  )
}

const choiceOf = (one: string | Choice): Choice =>
  typeof one === 'string' ? { value: one, label: one } : one

const byRank: OptionsFilter = ({ options, search }) =>
  ranked(
    options.filter((option): option is Choice => 'value' in option),
    search,
  )
