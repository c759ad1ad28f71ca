import { type OptionsFilter, Select, type SelectProps } from '@mantine/core'
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ranked, settled } from '../kernel/choice-match.ts'

type Choice = { value: string; label: string }
type Props = Omit<SelectProps, 'data' | 'multiple' | 'filter' | 'searchable' | 'onChange'> &
  Readonly<{ data: (string | Choice)[]; onChange: (value: string | null) => void }>

/** Typing replaces what is chosen and chooses the first that fits, also by leaving; an emptied field chooses nothing. */
export function SearchSelect({ data, onChange, clearable = false, ...props }: Props) {
  const { t } = useTranslation()
  const { typing, ...list } = useTyping({ data, onChange, clearable, ...props })
  return (
    <Select
      searchable
      selectFirstOptionOnChange
      autoComplete="off"
      nothingFoundMessage={t('lists.nothingFound')}
      {...props}
      {...list}
      data={data}
      filter={byRank}
      clearable={clearable}
      allowDeselect={false}
      onFocus={(event) => {
        event.currentTarget.select()
        props.onFocus?.(event)
      }}
      onInput={(event) => typing.begin(event.currentTarget.value)}
      onKeyDownCapture={typing.key}
      onOptionSubmit={typing.drop}
      onChange={(value) => {
        typing.drop()
        onChange(value)
      }}
      onBlur={(event) => {
        typing.leave(event)
        props.onBlur?.(event)
      }}
    />
  )
}

/** What was typed since it was last settled, and what becomes of it: of itself the list takes what it highlights only. */
function useTyping({ data, value = null, onChange, clearable = false, onSearchChange }: Props) {
  const choices = data.map(choiceOf)
  const label = choices.find((one) => one.value === value)?.label ?? ''
  const [dropdownOpened, setOpened] = useState(false)
  const [searchValue, setSearch] = useState(label)
  const typed = useRef<string | null>(null)
  // Whether somebody went through the list after that: then what is highlighted is meant.
  const walked = useRef(false)

  // Something may have been chosen from without since it was typed.
  const wordsIn = ({ value: shown }: HTMLInputElement) => (typed.current === shown ? shown : null)
  // The field shows what is chosen; of what is chosen anew the list tells it.
  const drop = () => {
    typed.current = null
    walked.current = false
    setSearch(label)
  }
  const take = (next: string | null | undefined) => {
    drop()
    if (next !== undefined && next !== value) onChange(next)
  }
  const enter = (event: KeyboardEvent<HTMLInputElement>, words: string) => {
    event.preventDefault()
    event.stopPropagation()
    const next = settled(choices, words, clearable)
    // The list says so, and what was typed can be mended.
    if (next === undefined && words.trim() !== '') return
    take(next)
    setOpened(false)
  }
  const typing = {
    begin: (words: string) => {
      typed.current = words
      walked.current = false
    },
    drop,
    key: (event: KeyboardEvent<HTMLInputElement>) => {
      const words = wordsIn(event.currentTarget)
      if (words === null || event.nativeEvent.isComposing) return
      if (event.key === 'Escape') drop()
      else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walked.current = true
      else if (event.key === 'Enter' && !walked.current) enter(event, words)
    },
    leave: ({ currentTarget }: FocusEvent<HTMLInputElement>) => {
      const words = wordsIn(currentTarget)
      if (words === null) return
      take(walked.current ? highlightedIn(currentTarget) : settled(choices, words, clearable))
    },
  }
  const list = {
    dropdownOpened,
    onDropdownOpen: () => setOpened(true),
    onDropdownClose: () => setOpened(false),
    searchValue,
    onSearchChange: (words: string) => {
      setSearch(words)
      onSearchChange?.(words)
    },
  }
  return { typing, ...list }
}

/** The list keeps that to itself: it is read where screen readers read it. */
function highlightedIn(input: HTMLInputElement): string | undefined {
  const option = document.getElementById(input.getAttribute('aria-activedescendant') ?? '')
  return option?.getAttribute('value') ?? undefined
}

const choiceOf = (one: string | Choice): Choice =>
  typeof one === 'string' ? { value: one, label: one } : one

const byRank: OptionsFilter = ({ options, search }) =>
  ranked(
    options.filter((option): option is Choice => 'value' in option),
    search,
  )
